import { type Defect, defectAt, found, type Given, notTooMany, withNeighbours } from './given.ts'

const HAN = '[\\u4e00-\\u9fff]'
const CJK = '[\\u3001-\\u303f\\u4e00-\\u9fff\\uff01-\\uff5e“”‘’—…]'
const SPACED = new RegExp(`(?<=${HAN}) +(?=\\d)|(?<=\\d) +(?=${HAN})`, 'g')
const TIGHT = new RegExp(`(?<=${HAN})(?=\\d)|(?<=\\d)(?=${HAN})`, 'g')
const FEWEST = 3

/** Where a pattern of no or little width stands within the lines: at their ends nobody can tell a space. */
const spotsOf = ({ lines }: Given, pattern: RegExp): number[] =>
  lines.flatMap(({ text, start }) => [...text.matchAll(pattern)].map(({ index }) => start + index))

/** Spaces between digits and Chinese in one place and none in another (D:A6.5): told once, with the rarer way as the example. */
export function mixedSpacing(given: Given): Defect[] {
  const spaced = spotsOf(given, SPACED)
  const tight = spotsOf(given, TIGHT)
  const [rare, usual] = spaced.length <= tight.length ? [spaced, tight] : [tight, spaced]
  const [example] = rare
  if (example === undefined || rare.length < FEWEST || rare.length * 20 < usual.length) return []
  const words = `数字和汉字之间，有 ${spaced.length} 处空格、${tight.length} 处不空。请全文统一；公文里一般不空。`
  return [defectAt(given, 'mixed-spacing', around(given.input, example), words)]
}

/** The spot with the number and the words beside it. */
function around(input: string, spot: number): [number, number] {
  const before = /[一-龥]?[\d.%]*[一-龥]?$/u.exec(input.slice(Math.max(0, spot - 10), spot))?.[0].length ?? 0
  const after = /^ *[\d.%]*[一-龥]?/u.exec(input.slice(spot, spot + 12))?.[0].length ?? 0
  return [spot - before, spot + after]
}

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '"': '“ ”',
  '.': '。',
}
const HALF = new RegExp(`(?<=${CJK}\\s?)[,;:?!()"]|[,;:?!()"](?=\\s?${CJK})|(?<=${HAN})\\.(?![\\w.])`, 'g')
const NUMBERS = /[\d.A-Za-z%,]/

/** Half-width punctuation beside Chinese (D:A6.6). */
export function halfWidth(given: Given): Defect[] {
  const defects: Defect[] = []
  for (const { match, start, end } of found(given, HALF)) {
    const mark = match[0]
    if (isLatin(given.input, start) || (mark === ')' && isClosing(given.input, start))) continue
    const words = `中文里用了半角的“${mark}”，请改成全角的“${FULL[mark] ?? mark}”（GB/T 15834）。`
    defects.push(defectAt(given, 'half-width-punctuation', withNeighbours(given, start, end, 1), words))
  }
  return notTooMany(defects)
}

/** Its opening half has been told already. */
const isClosing = (input: string, at: number): boolean =>
  /[\u4e00-\u9fff]\([^()（）\n]{0,40}$/.test(input.slice(Math.max(0, at - 42), at))

/** A comma, colon or bracket within numbers and Latin words is theirs: 1,200 · 10:30 · IT(AI) · http: */
function isLatin(input: string, at: number): boolean {
  const [before = '', after = ''] = [input[at - 1], input[at + 1]]
  if (/[,:]/.test(input[at] ?? '')) return NUMBERS.test(before) && NUMBERS.test(after)
  return /[A-Za-z]/.test(before) && /[A-Za-z/]/.test(after)
}

const HYPHENS = new RegExp(`(?<=${CJK}\\s?)(?:-{2,3}|－{1,2}|─{2})(?=\\s?${CJK})`, 'g')

/** "--" where a dash belongs (D:A6.7). */
export function doubleHyphens(given: Given): Defect[] {
  const defects = [...found(given, HYPHENS)].map(({ match, start, end }) =>
    defectAt(
      given,
      'double-hyphen',
      withNeighbours(given, start, end, 3),
      `破折号写成了“${match[0]}”，请改成占两个字的“——”（GB/T 15834）。`,
    ),
  )
  return notTooMany(defects)
}
