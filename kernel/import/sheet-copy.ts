import { type Column, harmless } from '../exchange/columns.ts'
import type { RawRow, Table } from '../exchange/table.ts'
import { writeXlsx } from '../exchange/xlsx-write.ts'

/** The column that says why. It stands last, so that theirs keep their places. */
export const reasonTitle = '未导入原因'

type Copied = { cells: readonly string[]; reason: string }

/**
 * A copy of somebody's own sheet as a real .xlsx: the same columns and cells in their order, all as text so that no digit is lost and nothing runs as a
 * formula, and behind them why a row was not taken. @param about.reasons by the row's number in the sheet
 */
export async function* copyOf(
  table: Table,
  about: { isAll: boolean; reasons: ReadonlyMap<number, string> },
): AsyncGenerator<Uint8Array> {
  const columns: Column<Copied>[] = [
    ...table.header.map((title, at) => ({ title: harmless(title), value: (row: Copied) => row.cells[at] ?? '' })),
    { title: reasonTitle, width: 60, value: (row) => row.reason },
  ]
  yield* writeXlsx(columns, copied(table.rows, about)) as AsyncIterable<Uint8Array>
}

async function* copied(
  rows: AsyncIterable<RawRow>,
  { isAll, reasons }: { isAll: boolean; reasons: ReadonlyMap<number, string> },
): AsyncGenerator<Copied> {
  for await (const { row, cells } of rows) {
    const reason = reasons.get(row)
    if (isAll || reason !== undefined) yield { cells, reason: reason ?? '' }
  }
}
