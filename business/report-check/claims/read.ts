import { type Apart, apartOf, type Whole } from './apart.ts'
import { type Banner, bannerUnder } from './banners.ts'
import { type Placed, sentencesOf, tighten } from './characters.ts'
import { comparedWith, labelled, lasting, mattersIn, unitFromContext } from './context.ts'
import { type Heading, markOf } from './headings.ts'
import { joinLines, lineFinder, type Paragraph } from './join.ts'
import { type Measured, measure } from './measure.ts'
import { type Found, findNumbers } from './numbers.ts'
import type { Comparator } from './qualifiers.ts'
import { shareUnits } from './share.ts'
import { subjectOf } from './subject.ts'
import { isHead, isPlainCell, type Row, rowOf, type Table, type Told, toldOf, unitNote } from './table.ts'
import { isAim, isPlan, isPlanning, looksAhead, standsAhead, startsLater, turns } from './targets.ts'
import { trapOf } from './traps/find.ts'
import { LONGEST_HEADING, wholeOf } from './whole.ts'

/** One statement of a quantity, as read from a text. */
export type Claim = {
  /** Exactly as it stands in the input; contains the number. */
  quote: string
  start: number
  end: number
  line: number
  /** In base units: 元, 人; percent as written. */
  value: number
  unit: string | null
  comparator: Comparator
  qualifier: string | null
  subject: string
  section: string
  isTarget: boolean
  sentence: string
  /** Of that sentence what stands before the number with its qualifier, and behind its unit. */
  before: string
  after: string
  /** Where it tells of another time, place or part than the whole report. */
  apart: Apart | null
}

export type ReadText = {
  claims: Claim[]
  headings: Heading[]
  paragraphs: Paragraph[]
  year: number | null
  /** The lines above its first sentence, run together; empty when there are none. */
  title: string
}

/** 附件 1 数据说明: what follows stands under no chapter of the text before it. */
const ANNEX = /^\s*附件\s*(?:[\d一二三四五六七八九十]+\s*)?(?:[：:].{0,40}|[^，。；：]{0,20})$/

/**
 * Every quantitative claim of a Chinese work report, with the headings under which it stands. Reads any union's or body's report: nothing here knows our figures.
 * @param input the text as it is, hard-wrapped or not
 */
export function readReport(input: string): ReadText {
  const paragraphs = joinLines(input)
  const lineAt = lineFinder(input)
  const headings: Heading[] = []
  const claims: Claim[] = []
  const whole = wholeOf(paragraphs)
  const isPlanned = isPlanning(whole.title)
  let above: readonly Heading[] = []
  let banner: Banner | undefined
  let table: Table = {}
  let before = ''
  let isAhead = false
  for (const paragraph of paragraphs) {
    const heading = headingOf(paragraph, input)
    if (heading) {
      headings.push(heading)
      above = [...above.filter(({ level }) => level < heading.level), heading]
      if (heading.level <= 2 && !banner?.isPart) banner = undefined
    }
    if (ANNEX.test(paragraph.text)) [above, banner] = [[], undefined]
    banner = bannerUnder(paragraph.text, banner, whole.year)
    isAhead = isPlanned || standsAhead(paragraph.text, before, isAhead)
    before = paragraph.text
    for (const claim of claimsOf({ input, whole, above, banner, table, isAhead }, paragraph))
      claims.push({ ...claim, line: lineAt(claim.start) })
    table = tableAfter(paragraph.text, table)
  }
  return { claims, headings, paragraphs, year: whole.year, title: whole.title }
}

/** What a paragraph leaves for the rows below it; prose ends a table. */
function tableAfter(text: string, table: Table): Table {
  const row = rowOf(text)
  if (row) return isHead(row) ? { ...table, head: row } : table
  const note = unitNote(text)
  return note === undefined ? {} : { note }
}

/** A paragraph that begins with a mark and does not go on as a sentence; 一、 and （一） may run into the text after their first full stop. */
function headingOf(paragraph: Paragraph, input: string): Heading | undefined {
  const found = markOf(paragraph.text)
  if (!found) return undefined
  const from = paragraph.text.indexOf(found.mark) + found.mark.length
  const rest = paragraph.text.slice(from)
  const text = rest.split('。')[0] as string
  if (text.length > LONGEST_HEADING) return undefined
  const start = paragraph.at[0] as number
  const last = paragraph.at[from + text.length - 1] ?? (paragraph.at.at(-1) as number)
  return { ...found, text, start, end: Math.min(last + 1, input.length), line: paragraph.line }
}

type Unplaced = Omit<Claim, 'line'>

/** A measured number in its sentence or cell, with what the heads of a table add; whether the paragraph has turned to what is to come before it. */
type Said = { one: Measured; placed: Placed; told?: Told; isAhead?: boolean; hasTurned?: boolean }

/** What a paragraph stands under. */
type Under = {
  input: string
  whole: Whole
  /** The headings it stands under, the chapter first. */
  above: readonly Heading[]
  banner: Banner | undefined
  table: Table
  isAhead: boolean
}

