import { type SpawnOptions, spawn } from 'node:child_process'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs a command to its end; gives its exit code, 128 + n when a signal ended it, 127 when it could not be started. */
export function runCommand(file: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const child = spawn(file, args, { stdio: 'inherit', ...options })
  const pass = (signal: NodeJS.Signals) => {
    // Ctrl-C reaches the whole foreground group by itself.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  return new Promise<number>((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  }).finally(() => {
    for (const signal of signals) process.off(signal, pass)
  })
}
