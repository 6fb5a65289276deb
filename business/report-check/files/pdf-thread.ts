import { parentPort, workerData } from 'node:worker_threads'
import { extractTextItems, getDocumentProxy } from 'unpdf'
import { linesOfPage } from './pdf-lines.ts'

/** What the thread answers: the pages' lines, or why there are none. */
export type PdfTold = { pages: string[][] } | { refusal: 'damaged' | 'password' | 'long' | 'slow' }

const MOST_PAGES = 600

async function read(bytes: Uint8Array): Promise<PdfTold> {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 })
  if (pdf.numPages > MOST_PAGES) return { refusal: 'long' }
  const { items } = await extractTextItems(pdf)
  return {
    pages: items.map((page) =>
      linesOfPage(page.map(({ str, x, y, width, fontSize }) => ({ text: str, x, y, width, size: fontSize }))),
    ),
  }
}

const told = await read(workerData as Uint8Array).catch((error: unknown): PdfTold => {
  const isLocked = error instanceof Error && error.name === 'PasswordException'
  return { refusal: isLocked ? 'password' : 'damaged' }
})
parentPort?.postMessage(told)
