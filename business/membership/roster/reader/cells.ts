import type { RowReason } from '../../../../kernel/import/kind.ts'
import { fields, type RosterCells } from '../fields.ts'
import { isErrorValue, isFormula, isNothing, tidyCell } from '../rules/tidy.ts'

export type FieldKey = (typeof fields)[number]['key']

const titles = new Map<string, string>(fields.map(({ key, title }) => [key, title]))

/** The cells of one row, and what is to be said about them. */
export type Sheet = {
  reasons: RowReason[]
  warnings: RowReason[]
  refuse(key: FieldKey, code: string, message: string): void
  warn(key: FieldKey, code: string, message: string): void
  /** The cell tidied; a formula or an error value in it keeps the row out. */
  required(key: FieldKey): string
  /** The same, but such a cell is only said and counts as empty. So does 无. */
  text(key: FieldKey): string
  /** Free words, cut to their greatest length with a warning. */
  short(key: FieldKey, max: number): string
  /** Hands through what a drop-down's word was read as, and says when nobody knows it. */
  choice<V>(key: FieldKey, cell: string, value: V | undefined): V | undefined
}

const faultOf = (cell: string): { code: string; message: string } | undefined => {
  if (isErrorValue(cell)) return { code: 'cell.error', message: '这一格是公式算错的结果，请改成实际内容' }
  if (isFormula(cell))
    return { code: 'cell.formula', message: '这一格是公式，没有算出的值，请复制后“选择性粘贴—数值”再导入' }
  return undefined
}

export function openCells(cells: RosterCells): Sheet {
  const reasons: RowReason[] = []
  const warnings: RowReason[] = []
  const titleOf = (key: FieldKey) => titles.get(key) ?? key
  const tidied = (key: FieldKey) => tidyCell(cells[key] ?? '')
  const sheet: Sheet = {
    reasons,
    warnings,
    refuse: (key, code, message) => void reasons.push({ column: titleOf(key), code, message }),
    warn: (key, code, message) => void warnings.push({ column: titleOf(key), code, message }),
    required(key) {
      const cell = tidied(key)
      const fault = faultOf(cell)
      if (fault) sheet.refuse(key, fault.code, fault.message)
      return fault || isNothing(cell) ? '' : cell
    },
    text(key) {
      const cell = tidied(key)
      const fault = faultOf(cell)
      if (fault) sheet.warn(key, fault.code, `${fault.message}；这一格先空着`)
      return fault || (isNothing(cell) && key !== 'skillLevel') ? '' : cell
    },
    short(key, max) {
      const cell = [...sheet.text(key)]
      if (cell.length > max) sheet.warn(key, 'text.long', `${titleOf(key)}超过 ${max} 个字，只取前 ${max} 个字`)
      return cell.slice(0, max).join('')
    },
    choice(key, _cell, value) {
      if (value === undefined)
        sheet.warn(key, 'choice.unknown', `${titleOf(key)}的写法认不出来，先空着；请改成常用的写法或以后在登记册里补`)
      return value
    },
  }
  return sheet
}
