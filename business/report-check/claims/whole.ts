import type { Whole } from './apart.ts'
import { tighten } from './characters.ts'
import { isHeadingLine } from './headings.ts'
import type { Paragraph } from './join.ts'

/** What is longer is a sentence. */
export const LONGEST_HEADING = 60
const TITLE = 3

/** Year and title of a report. */
export const wholeOf = (paragraphs: readonly Paragraph[]): Whole => ({
  year: yearOf(paragraphs),
  title: paragraphs.length > 1 ? titleOf(paragraphs.map(({ text }) => text)) : '',
})

/** The lines before the first that is a sentence. */
function titleOf(texts: readonly string[]): string {
  const body = texts.findIndex(
    (text, place) => (place > 0 && isHeadingLine(text)) || /[。；，]/.test(text) || text.length > LONGEST_HEADING,
  )
  return texts.slice(0, Math.min(TITLE, body < 0 ? TITLE : body)).join('')
}

/** The year a report tells of: the first year of its title or first heading, else of its text. */
function yearOf(paragraphs: readonly Paragraph[]): number | null {
  for (const { text } of [...paragraphs.slice(0, 6), ...paragraphs]) {
    const found = /(20\d\d)\s*年/.exec(tighten({ text, at: [...text].map((_, i) => i) }).text)?.[1]
    if (found) return Number(found)
  }
  return null
}
