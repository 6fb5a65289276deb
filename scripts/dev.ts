import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The server, restarted when its sources change, and Vite in front of it. One ends, both end. */
const root = join(import.meta.dirname, '..')
try {
  process.loadEnvFile(join(root, '.env'))
} catch {
  // Without a .env the defaults hold.
}
// Vite passes /api on to this port: the server may not move to another one by itself.
const env = { ...process.env, PORT: process.env.PORT ?? '8440' }
const start = (...args: string[]) => spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })

const children = [
  start('--watch', '--watch-preserve-output', 'app/server/main.ts', ...process.argv.slice(2)),
  start('node_modules/vite/bin/vite.js'),
]
const stop = (signal: NodeJS.Signals) => {
  for (const child of children) child.kill(signal)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) stop(signal)
  })
}
for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 0
    stop('SIGTERM')
  })
}
