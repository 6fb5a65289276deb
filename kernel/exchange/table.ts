import { fail } from '../contract/errors.ts'
import { decodeText, readCsv } from './csv-read.ts'
import { findHeader } from './header-row.ts'
import { readXlsx } from './xlsx-read.ts'

/** A row of a sheet: its number there (from 1), its cells as text, and the columns (from 0) whose numbers lost their last digits. */
export type RawRow = { row: number; cells: string[]; damaged: number[] }
export type Table = { kind: 'xlsx' | 'csv'; header: string[]; headerRow: number; rows: AsyncGenerator<RawRow> }
export type TableOptions = {
  /** Most rows below the header; default 100 000. */
  maxRows?: number
  /** Most bytes of the file; default 50 MB. */
  maxBytes?: number
  /** Names that columns may have: the row with most of them is the header. */
  known?: readonly string[]
}

const MB = 1024 * 1024
const LOOK_AHEAD = 30

/**
 * Opens a spreadsheet that somebody handed in: .xlsx, or .csv in UTF-8, UTF-16 or GBK, whatever its name says. Titles above the header and empty rows
 * are skipped; cells come trimmed. @throws Failure 400 damaged, 413 too many rows or bytes, 415 another kind of file, 422 no header found
 */
export async function readTable(source: AsyncIterable<Uint8Array>, options: TableOptions = {}): Promise<Table> {
  const { maxRows = 100_000, maxBytes = 50 * MB, known = [] } = options
  const file = await gather(source, maxBytes)
  const kind = kindOf(file)
  const rows = tidy(kind === 'xlsx' ? readXlsx(file) : readCsv(decodeText(file)))
  const ahead: RawRow[] = []
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    ahead.push(next.value)
    if (ahead.length === LOOK_AHEAD) break
  }
  const at = findHeader(
    ahead.map((row) => row.cells),
    known,
  )
  const header = ahead[at]
  if (!header) return fail(422, '没有找到表头，请在数据上方留一行列名，例如“姓名、身份证号、手机号”')
  return { kind, header: header.cells, headerRow: header.row, rows: limited(ahead.slice(at + 1), rows, maxRows) }
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
  return Buffer.concat(pieces)
}

function kindOf(file: Buffer): Table['kind'] {
  if (file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'xlsx'
  if (file.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    fail(415, '这是旧版 Excel（.xls）或加了密码的表格，请另存为没有密码的 .xlsx 再上传')
  const start = file.subarray(0, 2000).toString('latin1').trimStart().toLowerCase()
  if (start.startsWith('<')) fail(415, '这个文件其实是网页，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传')
  const isWide = start.startsWith('\u00ff\u00fe') || start.startsWith('\u00fe\u00ff')
  if (start.startsWith('%pdf') || (!isWide && file.subarray(0, 2000).includes(0)))
    fail(415, '这不是表格，请上传 .xlsx 或 .csv 文件')
  return 'csv'
}

/** Blanks at the ends go (also the tab and the apostrophe that keep a number a text), and so do rows with nothing in them. */
async function* tidy(rows: AsyncIterable<RawRow> | Iterable<RawRow>): AsyncGenerator<RawRow> {
  for await (const { row, cells, damaged } of rows) {
    const trimmed = Array.from(cells, (cell) => (cell ?? '').trim().replace(/^'(?=[=+\-@\d])/, ''))
    if (trimmed.some((cell) => cell !== '')) yield { row, cells: trimmed, damaged }
  }
}

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
