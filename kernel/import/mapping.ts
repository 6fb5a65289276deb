import { createHash } from 'node:crypto'
import { type Field, mapHeaders, plainTitle } from '../exchange/headers.ts'

/** Key of the field → column of the sheet from 0. A field that is not in the sheet is left out. */
export type ColumnMap = Readonly<Record<string, number>>
/** Key of the field → plain name of its column, as it is remembered; '' for a field that was deliberately left out. */
export type RememberedMap = Readonly<Record<string, string>>

export type ProposedColumn = {
  key: string
  title: string
  isRequired: boolean
  column: number | null
  header: string
  /** 0 to 1. */
  confidence: number
  isRemembered: boolean
}

/** Of the column names, whatever their order: a union's sheet of next month is known again by it. */
export const fingerprintOf = (header: readonly string[]): string =>
  createHash('sha256')
    .update(
      [...new Set(header.map(plainTitle))]
        .filter((name) => name !== '')
        .sort()
        .join('\n'),
    )
    .digest('hex')

/** What to remember of a confirmed mapping: names, since the columns may stand in another order next time. */
export const rememberable = (header: readonly string[], map: ColumnMap, fields: readonly Field[]): RememberedMap =>
  Object.fromEntries(fields.map(({ key }) => [key, plainTitle(header[map[key] ?? -1] ?? '')]))

/**
 * For each field the column that fits best; what the union confirmed for these very column names before goes first.
 * @param remembered from `rememberable`, null when there is none
 */
export function propose(
  header: readonly string[],
  fields: readonly Field[],
  remembered: RememberedMap | null,
): ProposedColumn[] {
  const guessed = mapHeaders(header, fields)
  const plain = header.map(plainTitle)
  return fields.map((field, at) => {
    const { key, title, required } = field
    const known = remembered?.[key]
    const recalled = known === undefined || known === '' ? -1 : plain.indexOf(known)
    if (known === '' || recalled !== -1) {
      const column = recalled === -1 ? null : recalled
      return {
        key,
        title,
        isRequired: required,
        column,
        header: header[recalled] ?? '',
        confidence: 1,
        isRemembered: true,
      }
    }
    const guess = guessed.columns[at]
    return {
      key,
      title,
      isRequired: required,
      column: guess?.column ?? null,
      header: guess?.header ?? '',
      confidence: guess?.confidence ?? 0,
      isRemembered: false,
    }
  })
}

export const mapOf = (columns: readonly ProposedColumn[]): ColumnMap =>
  Object.fromEntries(columns.flatMap(({ key, column }) => (column === null ? [] : [[key, column]])))

/**
 * What is wrong with a mapping, as a sentence; null when it may be used. @param width columns of the sheet
 */
export function faultOf(map: ColumnMap, fields: readonly Field[], width: number): string | null {
  const known = new Set(fields.map(({ key }) => key))
  const columns = Object.values(map)
  if (Object.keys(map).some((key) => !known.has(key))) return '有一项不在可导入的项目里，请刷新页面再试'
  if (columns.some((column) => column < 0 || column >= width)) return '指定的列不在表里，请重新选择'
  if (new Set(columns).size !== columns.length) return '同一列不能对应两项，请重新选择'
  const missing = fields.filter(({ key, required }) => required && map[key] === undefined).map(({ title }) => title)
  return missing.length > 0 ? `还没有指定${missing.join('、')}在哪一列，请选好再继续` : null
}
