import { type Placed, widthOf } from './characters.ts'
import { isHeadingLine } from './headings.ts'
import { rowOf } from './table.ts'
import { unitAt } from './units.ts'

/** One paragraph as its author meant it, put together again from the lines of the input. `line` counts from 1. */
export type Paragraph = Placed & { line: number }

type Line = { text: string; start: number; line: number }

/** "— 6 —", "- 6 -", "第 6 页", "6 / 12": what a page leaves behind in copied text. */
export const PAGE_MARK =
  /^\s*(?:[—–―·•-]+\s*[\d０-９]{1,4}\s*[—–―·•-]+|第\s*\d+\s*页(?:[，,\s]*共\s*\d+\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/

/** Text out of a page is wrapped at one width, which is what this tolerance allows to vary: hanging punctuation, digits, a lost indent. */
const SLACK = 2.6
const WIDEST_PAGE = 50
const NARROWEST_PAGE = 16
const FEWEST = 6
/** No paragraph begins with what closes a sentence. */
const GOES_ON = /^[，。、；：！？）”’》%‰％]/
/** 走了将近 / 两万步: none ends with a word that leads to a number. */
const LEADS_ON = /(?:[将接]近|大约|超过|突破|不少于|不低于|不超过|至少|[^靠附临]近|约|超|逾)$/
const NUMERAL = /^[\d０-９一二两三四五六七八九十百千]/

/** A number cut from its measure word, or its qualifier from it. A line that is only a number is a cell. */
function isCut(above: string, below: string): boolean {
  if (LEADS_ON.test(above)) return NUMERAL.test(below) && !isHeadingLine(below)
  if (!/[\d０-９]$/.test(above) || !/[一-龥]/.test(above)) return false
  const unit = unitAt(below, 0)
  return unit !== undefined && /^[，。、；）]/.test(below.slice(unit.length))
}

/**
 * Puts hard-wrapped lines together into paragraphs. Page marks are left out; every character keeps its place in the input.
 * @param input any text; text that is not hard-wrapped comes back a paragraph a line
 */
export function joinLines(input: string): Paragraph[] {
  const lines = linesOf(input).filter(({ text }) => text.trim() !== '' && !PAGE_MARK.test(text))
  const isFull = wrapOf(lines)
  const paragraphs: Line[][] = []
  let wasFull = false
  for (const line of lines) {
    const last = paragraphs.at(-1)
    const isRow = rowOf(line.text) !== undefined
    if (last && !isRow && goesOnWith(line, last, wasFull)) last.push(line)
    else paragraphs.push([line])
    wasFull = !isRow && isFull(line)
  }
  return paragraphs.map(together)
}

function goesOnWith({ text }: Line, paragraph: readonly Line[], wasFull: boolean): boolean {
  const below = text.trimStart()
  return (
    GOES_ON.test(below) || (wasFull && !isHeadingLine(text)) || isCut(paragraph.at(-1)?.text.trimEnd() ?? '', below)
  )
}

function linesOf(input: string): Line[] {
  const found: Line[] = []
  let start = 0
  for (const [index, text] of input.split(/\r\n|[\n\r\f\u2028]/).entries()) {
    found.push({ text, start, line: index + 1 })
    start += text.length
    start += input.startsWith('\r\n', start) ? 2 : 1
  }
  return found
}

/** Tells on which line of the input, counted from 1, a place lies. @returns a function that takes places in any order */
export function lineFinder(input: string): (place: number) => number {
  const starts = linesOf(input).map(({ start }) => start)
  return (place) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= place) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Programs wrap by the width on paper or by the number of characters; what most lines come close to tells which. */
const MEASURES = [widthOf, (text: string) => text.length] as const

/** Tells a line that was wrapped from one that ends: in text that was not wrapped none counts as full. */
function wrapOf(lines: readonly Line[]): (line: Line) => boolean {
  const texts = lines.map(({ text }) => text.trim())
  const [best] = MEASURES.map((measure) => ({
    measure,
    ...fitOf(texts.map((text) => Math.round(measure(text)))),
  })).sort((a, b) => b.share - a.share)
  if (!best || lines.length < FEWEST || best.share < 0.4 || best.longest > best.usual + 2 * SLACK) return () => false
  if (best.usual < NARROWEST_PAGE || best.usual > WIDEST_PAGE) return () => false
  return ({ text }) => best.measure(text.trim()) >= best.usual - SLACK
}

/** The most common length, the share of lines that come close to it, and the length few lines go beyond. */
function fitOf(lengths: readonly number[]): { usual: number; share: number; longest: number } {
  const usual = mostCommon(lengths)
  const close = lengths.filter((length) => Math.abs(length - usual) <= SLACK).length
  const longest = lengths.toSorted((a, b) => a - b).at(Math.floor(lengths.length * 0.97)) ?? 0
  return { usual, share: close / lengths.length, longest }
}

function mostCommon(lengths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0
}

function together(lines: readonly Line[]): Paragraph {
  const text: string[] = []
  const at: number[] = []
  for (const { text: own, start } of lines) {
    const from = own.length - own.trimStart().length
    const inner = own.trim()
    for (let i = 0; i < inner.length; i++) {
      text.push(inner[i] as string)
      at.push(start + from + i)
    }
  }
  return { text: text.join(''), at, line: lines[0]?.line ?? 1 }
}
