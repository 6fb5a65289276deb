import { fail } from '../contract/errors.ts'
import type { RawRow } from './table.ts'

/** The text of a CSV file: UTF-8 (with or without mark), UTF-16 with mark, else GB 18030, which Chinese Excel writes. */
export function decodeText(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('gb18030').decode(file)
  }
}

/** What separates the cells: what the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const head = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/, 20)
    .join('\n')
  const count = (mark: string) => head.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

const LONGEST_CELL = 100_000

/** Rows of a CSV or tab-separated text (RFC 4180; quotes inside a cell that began without one are taken as they are). @throws Failure 400 */
export function* readCsv(text: string): Generator<RawRow> {
  const separator = separatorOf(text)
  const next = new RegExp(`[${separator}\\r\\n]`, 'g')
  let at = 0
  let number = 1
  let cells: string[] = []
  let startedAt = 1
  while (at < text.length || cells.length > 0) {
    const cell = text[at] === '"' ? quoted(text, at, number) : plain(text, at, next)
    cells.push(cell.text)
    number += cell.lines
    at = cell.end + 1
    const mark = text[cell.end]
    if (mark === separator) continue
    if (mark === '\r' && text[at] === '\n') at += 1
    yield { row: startedAt, cells, damaged: damagedOf(cells) }
    cells = []
    number += 1
    startedAt = number
  }
}

/** Excel writes long numbers to CSV as 4.40307E+17: the last digits are gone. */
const damagedOf = (cells: readonly string[]) =>
  cells.flatMap((cell, at) => (/^\d\.\d+E\+1\d$/i.test(cell.trim()) ? [at] : []))

function plain(text: string, at: number, next: RegExp) {
  next.lastIndex = at
  const end = next.exec(text)?.index ?? text.length
  return { text: text.slice(at, end), end, lines: 0 }
}

function quoted(text: string, at: number, row: number) {
  let end = at
  do {
    end = text.indexOf('"', end + 1)
    if (end === -1 || end - at > LONGEST_CELL) return fail(400, `第 ${row} 行有一个引号没有配对，请核对后重新导出`)
    if (text[end + 1] === '"') end += 1
    else break
  } while (end < text.length)
  const inner = text.slice(at + 1, end).replaceAll('""', '"')
  return { text: inner, end: end + 1, lines: inner.split('\n').length - 1 }
}
