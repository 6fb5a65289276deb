import { Worker } from 'node:worker_threads'
import { Failure } from '../contract/errors.ts'
import type { CheckedRow } from './row-reader.ts'
import type { Given, Look, Task, Told } from './worker.ts'

/** Batches on their way at once: the thread reads while the database writes, and never runs further ahead. */
const AHEAD = 2
/** Enough for 200 000 rows with every cell different. A sheet that needs more is refused, and takes nothing else down with it. */
const limits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 }
const tooLarge = new Failure(413, '这个表格太大，电脑放不下，请分成几份，每份少一些行再导入')

/** Runs a task on a file in a thread of its own; the file's memory goes over to it. @throws Failure what the thread refused */
async function* tellings(file: Uint8Array<ArrayBuffer>, task: Task): AsyncGenerator<Told> {
  const given: Given = { file, task }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: given,
    transferList: [file.buffer],
    resourceLimits: limits,
  })
  const inbox = createInbox(worker)
  try {
    for (let credit = 0; credit < AHEAD; credit++) worker.postMessage('next')
    for (;;) {
      const told = await inbox()
      if ('isDone' in told) return
      if ('failure' in told) throw new Failure(told.failure.status, told.failure.message)
      if ('broken' in told) throw new Error(`the reading thread broke: ${told.broken}`)
      yield told
      worker.postMessage('next')
    }
  } finally {
    await worker.terminate()
  }
}

/** What the thread says, in its order; also that it ended without a word. */
function createInbox(worker: Worker): () => Promise<Told> {
  const waiting: Told[] = []
  let failure: unknown
  let wake = () => {}
  const arrive = (told?: Told, error?: unknown) => {
    if (told) waiting.push(told)
    failure ??= error
    wake()
  }
  worker.on('message', (told: Told) => arrive(told))
  worker.on('error', (error: Error) =>
    arrive(undefined, 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge : error),
  )
  worker.on('exit', () => arrive(undefined, new Error('the reading thread ended early')))
  return async () => {
    for (;;) {
      const told = waiting.shift()
      if (told) return told
      if (failure) throw failure
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
}

/** What a file is: its sheets, its header, its first rows, how many there are. @throws Failure 400, 413, 415, 422 */
export async function lookInto(
  file: Uint8Array<ArrayBuffer>,
  task: Omit<Task & { kind: 'look' }, 'kind'>,
): Promise<Look> {
  for await (const told of tellings(file, { kind: 'look', ...task })) if ('look' in told) return told.look
  throw new Error('the reading thread told nothing')
}

/** The rows of a file from a place on, read and checked, in batches. @throws Failure as `lookInto` */
export async function* readRows(
  file: Uint8Array<ArrayBuffer>,
  task: Omit<Task & { kind: 'read' }, 'kind'>,
): AsyncGenerator<CheckedRow[]> {
  for await (const told of tellings(file, { kind: 'read', ...task })) if ('rows' in told) yield told.rows
}

/** The pieces of a copy of the file with the reasons in it. @throws Failure as `lookInto` */
export async function* copyWithReasons(
  file: Uint8Array<ArrayBuffer>,
  task: Omit<Task & { kind: 'copy' }, 'kind'>,
): AsyncGenerator<Uint8Array> {
  for await (const told of tellings(file, { kind: 'copy', ...task })) if ('piece' in told) yield told.piece
}
