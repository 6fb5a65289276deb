import { Failure } from '../../../kernel/contract/errors.ts'
import { mostCharacters, mostPages } from '../rules/words.ts'
import { linesOfPage, type Piece } from './pdf-lines.ts'
import { refuse } from './refusals.ts'

/**
 * The text of a PDF in reading order, a line each, pages parted by a form feed. A PDF is a program, and may be a hostile one: to be called where time and
 * memory have bounds. @throws Failure 413, 415, 422 when it holds pictures only
 */
export async function textOfPdf(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  const pages = await pagesOf(bytes).catch(unreadable)
  const text = pages.map((lines) => lines.join('\n')).join('\f')
  if (text.replace(/\s/g, '') === '') return refuse.scanned()
  return { text, pages: pages.length }
}

async function pagesOf(bytes: Uint8Array): Promise<string[][]> {
  // It is large, and only a PDF needs it.
  const { getDocumentProxy } = await import('unpdf')
  // What it reads goes over to it: a copy of its own.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
  if (pdf.numPages > mostPages) return refuse.pages()
  const pages: string[][] = []
  let length = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const lines = linesOfPage(items.flatMap((item) => ('str' in item ? [pieceOf(item)] : [])))
    page.cleanup()
    pages.push(lines)
    length += lines.reduce((sum, line) => sum + line.length, 0)
    if (length > mostCharacters) refuse.long()
  }
  return pages
}

type Item = { str: string; width: number; transform: readonly number[] }

const pieceOf = ({ str, width, transform: [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] }: Item): Piece => ({
  text: str,
  x,
  y,
  width,
  size: Math.hypot(c, d),
  angle: (Math.atan2(b, a) * 180) / Math.PI,
})

/** What the reader of PDFs cannot make sense of is the file's fault. */
function unreadable(error: unknown): never {
  if (error instanceof Failure) throw error
  return error instanceof Error && error.name === 'PasswordException' ? refuse.password() : refuse.damaged()
}
