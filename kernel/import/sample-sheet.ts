import { buffer } from 'node:stream/consumers'
import type { Column } from '../exchange/columns.ts'
import { writeXlsx } from '../exchange/xlsx-write.ts'
import { makeIdNumber } from '../people/identity.ts'

/** A line of the sheet: name, number, work. */
export type Line = readonly [name: string, idNumber: string, work: string]

/** Somebody invented; there never was a province 49. */
export const somebody = (n: number, work = '操作工'): Line => [
  '张王李赵陈'.charAt(n % 5) + '建国芳敏静丽强'.charAt(n % 7),
  makeIdNumber({
    region: String(490_000 + (n % 900)),
    birthOn: `19${60 + (n % 40)}-0${1 + (n % 9)}-${10 + (n % 19)}`,
    sequence: Math.floor(n / 900) % 1000,
  }),
  work,
]
export const people = (count: number, from = 0): Line[] => Array.from({ length: count }, (_, at) => somebody(from + at))

const titles: readonly string[] = ['姓名', '证件号码', '工种']

/** The sheet as .xlsx, its columns in the given order, under whatever names, below a title. */
export function sheetOf(
  lines: readonly Line[],
  { order = [0, 1, 2], names = titles, title }: { order?: number[]; names?: readonly string[]; title?: string } = {},
): Promise<Buffer> {
  const columns: Column<Line>[] = order.map((at) => ({ title: names[at] ?? '', value: (row) => row[at] ?? '' }))
  return buffer(writeXlsx(columns, lines, title ? { title } : {}))
}
