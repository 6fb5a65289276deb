import type { ReadText } from '../claims/read.ts'
import type { DefectKind, Source } from '../rules/words.ts'

/** One fault of form: where, and in plain words what it is and what to do. `quote` is exactly what stands in the input. */
export type Defect = { kind: DefectKind; quote: string; start: number; end: number; line: number; words: string }

/** What a rule looks at. */
export type Given = {
  input: string
  read: ReadText
  source: Source
  lines: readonly Line[]
}
/** A line of the input, counted from 1, with the offset of its first character. */
export type Line = { text: string; start: number; line: number }
export type Rule = (given: Given) => Defect[]

const BREAK = /\r\n|[\n\r\f\u2028]/

/** @param input the text as it was read */
export function givenOf(input: string, read: ReadText, source: Source): Given {
  const lines: Line[] = []
  let start = 0
  for (const [index, text] of input.split(BREAK).entries()) {
    lines.push({ text, start, line: index + 1 })
    start += text.length
    start += input.startsWith('\r\n', start) ? 2 : 1
  }
  return { input, read, source, lines }
}

/** The line in which an offset lies. */
export function lineAt({ lines }: Pick<Given, 'lines'>, offset: number): number {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lines[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** A defect from `start` to `end` of the input; a quote ends with its line. */
export function defectAt(
  given: Given,
  kind: DefectKind,
  [start, end]: readonly [number, number],
  words: string,
): Defect {
  const line = lineAt(given, start)
  const own = given.lines[line - 1]
  const last = own ? Math.min(end, own.start + own.text.length) : end
  return { kind, quote: given.input.slice(start, last), start, end: last, line, words }
}

/** A spot with some letters of its line on either side, so that its quote can be found again by eye. */
export function withNeighbours(given: Given, start: number, end: number, letters: number): [number, number] {
  const line = given.lines[lineAt(given, start) - 1]
  return [Math.max(line?.start ?? 0, start - letters), end + letters]
}

type Match = {
  match: RegExpExecArray
  start: number
  end: number
  /** Where a letter of the match stands in the input. */
  placeOf: (index: number) => number
}

/** Matches of a pattern in the paragraphs as their authors meant them, with where they stand in the input. */
export function* found(given: Given, pattern: RegExp): Generator<Match> {
  for (const { text, at } of given.read.paragraphs) {
    for (const match of text.matchAll(pattern)) {
      const [start, last] = [at[match.index], at[match.index + match[0].length - 1]]
      if (start === undefined || last === undefined) continue
      yield { match, start, end: last + 1, placeOf: (index) => at[match.index + index] ?? start }
    }
  }
}

const MOST = 10

/** Many of a kind become one with their number: nobody reads the hundredth. */
export function notTooMany(defects: readonly Defect[]): Defect[] {
  const [first] = defects
  if (!first || defects.length <= MOST) return [...defects]
  const lines = [...new Set(defects.map(({ line }) => line))].slice(0, 5).join('、')
  return [{ ...first, words: `${first.words}全文共 ${defects.length} 处，先见于第 ${lines} 行。` }]
}
