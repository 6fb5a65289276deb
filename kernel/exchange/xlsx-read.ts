import { columnOf, dayText, numberText } from './cell.ts'
import type { RawRow } from './table.ts'
import { type Book, openBook } from './workbook.ts'
import { readXml } from './xml.ts'
import { openZip } from './zip.ts'

/** Columns beyond this are ignored: nobody fills them, but a stray format may claim 16 384. */
const MOST_COLUMNS = 500
const UNPACKED = 300 * 1024 * 1024

/**
 * Rows of the first visible sheet of an .xlsx file, texts as they are shown: days as `2026-01-05`, formulas as their results.
 * @param file the whole file; unpacking stops at 300 MB. @throws Failure 400, 413, 415
 */
export async function* readXlsx(file: Buffer): AsyncGenerator<RawRow> {
  const book = await openBook(openZip(file, UNPACKED))
  const gathered: RawRow[] = []
  for await (const _ of readXml(book.sheet.read(), sheetHandlers(book, gathered))) yield* gathered.splice(0)
  yield* gathered
}

function sheetHandlers(book: Book, gathered: RawRow[]) {
  let row: RawRow = { row: 0, cells: [], damaged: [] }
  let cell = { column: -1, type: '', style: 0, value: '' }
  let isValue = false
  return {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'row') row = { row: Number(attributes.r) || row.row + 1, cells: [], damaged: [] }
      else if (name === 'c') {
        const column = columnOf(attributes.r)
        cell = {
          column: column === -1 ? row.cells.length : column,
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          value: '',
        }
      } else isValue = name === 'v' || (name === 't' && cell.type === 'inlineStr')
    },
    text(more: string) {
      if (isValue) cell.value += more
    },
    close(name: string) {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'c' && cell.column < MOST_COLUMNS) place(book, row, cell)
      else if (name === 'row') gathered.push(row)
    },
  }
}

function place(book: Book, row: RawRow, cell: { column: number; type: string; style: number; value: string }): void {
  if (cell.value === '') return
  while (row.cells.length < cell.column) row.cells.push('')
  const { text, isDamaged } = textOf(book, cell)
  row.cells[cell.column] = text
  if (isDamaged) row.damaged.push(cell.column)
}

function textOf(book: Book, { type, style, value }: { type: string; style: number; value: string }) {
  if (type === 's') return { text: book.strings[Number(value)] ?? '', isDamaged: false }
  if (type === 'b') return { text: value === '1' ? '是' : '否', isDamaged: false }
  if (type === 'd') return { text: value.slice(0, 10), isDamaged: false }
  if (type !== 'n') return { text: value, isDamaged: false }
  const isDay = book.dateStyles[style] === true && Number.isFinite(Number(value))
  return isDay ? { text: dayText(Number(value), book.startsIn1904), isDamaged: false } : numberText(value)
}
