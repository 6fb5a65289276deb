import type { Paragraph } from 'docx'
import { annexPages } from './annex.ts'
import { annexList, bodyOf, opening, signOff } from './body.ts'
import { fileOf } from './file.ts'
import { linksOf } from './links.ts'
import { paragraph } from './paragraphs.ts'
import type { OfficialDocument } from './types.ts'

// Where no day is given, the first one an archive can hold; the clock of the machine stays out.
const FIRST_DAY = '1980-01-01'

/**
 * An official document as a Word file by GB/T 9704-2012: A4, 22 lines of 28 characters, headings numbered with real characters, page numbers outside,
 * figures linked to the annex entries that explain them and back. The same document gives the same bytes.
 * @returns the .docx
 * @throws Error when the title lines are not the title, two annex entries share a key, or a figure names an entry that is not there
 */
export async function writeOfficial(document: OfficialDocument): Promise<Buffer> {
  const links = linksOf(document)
  const { title, fingerprint, stampedAt, issuedOn } = document
  const children = [
    ...opening(document),
    ...bodyOf(document, links),
    ...annexList(document),
    ...signOff(document),
    ...annexPages(document.annexes, links),
    ...lastLine(document),
  ]
  return await fileOf({ title, children, fingerprint, stampedAt: stampedAt ?? `${issuedOn ?? FIRST_DAY}T00:00:00Z` })
}

/** A low line, so that it hardly ever needs a page of its own: after a table programs add an empty line of body text where there is none. */
function lastLine({ fingerprint, annexes }: OfficialDocument): Paragraph[] {
  if (fingerprint) return [paragraph('Fingerprint', `校验码：${fingerprint}`)]
  return annexes.at(-1)?.entries.length ? [paragraph('TableEnd', '')] : []
}