function claimsOf(under: Under, paragraph: Paragraph): Unplaced[] {
  const { above, table, whole } = under
  const row = rowOf(paragraph.text)
  const said = row ? ofRow(paragraph, row, table) : ofProse(tighten(paragraph))
  // A life told year by year has no year of its own behind which the others lie ahead.
  const titled = /20\d\d/.test(whole.title) ? whole.year : null
  const chapters = [under.banner, above.find(({ level }) => level === 1), above.at(-1)]
  return said.map((one) => {
    const before = one.placed.text.slice(0, one.one.from)
    const hasTurned = one.hasTurned === true || turns(before)
    const isAhead = under.isAhead || one.isAhead === true || looksAhead(before) || startsLater(before, titled)
    return claimOf(under, one, isAhead || chapters.some((heading) => isPlan(heading, hasTurned, whole.year)))
  })
}

/** Sentence by sentence, so that a paragraph of a hundred pages is read in a hundred times the time of one. */
function ofProse(paragraph: Placed): Said[] {
  let isAhead = false
  let hasTurned = false
  let matters: string | undefined
  return sentencesOf(paragraph).flatMap((placed) => {
    const found = quantities(placed.text, matters)
    const said = found.map((one) => ({ one, placed, isAhead, hasTurned }))
    matters = mattersIn(found, matters)
    isAhead ||= looksAhead(placed.text)
    hasTurned ||= turns(placed.text)
    return said
  })
}

/** Cell by cell; the numbers of a head are years, the first column names or counts the rows. */
function ofRow({ at }: Paragraph, row: Row, table: Table): Said[] {
  if (isHead(row)) return []
  return row.flatMap(({ text, from }, column) => {
    const placed = tighten({ text, at: at.slice(from, from + text.length) })
    const [number] = findNumbers(placed.text)
    if (!number || !isPlainCell(placed.text, number)) return ofProse(placed)
    const told = toldOf(row, table, column)
    return told ? [{ one: inCell(number, told), placed, told }] : []
  })
}

const inCell = (number: Found, { unit, factor }: Told): Measured => ({
  from: number.from,
  to: number.to,
  number: { ...number, value: Math.abs(number.value) * (number.unit === undefined ? factor : 1) },
  unit: number.unit ?? unit,
  comparator: '=',
  qualifier: null,
  isBare: false,
})

function claimOf(
  { input, whole, above, banner }: Under,
  { one, placed: { text, at }, told }: Said,
  inPlan: boolean,
): Unplaced {
  const start = at[one.from] as number
  const end = (at[one.to - 1] as number) + 1
  const sentence = sentenceAround(text, one)
  const before = text.slice(sentence.from, one.from)
  const under = [banner, ...above].flatMap((one) => one?.text ?? [])
  const said = told
    ? { before: `${told.subject}${text.slice(0, one.from)}`, after: text.slice(one.to) }
    : { before, after: text.slice(one.to, sentence.to) }
  const clause = lastClause(text.slice(sentence.from, one.to))
  return {
    quote: input.slice(start, end),
    start,
    end,
    value: Math.round(one.number.value * 1e6) / 1e6,
    unit: one.unit,
    comparator: one.comparator,
    qualifier: one.qualifier,
    subject: told?.subject ?? subjectOf(text, one),
    section: sectionOf(above),
    isTarget: told?.isTarget ?? isAim(before, clause, inPlan),
    sentence: `${said.before}${text.slice(one.from, one.to)}${said.after}`,
    ...said,
    apart: told?.place
      ? { words: told.place, isElsewhere: true }
      : apartOf(told ? { before: told.about, after: '' } : said, whole, under),
  }
}

/** The measured numbers of a tightened text that claim something. */
function quantities(text: string, matters?: string): Measured[] {
  const kept: Measured[] = []
  for (const one of shareUnits(text, measure(text))) {
    const years = lasting(text, one)
    if (years === undefined && trapOf(text, one) !== undefined) continue
    const compared = years ?? labelled(text, one) ?? comparedWith(text, one, kept.at(-1))
    if (compared) {
      kept.push(compared)
      continue
    }
    const unit = one.isBare ? unitFromContext(text, one, kept.at(-1), mattersIn(kept, matters)) : one.unit
    if (unit !== undefined) kept.push({ ...one, unit })
    else if (one.number.isFraction || one.number.isRatio) kept.push(one)
  }
  return kept
}

const sectionOf = (above: readonly Heading[]): string =>
  above
    .slice(-2)
    .map(({ mark, text }) => `${mark}${text}`)
    .join(' ')

function sentenceAround(text: string, one: Measured): { from: number; to: number } {
  const from = Math.max(...['。', '；', '！', '？'].map((mark) => text.lastIndexOf(mark, one.from - 1))) + 1
  const ends = ['。', '；', '！', '？'].map((mark) => text.indexOf(mark, one.to)).filter((place) => place >= 0)
  return { from, to: Math.min(text.length, ...ends.map((place) => place + 1)) }
}

const lastClause = (text: string) => text.split(/[，；。、]/).at(-1) ?? ''
