import { fail } from '../contract/errors.ts'
import { findHeader } from './header-row.ts'
import { openSheets, type SheetRows } from './sheets.ts'

/** A cell that says nothing: a formula saved without its result, or the result of one that went wrong (#N/A). */
export type CellFault = { column: number; kind: 'formula' | 'error' }
/** A row of a sheet: its number there (from 1), its cells as text, the columns (from 0) whose numbers lost their last digits, and cells at fault. */
export type RawRow = { row: number; cells: string[]; damaged: number[]; faults?: CellFault[] }
export type TableKind = 'xlsx' | 'xls' | 'csv'
/** A sheet of the file, as the reader is told of it: none is read or left out silently. */
export type SheetCard = { name: string; isHidden: boolean; isEmpty: boolean }
export type Table = {
  kind: TableKind
  sheets: SheetCard[]
  /** Which of them is read. */
  sheet: number
  header: string[]
  headerRow: number
  /** The first rows of the sheet, those above the header among them. */
  top: RawRow[]
  rows: AsyncGenerator<RawRow>
}
export type TableOptions = {
  /** Most rows below the header; default 100 000. */
  maxRows?: number
  /** Most bytes of the file; default 50 MB. */
  maxBytes?: number
  /** Names that columns may have: the row with most of them is the header. */
  known?: readonly string[]
  /** The sheet to read, from 0; else the first visible one that holds something. */
  sheet?: number
  /** The row (as the sheet numbers it) that bears the column names; else it is found. */
  headerRow?: number
  /** Old .xls files too: they are read in one go, so only in a thread of its own. */
  takesXls?: boolean
}

const MB = 1024 * 1024
const LOOK_AHEAD = 50

/**
 * Opens a spreadsheet that somebody handed in: .xlsx, or .csv in UTF-8, UTF-16 or GBK, whatever its name says. Titles above the header and empty rows
 * are skipped; cells come trimmed. @throws Failure 400 damaged, 413 too many rows or bytes, 415 another kind of file, 422 no header or no such sheet found
 */
export async function readTable(source: AsyncIterable<Uint8Array>, options: TableOptions = {}): Promise<Table> {
  const { maxRows = 100_000, maxBytes = 50 * MB, known = [] } = options
  const { kind, sheets } = await openSheets(await gather(source, maxBytes), options.takesXls ?? false)
  const peeked = await peek(sheets)
  const sheet = options.sheet ?? chosen(peeked)
  const opened = sheets[sheet]
  if (!opened) return fail(422, '文件里没有这张工作表，请重新选择')
  const rows = tidy(opened.rows())
  const top = await firstOf(rows, LOOK_AHEAD)
  const at = headerPlace(top, known, options.headerRow)
  const header = top[at]
  if (!header) return fail(422, '没有找到表头，请在数据上方留一行列名，例如“姓名、身份证号、手机号”')
  return {
    kind,
    sheets: peeked,
    sheet,
    header: Array.from(header.cells, (cell) => cell ?? ''),
    headerRow: header.row,
    top,
    rows: limited(top.slice(at + 1), rows, maxRows),
  }
}

/** Looks into each sheet for its first row with something in it. */
async function peek(sheets: readonly SheetRows[]): Promise<SheetCard[]> {
  const cards: SheetCard[] = []
  for (const { name, isHidden, rows } of sheets) {
    const begun = tidy(rows())
    cards.push({ name, isHidden, isEmpty: (await firstOf(begun, 1)).length === 0 })
    await begun.return(undefined)
  }
  return cards
}

/** @throws Failure 422 when all that is in sight is empty */
function chosen(sheets: readonly SheetCard[]): number {
  const found = sheets.findIndex((sheet) => !sheet.isHidden && !sheet.isEmpty)
  if (found !== -1) return found
  const hidden = sheets.find((sheet) => sheet.isHidden && !sheet.isEmpty)
  return hidden
    ? fail(422, `能看见的工作表都是空的，内容在隐藏的工作表“${hidden.name}”里，请取消隐藏后再上传`)
    : fail(422, '没有找到表头，请在数据上方留一行列名，例如“姓名、身份证号、手机号”')
}

const headerPlace = (top: readonly RawRow[], known: readonly string[], wanted: number | undefined): number =>
  wanted === undefined
    ? findHeader(
        top.map((row) => row.cells),
        known,
      )
    : top.findIndex(({ row }) => row === wanted)

async function firstOf(rows: AsyncGenerator<RawRow>, count: number): Promise<RawRow[]> {
  const first: RawRow[] = []
  while (first.length < count) {
    const next = await rows.next()
    if (next.done) break
    first.push(next.value)
  }
  return first
}

async function gather(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of source) {
    bytes += piece.length
    if (bytes > maxBytes) fail(413, `文件超过 ${Math.floor(maxBytes / MB)} MB，请分成几份再导入`)
    pieces.push(piece)
  }
  if (bytes === 0) fail(422, '文件是空的，请重新选择')
  const [only] = pieces
  return pieces.length === 1 && only ? Buffer.from(only.buffer, only.byteOffset, only.length) : Buffer.concat(pieces)
}

/** Blanks at the ends go (also those without width, the tab and the apostrophe that keep a number a text), and so do rows with nothing in them. */
async function* tidy(rows: AsyncIterable<RawRow> | Iterable<RawRow>): AsyncGenerator<RawRow> {
  for await (const row of rows) {
    const cells = Array.from(row.cells, tidyCell)
    if (cells.some((cell) => cell !== '') || row.faults) yield { ...row, cells }
  }
}

const tidyCell = (cell: string | undefined): string =>
  (cell ?? '').replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '').replace(/^'(?=[=+\-@\d])/, '')

async function* limited(
  ahead: readonly RawRow[],
  rest: AsyncGenerator<RawRow>,
  maxRows: number,
): AsyncGenerator<RawRow> {
  let count = 0
  const counted = (row: RawRow) => {
    count += 1
    if (count > maxRows) fail(413, `这张表超过 ${maxRows} 行，请分成几份再导入`)
    return row
  }
  for (const row of ahead) yield counted(row)
  for await (const row of rest) yield counted(row)
}
