import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** One of the three processes of a comparison, asked one thing at a time. */
export type Child = { ask<T>(question: unknown): Promise<T>; stop(): Promise<void> }

type Reply = { answer?: unknown; failure?: string }

/** Starts `file` of this folder as a process of its own. */
export function startChild(file: string): Child {
  const flags = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []
  const child = fork(join(import.meta.dirname, file), { serialization: 'advanced', execArgv: flags })
  return { ask: (question) => ask(child, question), stop: () => stop(child) }
}

async function ask<T>(child: ChildProcess, question: unknown): Promise<T> {
  const ended = new AbortController()
  const { signal } = ended
  child.send(question as object)
  try {
    const [reply] = (await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(([code]) => [{ failure: `a child process ended with ${code}` }]),
    ])) as [Reply]
    if (reply.failure !== undefined) throw new Error(reply.failure)
    return reply.answer as T
  } finally {
    ended.abort()
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exited = once(child, 'exit')
  child.disconnect()
  await exited
}

/** The child's side: answers each question; ends, after `close`, when the parent lets go or is gone. */
export function answerParent<Q>(
  answer: (question: Q) => Promise<unknown>,
  close: () => Promise<void> = async () => {},
): void {
  process.on('message', (question) => {
    answer(question as Q).then(
      (value) => process.send?.({ answer: value }),
      (error: unknown) =>
        process.send?.({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
  process.on('disconnect', () => {
    void close().finally(() => process.exit())
  })
}
