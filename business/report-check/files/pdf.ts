import { Worker } from 'node:worker_threads'
import type { PdfTold } from './pdf-thread.ts'
import { refuse } from './refusals.ts'

const MOST_SECONDS = 20
const limits = { maxOldGenerationSizeMb: 512 }

/**
 * The text of a PDF in reading order, a line each, pages parted by a form feed. It is read in a thread of its own with bounds on time and memory: a PDF is a
 * program, and may be a hostile one. @throws Failure 413, 415, 422 when it holds pictures only
 */
export async function textOfPdf(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  const told = await tell(Uint8Array.from(bytes))
  if ('refusal' in told) return refuse[told.refusal]()
  const text = told.pages.map((lines) => lines.join('\n')).join('\f')
  if (text.replace(/\s/g, '') === '') return refuse.scanned()
  return { text, pages: told.pages.length }
}

/** @param file a copy of its own: its memory goes over to the thread */
async function tell(file: Uint8Array<ArrayBuffer>): Promise<PdfTold> {
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    workerData: file,
    transferList: [file.buffer],
    resourceLimits: limits,
    stdout: true,
    stderr: true,
  })
  const { promise, resolve, reject } = Promise.withResolvers<PdfTold>()
  const late = setTimeout(() => resolve({ refusal: 'slow' }), MOST_SECONDS * 1000)
  worker
    .once('message', resolve)
    .once('error', (error: Error) => (isOutOfMemory(error) ? resolve({ refusal: 'slow' }) : reject(error)))
    .once('exit', () => resolve({ refusal: 'damaged' }))
  try {
    return await promise
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
