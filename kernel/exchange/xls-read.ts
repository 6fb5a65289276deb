import type { CellObject, DenseWorkSheet, WorkBook } from '@e965/xlsx'
import { fail } from '../contract/errors.ts'
import { digitsShown, isDateFormat } from './cell.ts'
import type { RawRow } from './table.ts'
import { mostColumns, numberCell, placeCell, type TakenCell } from './xlsx-read.ts'

export type OldSheet = { name: string; isHidden: boolean; rows: () => Generator<RawRow> }

/**
 * The sheets of an old .xls file (at most 65 536 rows each). It is read in one go, so it belongs into a thread of its own.
 * @throws Failure 400 damaged, 415 locked with a password
 */
export async function openXls(file: Buffer): Promise<OldSheet[]> {
  const [{ read, set_cptable }, codepages] = await Promise.all([
    import('@e965/xlsx'),
    import('@e965/xlsx/dist/cpexcel.full.mjs'),
  ])
  set_cptable(codepages)
  const book = parse(() =>
    read(file, { type: 'buffer', dense: true, cellNF: true, cellFormula: true, cellHTML: false }),
  )
  const startsIn1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.map((name, at) => ({
    name,
    isHidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
    rows: () => rowsOf(book.Sheets[name] as DenseWorkSheet | undefined, startsIn1904),
  }))
}

function parse(read: () => WorkBook): WorkBook {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      return fail(415, '这个表格加了密码，请去掉密码后再上传')
    return fail(400, '这个表格文件损坏了，打不开，请用 Excel 或 WPS 打开后另存一份再试')
  }
}

function* rowsOf(sheet: DenseWorkSheet | undefined, startsIn1904: boolean): Generator<RawRow> {
  for (const [at, cells] of (sheet?.['!data'] ?? []).entries()) {
    const row: RawRow = { row: at + 1, cells: [], damaged: [] }
    for (const [column, cell] of (cells ?? []).slice(0, mostColumns).entries())
      if (cell) placeCell(row, column, takenOf(cell, startsIn1904))
    yield row
  }
}

function takenOf(cell: CellObject, startsIn1904: boolean): TakenCell {
  if (cell.v === undefined) return { text: '', isDamaged: false, ...(cell.f ? { fault: 'formula' as const } : {}) }
  if (cell.t === 'e') return { text: cell.w ?? '#ERROR', isDamaged: false, fault: 'error' }
  if (cell.t === 'b') return { text: cell.v ? '是' : '否', isDamaged: false }
  if (cell.t !== 'n') return { text: String(cell.v), isDamaged: false }
  const code = cell.z === undefined ? undefined : String(cell.z)
  return numberCell(String(cell.v), { isDay: isDateFormat(-1, code), digits: digitsShown(code) }, startsIn1904)
}
