import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Failure, fail } from '../../../kernel/contract/errors.ts'
import { createTurns } from '../../../kernel/documents/official/turns.ts'
import { noRecords, type Records } from '../figures.ts'
import type { FileText } from '../files/file-text.ts'
import { refuse } from '../files/refusals.ts'
import type { Checked } from '../judging.ts'
import type { Given, Told } from './thread.ts'

export type Asked = {
  /** The text as it came, or a file that has not been read yet. */
  report: Given['report']
  /** The records' year; by default the one the text tells of, and without either nothing is compared. */
  year?: number | undefined
  recordsFor: (year: number) => Promise<Records>
}
export type Examined = { file: FileText; checked: Checked }

export type Bounds = {
  /** How long one report may take, in milliseconds. */
  longest?: number
  /** How long one waits for its turn, in milliseconds. */
  patience?: number
}

const TWENTY_SECONDS = 20_000
const HALF_A_MINUTE = 30_000
const limits = { maxOldGenerationSizeMb: 512 }
/** The bounds of a thread leave out what is unpacked beside its heap, so the process is watched too: so many bytes more, looked at so often. */
const MOST_MEMORY = 768 * 1024 * 1024
const LOOK_EVERY = 50
const takeTurn = createTurns()

/**
 * Reads a report and finds everything there is to say about it, in a thread of its own with bounds on time and memory: what people hand in may be hostile,
 * and the server goes on answering meanwhile. One report at a time.
 * @throws Failure 413, 415 and 422 as `readFileText`, and when it takes too long; 503 when its turn has not come
 */
export async function examine(
  asked: Asked,
  { longest = TWENTY_SECONDS, patience = HALF_A_MINUTE }: Bounds = {},
): Promise<Examined> {
  const endTurn = (await takeTurn(patience)) ?? fail(503, '前面还有报告在核，一直没有轮到，请过几分钟再试')
  try {
    return await inThread(asked, longest)
  } finally {
    endTurn()
  }
}

async function inThread({ report, year, recordsFor }: Asked, longest: number): Promise<Examined> {
  const given: Given = { report, year }
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: given,
    resourceLimits: limits,
    stdout: true,
    stderr: true,
  })
  const limit = createLimit(longest)
  try {
    for await (const [said] of on(worker, 'message', { signal: limit.signal, close: ['exit'] })) {
      const told = said as Told
      if ('failure' in told) throw new Failure(told.failure.status, told.failure.message)
      if ('checked' in told) return told
      worker.postMessage(told.wants === null ? noRecords : await recordsFor(told.wants))
    }
    throw new Error('the reading thread ended without a word')
  } catch (error) {
    if (!isTooMuch(error)) throw error
    return 'bytes' in report ? refuse.slowFile() : refuse.slowText()
  } finally {
    limit.end()
    await worker.terminate()
  }
}

function createLimit(longest: number): { signal: AbortSignal; end: () => void } {
  const full = new AbortController()
  const most = process.memoryUsage.rss() + MOST_MEMORY
  const watch = setInterval(() => process.memoryUsage.rss() > most && full.abort(), LOOK_EVERY)
  return { signal: AbortSignal.any([AbortSignal.timeout(longest), full.signal]), end: () => clearInterval(watch) }
}

/** Time or memory ran out. */
const isTooMuch = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ABORT_ERR' || error.code === 'ERR_WORKER_OUT_OF_MEMORY')
