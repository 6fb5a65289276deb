import type { z } from 'zod'
import { Failure, fail } from '../contract/errors.ts'
import type { Mapping } from './headers.ts'
import type { RawRow } from './table.ts'

/** What is wrong with a cell, or with the row as a whole (column ''). */
export type CellError = { column: string; message: string }
export type ReadRow<T> = { row: number; ok: true; value: T } | { row: number; ok: false; errors: CellError[] }

const damaged = '这一格是数字格式，后几位已被表格软件改成 0，请把整列设为“文本”格式后重新填写'

/**
 * Turns the rows of a sheet into records, one at a time: an error in one row hinders no other.
 * @param mapping as confirmed; @param schema of the record, whose fields read text (an empty cell is left out). @throws Failure 422 when a required column is missing
 */
export async function* readRecords<T extends z.ZodType>(
  rows: AsyncIterable<RawRow>,
  mapping: Mapping,
  schema: T,
): AsyncGenerator<ReadRow<z.output<T>>> {
  if (mapping.missing.length > 0) fail(422, `表里缺少${mapping.missing.join('、')}，请补上这一列，或指明是哪一列`)
  for await (const { row, cells, damaged: lost } of rows) {
    const used = mapping.columns.flatMap(({ key, title, column }) => (column === null ? [] : [{ key, title, column }]))
    const errors = used
      .filter(({ column }) => lost.includes(column))
      .map(({ title }) => ({ column: title, message: damaged }))
    const given = Object.fromEntries(used.flatMap(({ key, column }) => (cells[column] ? [[key, cells[column]]] : [])))
    const parsed = errors.length > 0 ? undefined : schema.safeParse(given)
    if (parsed?.success) yield { row, ok: true, value: parsed.data }
    else yield { row, ok: false, errors: [...errors, ...issuesOf(parsed?.error, mapping, given)] }
  }
}

function issuesOf(
  error: z.ZodError | undefined,
  mapping: Mapping,
  given: Readonly<Record<string, string>>,
): CellError[] {
  return (error?.issues ?? []).map((issue) => {
    const key = String(issue.path[0] ?? '')
    const title = mapping.columns.find((column) => column.key === key)?.title ?? ''
    const isEmpty = issue.code === 'invalid_type' && given[key] === undefined
    return { column: title, message: isEmpty ? '没有填，请补上' : issue.message }
  })
}

/** Does `work` for each good row and gathers the reasons of the others; a Failure thrown by `work` becomes the row's reason. Keeps at most 1 000 reasons. */
export async function takeRecords<T>(
  rows: AsyncIterable<ReadRow<T>>,
  work: (value: T, row: number) => Promise<void>,
): Promise<{ taken: number; refused: number; errors: ({ row: number } & CellError)[] }> {
  const report = { taken: 0, refused: 0, errors: [] as ({ row: number } & CellError)[] }
  const refuse = (row: number, errors: readonly CellError[]) => {
    report.refused += 1
    report.errors.push(...errors.slice(0, Math.max(0, 1000 - report.errors.length)).map((error) => ({ row, ...error })))
  }
  for await (const read of rows) {
    if (!read.ok) {
      refuse(read.row, read.errors)
      continue
    }
    try {
      await work(read.value, read.row)
      report.taken += 1
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      refuse(read.row, [{ column: '', message: error.message }])
    }
  }
  return report
}
