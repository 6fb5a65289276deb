import { type ExportField, exportFields, type Format, type LayoutColumn, usualColumn } from '../rules/layouts.ts'

/** A layout while it is being arranged. */
export type Columns = readonly LayoutColumn[]

/** Moves the column at a place one step up or down; at an edge nothing moves. */
export function moved(columns: Columns, at: number, by: -1 | 1): Columns {
  const to = at + by
  const next = [...columns]
  const [one, other] = [next[at], next[to]]
  if (!one || !other) return columns
  next[at] = other
  next[to] = one
  return next
}

export const without = (columns: Columns, at: number): Columns => columns.filter((_, index) => index !== at)

export const renamed = (columns: Columns, at: number, header: string): Columns =>
  columns.map((column, index) => (index === at ? { ...column, header } : column))

export const reformed = (columns: Columns, at: number, format: Format): Columns =>
  columns.map((column, index) => (index === at ? { ...column, format } : column))

/** Fields that stand in no column yet. */
export const unused = (columns: Columns): ExportField[] =>
  (Object.keys(exportFields) as ExportField[]).filter((field) => columns.every((column) => column.field !== field))

export const extended = (columns: Columns, field: ExportField): Columns => [...columns, usualColumn(field)]

export const isSame = (a: Columns, b: Columns): boolean =>
  a.length === b.length &&
  a.every((column, at) => {
    const other = b[at]
    return column.field === other?.field && column.header === other.header && column.format === other.format
  })

/** What keeps the columns from being used, as a sentence. */
export function problemOf(columns: Columns): string | undefined {
  const headers = columns.map(({ header }) => header.trim())
  if (columns.length === 0) return '至少要有一栏，请在下面添一栏'
  if (headers.includes('')) return '有一栏没有列名，请补上'
  const twice = headers.find((header, at) => headers.indexOf(header) !== at)
  return twice === undefined ? undefined : `有两栏都叫“${twice}”，请改一个列名`
}
