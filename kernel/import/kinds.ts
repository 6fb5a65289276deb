import type { Permissions } from '../access/permissions.ts'
import { fail } from '../contract/errors.ts'
import type { House } from '../ctx.ts'
import type { Line } from '../line.ts'
import type { ImportKind, RowReader } from './kind.ts'

export type FoundKind = { line: Line; kind: ImportKind; permissions: Permissions }

export const kindsOf = (house: Pick<House, 'lines'>): FoundKind[] =>
  house.lines.flatMap((line) => (line.imports ?? []).map((kind) => ({ line, kind, permissions: line.permissions })))

/** @throws Failure 404 when no line has such a kind (any more) */
export const getKind = (house: Pick<House, 'lines'>, line: string, name: string): FoundKind =>
  kindsOf(house).find((found) => found.line.slug === line && found.kind.name === name) ??
  fail(404, '这一类导入已经停用，请从导入页重新选择')

/** The pure half of a kind. */
export async function readerOf(kind: ImportKind): Promise<RowReader> {
  const { reader } = (await import(kind.reader)) as { reader: RowReader }
  return reader
}

/** What was chosen for the whole file, with what was left out as the kind has it. @throws Failure 400 for a choice that is none */
export function optionsOf(kind: ImportKind, given: Readonly<Record<string, string>>): Record<string, string> {
  const known = kind.options ?? []
  for (const [key, value] of Object.entries(given))
    if (!known.some((option) => option.key === key && value in option.values))
      fail(400, '有一项选择不在范围内，请刷新页面再试')
  return Object.fromEntries(known.map((option) => [option.key, given[option.key] ?? option.default]))
}
