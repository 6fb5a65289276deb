import { columnOf, dayText, numberText } from './cell.ts'
import type { CellFault, RawRow } from './table.ts'
import type { Book, Sheet } from './workbook.ts'
import { readXml } from './xml.ts'

/** Columns beyond this are ignored: nobody fills them, but a stray format may claim 16 384. */
export const mostColumns = 500

/** A cell as it is taken: its text, whether its last digits are gone, and what else is wrong with it. */
export type TakenCell = { text: string; isDamaged: boolean; fault?: CellFault['kind'] }

/**
 * Rows of one sheet of an .xlsx file, texts as they are shown: days as `2026-01-05`, formulas as the results they were saved with.
 * @throws Failure 400 damaged, 413 when it unpacks to more than the archive allows
 */
export async function* readXlsx(book: Book, sheet: Sheet): AsyncGenerator<RawRow> {
  const gathered: RawRow[] = []
  for await (const _ of readXml(sheet.part.read(), sheetHandlers(book, gathered))) yield* gathered.splice(0)
  yield* gathered
}

type Cell = { column: number; type: string; style: number; value: string; isFormula: boolean; hasValue: boolean }

function sheetHandlers(book: Book, gathered: RawRow[]) {
  let row: RawRow = { row: 0, cells: [], damaged: [] }
  let cell: Cell = { column: -1, type: '', style: 0, value: '', isFormula: false, hasValue: false }
  let isValue = false
  return {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'row') row = { row: Number(attributes.r) || row.row + 1, cells: [], damaged: [] }
      else if (name === 'c') {
        const at = columnOf(attributes.r)
        const column = at === -1 ? row.cells.length : at
        const type = attributes.t ?? 'n'
        cell = { column, type, style: Number(attributes.s ?? 0), value: '', isFormula: false, hasValue: false }
      } else if (name === 'f') cell.isFormula = true
      else isValue = name === 'v' || (name === 't' && cell.type === 'inlineStr')
      if (isValue) cell.hasValue = true
    },
    text(more: string) {
      if (isValue) cell.value += more
    },
    close(name: string) {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'c' && cell.column < mostColumns) placeCell(row, cell.column, takenOf(book, cell))
      else if (name === 'row') gathered.push(row)
    },
  }
}

/** Puts a cell where it belongs in its row. */
export function placeCell(row: RawRow, column: number, taken: TakenCell): void {
  if (taken.fault) {
    row.faults ??= []
    row.faults.push({ column, kind: taken.fault })
  }
  if (taken.text === '') return
  while (row.cells.length < column) row.cells.push('')
  row.cells[column] = taken.text
  if (taken.isDamaged) row.damaged.push(column)
}

function takenOf(book: Book, { type, style, value, isFormula, hasValue }: Cell): TakenCell {
  if (isFormula && !hasValue) return { text: '', isDamaged: false, fault: 'formula' }
  if (type === 'e') return { text: value, isDamaged: false, fault: 'error' }
  if (type === 's') return { text: book.strings[Number(value)] ?? '', isDamaged: false }
  if (type === 'b') return { text: value === '1' ? '是' : '否', isDamaged: false }
  if (type === 'd') return { text: value.slice(0, 10), isDamaged: false }
  if (type !== 'n' || value === '') return { text: value, isDamaged: false }
  return numberCell(value, book.styles[style] ?? { isDay: false, digits: 0 }, book.startsIn1904)
}

/** A stored number as its style shows it. */
export function numberCell(
  stored: string,
  style: { isDay: boolean; digits: number },
  startsIn1904: boolean,
): TakenCell {
  if (style.isDay && Number.isFinite(Number(stored)))
    return { text: dayText(Number(stored), startsIn1904), isDamaged: false }
  const number = numberText(stored)
  return /^\d+$/.test(number.text) ? { ...number, text: number.text.padStart(style.digits, '0') } : number
}
