import type { Heading } from './claims/headings.ts'
import type { Paragraph } from './claims/join.ts'

/** Something to be marked in the text: a stretch of the input, and which finding it is. */
export type Stretch = { start: number; end: number; finding: number }
/** A mark in a paragraph: UTF-16 units from its beginning, `to` exclusive. */
export type Mark = { from: number; to: number; finding: number }
export type Sheet = { line: number; level: 0 | 1 | 2 | 3 | 4; text: string; marks: Mark[] }

/**
 * The text as it is read, with every finding marked where it stands. What belongs to no paragraph (a page's number) gets one of its own.
 * @param spots in any order; a spot that lies over two paragraphs is marked in the first
 */
export function sheetsOf(
  input: string,
  { paragraphs, headings }: { paragraphs: readonly Paragraph[]; headings: readonly Heading[] },
  spots: readonly Stretch[],
): Sheet[] {
  const levels = new Map(headings.map(({ start, level }) => [start, level]))
  const sheets = paragraphs.map((one) => ({
    ...one,
    level: levels.get(one.at[0] ?? -1) ?? (0 as const),
    marks: [] as Mark[],
  }))
  const loose: Sheet[] = []
  const starts = sheets.map(({ at }) => at[0] ?? 0)
  for (const spot of spots) {
    const sheet = sheets[indexBefore(starts, spot.end - 1)]
    const mark = sheet && markIn(sheet.at, spot)
    if (sheet && mark) sheet.marks.push(mark)
    else loose.push(ownSheet(input, spot))
  }
  for (const { marks } of sheets) marks.sort((a, b) => a.from - b.from || a.to - b.to)
  return [...sheets.map(({ line, level, text, marks }) => ({ line, level, text, marks })), ...loose].sort(
    (a, b) => a.line - b.line,
  )
}

/** The last of ascending numbers that is not beyond `place`; -1 when all are. */
function indexBefore(numbers: readonly number[], place: number): number {
  let [low, high] = [-1, numbers.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

function markIn(at: readonly number[], { start, end, finding }: Stretch): Mark | undefined {
  const from = at.findIndex((place) => place >= start)
  const last = at.findLastIndex((place) => place < end)
  return from < 0 || last < from ? undefined : { from, to: last + 1, finding }
}

function ownSheet(input: string, { start, end, finding }: Stretch): Sheet {
  const text = input.slice(start, end)
  const line = input.slice(0, start).split(/\r\n|[\n\r\f\u2028]/).length
  return { line, level: 0, text, marks: [{ from: 0, to: text.length, finding }] }
}
