import { createInspector } from '../../../kernel/documents/inspect.ts'
import { kindOf } from '../../../kernel/documents/kinds.ts'
import { splitName } from '../../../kernel/documents/names.ts'
import { mostBytes, mostCharacters, type Source } from '../rules/words.ts'
import { textOfPdf } from './pdf.ts'
import { textOfPlain } from './plain.ts'
import { refuse } from './refusals.ts'
import { textOfWord } from './word.ts'

export type FileText = {
  text: string
  source: Source /** Null where a file has no pages of its own. */
  pages: number | null
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * The text of a report's file: .txt (UTF-8, GB 18030, UTF-16), .docx or .pdf. What it is, its content says; an ending that lies is refused.
 * @throws Failure 413 too large, 415 not a kind that can be read, damaged, locked or lying, 422 without text
 */
export async function readFileText(name: string, bytes: Uint8Array): Promise<FileText> {
  if (bytes.length > mostBytes) refuse.size()
  if (bytes.length === 0) refuse.empty()
  const { extension } = splitName(name)
  if (extension !== '' && !kindOf(extension)) refuse.kind()
  const inspector = createInspector(name)
  await inspector.take(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const found = await byKind((await inspector.finish()).mediaType, bytes)
  return { ...found, text: requireText(found.text) }
}

async function byKind(mediaType: string, bytes: Uint8Array): Promise<FileText> {
  if (mediaType === 'application/pdf') return { ...(await textOfPdf(bytes)), source: 'pdf' }
  if (mediaType === WORD) return { text: await textOfWord(bytes), source: 'word', pages: null }
  if (mediaType.startsWith('text/')) return { text: textOfPlain(bytes), source: 'text', pages: null }
  return refuse.kind()
}

/** A text that can be checked, as it came. @throws Failure 413 too long, 422 nothing but white space */
export function requireText(text: string): string {
  if (text.trim() === '') return refuse.empty()
  return text.length > mostCharacters ? refuse.long() : text
}
