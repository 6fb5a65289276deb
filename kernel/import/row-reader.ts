import type { Field } from '../exchange/headers.ts'
import type { RawRow } from '../exchange/table.ts'
import {
  type EngineReason,
  engineReasons,
  type ReadContext,
  type ReadValue,
  type RowReader,
  type RowReason,
} from './kind.ts'
import type { ColumnMap } from './mapping.ts'

/** A row of the sheet after everything that can be told without the database. */
export type CheckedRow =
  | { row: number; value: ReadValue; warnings: RowReason[] }
  | { row: number; value: null; reasons: RowReason[] }

type Column = Field & { column: number }

/**
 * Reads the rows of one sheet in their order, and remembers which it has seen. @param map as confirmed
 * @returns a function from a raw row to what is to be stored, or to the reasons why it is not
 */
export function createRowReader(reader: RowReader, map: ColumnMap, context: ReadContext): (raw: RawRow) => CheckedRow {
  const columns = reader.fields.flatMap((field) => {
    const column = map[field.key]
    return column === undefined ? [] : [{ ...field, column }]
  })
  const seen = new Map<string, number>()
  return (raw) => {
    const { cells, warnings, reasons } = cellsOf(raw, columns)
    if (reasons.length > 0) return { row: raw.row, value: null, reasons }
    const read = reader.read(cells, context)
    if ('reasons' in read) return { row: raw.row, value: null, reasons: [...read.reasons, ...warnings] }
    const identity = reader.identityOf ? reader.identityOf(read.value) : JSON.stringify(cells)
    const first = identity === null ? undefined : seen.get(identity)
    if (first !== undefined) return { row: raw.row, value: null, reasons: [twice(first)] }
    if (identity !== null) seen.set(identity, raw.row)
    return { row: raw.row, value: read.value, warnings: [...warnings, ...read.warnings] }
  }
}

const twice = (first: number): RowReason => ({
  column: '',
  code: 'row.twice',
  message: engineReasons['row.twice'].replaceAll('{row}', String(first)),
})

function cellsOf(raw: RawRow, columns: readonly Column[]) {
  const cells: Record<string, string> = {}
  const warnings: RowReason[] = []
  const reasons: RowReason[] = []
  for (const { key, title, column, required } of columns) {
    const code = faultAt(raw, column)
    if (code) (required ? reasons : warnings).push({ column: title, code, message: engineReasons[code] })
    else if (raw.cells[column]) cells[key] = raw.cells[column]
  }
  return { cells, warnings, reasons }
}

function faultAt(raw: RawRow, column: number): EngineReason | null {
  if (raw.damaged.includes(column)) return 'cell.damaged'
  const fault = raw.faults?.find((one) => one.column === column)
  return fault ? (fault.kind === 'formula' ? 'cell.formula' : 'cell.error') : null
}
