import type { Heading } from './claims/headings.ts'
import { lineFinder, type Paragraph } from './claims/join.ts'

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
  { paragraphs, headings }: { paragraphs: readonly Paragraph[]; headings: readonly Pick<Heading, 'start' | 'level'>[] },
  spots: readonly Stretch[],
): Sheet[] {
  const levels = new Map(headings.map(({ start, level }) => [start, level]))
  const sheets = paragraphs.map((one) => ({
    ...one,
    level: levels.get(one.at[0] ?? -1) ?? (0 as const),
    marks: [] as Mark[],
  }))
  const loose: Sheet[] = []
  const lineAt = lineFinder(input)
  const starts = sheets.map(({ at }) => at[0] ?? 0)
  for (const spot of spots) {
    const sheet = sheets[countBefore(starts, spot.end) - 1]
    const mark = sheet && markIn(sheet.at, spot)
    if (sheet && mark) sheet.marks.push(mark)
    else loose.push(ownSheet(input, spot, lineAt(spot.start)))
  }
  for (const { marks } of sheets) marks.sort((a, b) => a.from - b.from || a.to - b.to)
  return [...sheets.map(({ line, level, text, marks }) => ({ line, level, text, marks })), ...loose].sort(
    (a, b) => a.line - b.line,
  )
}

/** How many of ascending numbers lie before `place`. */
function countBefore(numbers: readonly number[], place: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

function markIn(at: readonly number[], { start, end, finding }: Stretch): Mark | undefined {
  const [from, to] = [countBefore(at, start), countBefore(at, end)]
  return from < to ? { from, to, finding } : undefined
}

function ownSheet(input: string, { start, end, finding }: Stretch, line: number): Sheet {
  const text = input.slice(start, end)
  return { line, level: 0, text, marks: [{ from: 0, to: text.length, finding }] }
}
