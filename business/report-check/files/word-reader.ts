import type { XmlHandlers } from '../../../kernel/exchange/xml.ts'
import { mostCharacters } from '../rules/words.ts'
import { refuse } from './refusals.ts'
import { attribute, type Numbered } from './word-numbering.ts'
import { createParagraphs } from './word-paragraphs.ts'

/** What is not part of the text as it prints: deleted, moved away, formatted otherwise before, the second form of a drawing, how a character is said. */
const SKIPPED = new Set(['del', 'moveFrom', 'pPrChange', 'rPrChange', 'Fallback', 'instrText', 'delText', 'rt'])
const MARKS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }
const OFF = new Set(['0', 'false', 'off'])

type Attributes = Readonly<Record<string, string>>
/** A paragraph being read. `isJoined`: its end was deleted, and the next goes on where it stopped. */
type Frame = { text: string; numbered: Numbered; style?: string; isJoined: boolean }
/** What the automatic number before a paragraph is; asked for each in its order. */
export type NumberOf = (own: Numbered, style: string | undefined) => string

type Reading = {
  numberOf: NumberOf
  paragraphs: ReturnType<typeof createParagraphs>
  frames: Frame[]
  /** How deep inside what is left out, inside formats, inside runs. */
  skipped: number
  formats: number
  runs: number
  isHidden: boolean
  isText: boolean
  length: number
  /** Of a paragraph that is joined to the next. */
  before: string | undefined
}

/**
 * Gathers the text of one part of a .docx (WordprocessingML). A text box stands inside a paragraph: its own paragraphs come before the one that holds it,
 * so that no sentence is cut in two.
 */
export function createWordReader(numberOf: NumberOf): { handlers: XmlHandlers; text(): string } {
  const paragraphs = createParagraphs()
  const inside = { skipped: 0, formats: 0, runs: 0, isHidden: false, isText: false }
  const reading: Reading = { numberOf, paragraphs, frames: [], ...inside, length: 0, before: undefined }
  return {
    handlers: {
      open: (name, attributes) => openElement(reading, name, attributes),
      text: (more) => {
        if (reading.isText && reading.skipped === 0) add(reading, more)
      },
      close: (name) => closeElement(reading, name),
    },
    text: paragraphs.text,
  }
}

function openElement(reading: Reading, name: string, attributes: Attributes): void {
  const frame = reading.frames.at(-1)
  // The mark of a paragraph's end carries its own deletion, in its format.
  if (name === 'del' && frame && reading.formats > 0 && reading.runs === 0) frame.isJoined = true
  if (reading.skipped > 0 || SKIPPED.has(name) || isLineOfNotes(name, attributes)) reading.skipped += 1
  else if (name === 'p') reading.frames.push({ text: '', numbered: {}, isJoined: false })
  else if (name === 'pPr' || name === 'rPr') reading.formats += 1
  else if (name === 'r') reading.runs += 1
  else if (name === 't') reading.isText = true
  else if (reading.formats > 0) format(reading, name, attribute(attributes, 'val'))
  else if (reading.runs > 0 && MARKS[name] !== undefined) add(reading, MARKS[name])
  else reading.paragraphs.open(name)
}

function closeElement(reading: Reading, name: string): void {
  if (reading.skipped > 0) reading.skipped -= 1
  else if (name === 'p') endParagraph(reading)
  else if (name === 'pPr' || name === 'rPr') reading.formats -= 1
  else if (name === 'r') {
    reading.runs -= 1
    reading.isHidden = false
  } else if (name === 't') reading.isText = false
  else reading.paragraphs.close(name)
}

function format(reading: Reading, name: string, value: string): void {
  const frame = reading.frames.at(-1)
  if (reading.runs > 0) {
    if (name === 'vanish') reading.isHidden = !OFF.has(value)
  } else if (!frame) return
  else if (name === 'numId') frame.numbered.list = value
  else if (name === 'ilvl') frame.numbered.level = Number(value)
  else if (name === 'pStyle') frame.style = value
}

function add(reading: Reading, more: string): void {
  reading.length += more.length
  if (reading.length > mostCharacters) refuse.long()
  const frame = reading.frames.at(-1)
  if (frame && !reading.isHidden) frame.text += more
}

function endParagraph(reading: Reading): void {
  const frame = reading.frames.pop()
  if (!frame) return
  const start = reading.before ?? reading.numberOf(frame.numbered, frame.style)
  const whole = start + frame.text
  reading.length += reading.before === undefined ? start.length : 0
  reading.before = frame.isJoined ? whole : undefined
  if (!frame.isJoined) reading.paragraphs.add(whole)
}

/** Of the notes, those that only draw a line. */
const isLineOfNotes = (name: string, attributes: Attributes): boolean =>
  /^(foot|end)note$/.test(name) && !['', 'normal'].includes(attribute(attributes, 'type'))
