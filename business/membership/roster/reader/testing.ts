import { idNumberOf } from '../../../../district/marks.ts'
import type { RowReason } from '../../../../kernel/import/kind.ts'
import { reader } from '../reader.ts'
import type { RosterRow } from '../row.ts'

export const today = '2026-03-02'
export const born = '1990-05-17'
export const number = idNumberOf(1, born, 'female')

/** The row of 李秀英, with what a test changes about it. */
const read = (cells: Record<string, string>) =>
  reader.read({ name: '李秀英', idNumber: number, joinedOn: '2024-03-05', ...cells }, { today, options: {} })

export function taken(cells: Record<string, string>): RosterRow {
  const result = read(cells)
  if ('reasons' in result) throw new Error(JSON.stringify(result.reasons))
  return result.value as RosterRow
}
export function refusals(cells: Record<string, string>): RowReason[] {
  const result = read(cells)
  return 'reasons' in result ? result.reasons : []
}
export function warnings(cells: Record<string, string>): RowReason[] {
  const result = read(cells)
  return 'warnings' in result ? result.warnings : []
}
export const change = (text: string, at: number, to: string): string => text.slice(0, at) + to + text.slice(at + 1)
