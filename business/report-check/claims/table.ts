import { countedBy } from './context.ts'
import type { Found } from './numbers.ts'
import { writtenUnit } from './units.ts'

/** The cells of one row of a table: where each begins in the row, and what it says. */
export type Row = readonly { text: string; from: number }[]

/** The head of a table and the unit told above it. */
export type Table = { head?: Row | undefined; note?: string | undefined }

/** What the heads of a table say of a number in one of its cells. */
export type Told = {
  unit: string | null
  factor: number
  isTarget: boolean
  subject: string
  about: string
  /** Of which its row tells, in a table of places. */
  place?: string | undefined
}

const YEAR = /^(?:19|20)\d\d年?/
/** A table of places: each row tells of one. */
const PLACES = /^(?:街道|镇街|街镇|乡镇|社区|单位|所在)/
const COUNTING = /^(?:序号|编号|No\.?)$/i
const SHARE = /率|比重|占比|比例|同比|增幅|降幅|增长|[（(]%[)）]/

const GAP = /\t|\u3000+| {2,}/g
const NUMBER = /^[↑↓+-]?\d[\d,.]*[%‰]?$/
const LONGEST_CELL = 24
/** 职工活动支出 820.00 796.34 97.1%: columns of numbers parted by single spaces. */
const SPACED = /^\s*[^\s\d。，；][^\s。；]*(?: [↑↓+-]?\d[\d,.]*[%‰年]?){2,}\s*$/

/** | 区 | 家 |: columns parted by upright strokes. */
const STROKE = /[|│｜]/
function isPiped(line: string): boolean {
  const inner = line.trim()
  const parts = inner.split(STROKE)
  const isClosed = STROKE.test(inner[0] ?? '') && STROKE.test(inner.at(-1) ?? '')
  return (
    parts.length > 2 &&
    (isClosed || parts.every((part) => part.trim().length <= LONGEST_CELL && !/[，。；]/.test(part)))
  )
}

/** No table is wider; looking back along a row costs its length for each cell. */
const MOST_COLUMNS = 100

/** The cells of a line that is a row of a table: parted by tabs or by gaps, or columns of numbers behind a name. Undefined for any other line. */
export function rowOf(line: string): Row | undefined {
  const row = partsOf(line)
  return row && row.length <= MOST_COLUMNS ? row : undefined
}

function partsOf(line: string): Row | undefined {
  if (isPiped(line)) return cellsOf(line, /\s*[|│｜]\s*/g)
  if (SPACED.test(line)) return cellsOf(line, /[ \t\u3000]+/g)
  const cells = cellsOf(line, GAP)
  const inner = cells.slice(1).map(({ text }) => text.trim())
  if (/\t[^\t]*\t|\t\s*[\d.]/.test(line)) return cells
  const isShort = cells.every(({ text }) => text.length <= LONGEST_CELL && !/[，。；]/.test(text))
  const hasColumns =
    inner.filter((text) => NUMBER.test(text)).length >= 2 ||
    (inner.length >= 2 && inner.every((text) => text.length <= 8))
  return isShort && inner.length >= 2 && hasColumns ? cells : undefined
}

/** Leading and trailing gaps are indents, no empty cells; two tabs in a row leave one empty. */
function cellsOf(line: string, gap: RegExp): Row {
  const cells: { text: string; from: number }[] = []
  let from = line.length - line.trimStart().length
  for (const match of line.trimEnd().matchAll(gap)) {
    if (match.index < from) continue
    cells.push({ text: line.slice(from, match.index), from })
    from = match.index + match[0].length
  }
  cells.push({ text: line.slice(from), from })
  return cells
}

/** The unit a table says above itself: （单位：万元）. */
export const unitNote = (line: string): string | undefined =>
  line.length <= 40 ? /单位[：:]\s*([^）)\s，。；]+)/.exec(line)?.[1] : undefined

/** A row of words without numbers of its own is a head; years are no numbers, and a row of dashes says nothing. */
export const isHead = (row: Row): boolean =>
  row.some(({ text }, place) => place > 0 && /[\p{L}\d%]/u.test(text)) &&
  !isCounted(row[0]?.text.trim() ?? '') &&
  row.every(({ text }, place) => place === 0 || YEAR.test(text.trim()) || !/^[↑↓+-]?[\d,.]+/.test(text.trim()))

/** 3.9w条　合理化建议: a count before its name, no head. */
const isCounted = (first: string) => !YEAR.test(first) && /^\d[\d,.]*[万亿wW+]*[一-龥]{1,3}$/.test(first)

/**
 * What head, row label and unit column say of a cell.
 * @returns undefined for a number that only counts the rows
 */
export function toldOf(row: Row, { head, note }: Table, column: number): Told | undefined {
  const title = head?.[column + mergedIn(row, head)]?.text.trim() ?? ''
  const label =
    row
      .slice(0, column)
      .find(({ text }) => /[一-龥]/.test(text))
      ?.text.trim() ?? ''
  if (column === 0 || COUNTING.test(title)) return undefined
  const unitColumn = head?.findIndex(({ text }) => /单位$/.test(text.trim())) ?? -1
  const written = SHARE.test(title)
    ? '%'
    : (inBrackets(title) ??
      inBrackets(label) ??
      (unitColumn > 0 ? row[unitColumn]?.text.trim() : undefined) ??
      fittingOf(note, `${label}${title}`) ??
      '')
  return {
    ...writtenUnit(written || (SHARE.test(label) ? '%' : '')),
    isTarget: /计划|目标|预期/.test(title),
    about: `${label}，${title}`,
    place: PLACES.test(head?.[0]?.text.trim() ?? '') && !/[合总小]计|全区/.test(label) ? label : undefined,
    subject: `${label}${YEAR.test(title) ? '' : title}`,
  }
}

/** The row of sums often has one cell over the columns 序号 and 名称. */
const mergedIn = (row: Row, head: Row | undefined): number =>
  head?.length === row.length + 1 &&
  COUNTING.test(head[0]?.text.trim() ?? '') &&
  /^(?:合|总|小|共)\s*计/.test(row[0]?.text ?? '')
    ? 1
    : 0

/** Of 单位：人、万元、% the one by which this column is counted; heads that name shares have told theirs. */
function fittingOf(note: string | undefined, named: string): string | undefined {
  const told = (note ?? '').split(/[、，,和]/).filter((one) => one !== '' && !/^[%‰]$/.test(one))
  if (told.length < 2) return told[0]
  const counted = countedBy(named)
  return told.find((one) => counted !== undefined && one.endsWith(counted))
}

const inBrackets = (text: string): string | undefined => /[（(]([^（）()]+)[)）]$/.exec(text)?.[1]

/** A cell that is a number and no more takes unit and magnitude from the heads. */
export const isPlainCell = (cell: string, number: Found): boolean => {
  const rest = cell.slice(0, number.from) + cell.slice(number.to)
  return /^[\s↑↓+＋-]*$/.test(rest)
}
