// Imports only the calendar of days, so that the browser can share it; Temporal is asked for nothing but instants.
import { z } from 'zod'
import { addDays, type Day, daysBetween, isDay, type Span, startOfDay } from './days.ts'

/**
 * A span of days that figures are asked for, as one string that also stands in addresses: `2023`, `2023-H1`, `2023-Q3`, `2023-07`, or
 * `2022-10-01~2023-09-30`, both days included and three years at most.
 */
export type Period = string

/** Three years; a trend of more months would be a day's work for the database. */
const MOST_DAYS = 3 * 366
const pattern = /^(20\d\d)(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/
const dayPattern = '20\\d\\d-\\d\\d-\\d\\d'
const betweenPattern = new RegExp(`^(${dayPattern})~(${dayPattern})$`)

type Parts =
  | { kind: 'year'; year: number }
  | { kind: 'half' | 'quarter' | 'month'; year: number; part: number }
  | { kind: 'between'; first: Day; last: Day }

function partsOf(period: Period): Parts | null {
  const between = betweenPattern.exec(period)
  if (between) {
    const [, first = '', last = ''] = between
    const isSpan = isDay(first) && isDay(last) && first <= last && daysBetween(first, last) < MOST_DAYS
    return isSpan ? { kind: 'between', first, last } : null
  }
  const found = pattern.exec(period)
  if (!found) return null
  const [, years, half, quarter, month] = found
  const year = Number(years)
  if (half) return { kind: 'half', year, part: Number(half) }
  if (quarter) return { kind: 'quarter', year, part: Number(quarter) }
  return month ? { kind: 'month', year, part: Number(month) } : { kind: 'year', year }
}

function readPeriod(period: Period): Parts {
  const parts = partsOf(period)
  if (!parts) throw new RangeError(`no period: ${period}`)
  return parts
}

/** Whether the text is a period. */
export const isPeriod = (text: string): boolean => partsOf(text) !== null

/** A period on the wire. */
export const periodShape = z
  .string()
  .max(21)
  .refine(isPeriod, '时段请写成 2023、2023-H1、2023-Q3、2023-07 或 2023-01-01~2023-09-30 这样，最长三年')

const MONTHS = { year: 12, half: 6, quarter: 3, month: 1 } as const
const two = (n: number): string => String(n).padStart(2, '0')

/** First day of the month that is `months` after January of the year. */
const monthStart = (year: number, months: number): Day =>
  `${year + Math.floor(months / 12)}-${two((months % 12) + 1)}-01`

/** First and last day of a period, both included. @throws RangeError on text that is no period */
export function periodDays(period: Period): { first: Day; last: Day } {
  const { first, after } = edgesOf(readPeriod(period))
  return { first, last: addDays(after, -1) }
}

function edgesOf(parts: Parts): { first: Day; after: Day } {
  if (parts.kind === 'between') return { first: parts.first, after: addDays(parts.last, 1) }
  const months = MONTHS[parts.kind]
  const before = parts.kind === 'year' ? 0 : (parts.part - 1) * months
  return { first: monthStart(parts.year, before), after: monthStart(parts.year, before + months) }
}

/** The instants of a period in Asia/Shanghai, half-open. @throws RangeError on text that is no period */
export function periodRange(period: Period): Span {
  const { first, after } = edgesOf(readPeriod(period))
  return { from: startOfDay(first), to: startOfDay(after) }
}

/** The year a period ends in: `2023` for `2022-10-01~2023-09-30`. @throws RangeError on text that is no period */
export function yearOf(period: Period): number {
  const parts = readPeriod(period)
  return parts.kind === 'between' ? Number(parts.last.slice(0, 4)) : parts.year
}

/** Whether it is one whole calendar year, as targets are set for; also when written by its first and last day. */
export function isWholeYear(period: Period): boolean {
  const { first, after } = edgesOf(readPeriod(period))
  return first.endsWith('-01-01') && after === `${Number(first.slice(0, 4)) + 1}-01-01`
}

/**
 * The same span one year before (上年同期); 29 February becomes 28 February (民法典 202), and a span that ends with February ends with it in both years.
 * @throws RangeError on text that is no period
 */
export function previousYear(period: Period): Period {
  const parts = readPeriod(period)
  if (parts.kind !== 'between') return period.replace(/^\d{4}/, String(parts.year - 1))
  const year = Number(parts.last.slice(0, 4)) - 1
  const last = isMonthEnd(parts.last) ? addDays(monthStart(year, Number(parts.last.slice(5, 7))), -1) : back(parts.last)
  return `${back(parts.first)}~${last}`
}

const isMonthEnd = (day: Day): boolean => addDays(day, 1).endsWith('-01')
const back = (day: Day): Day => `${Number(day.slice(0, 4)) - 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`

const dayWords = (day: Day): string =>
  `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

/** In words: 2023 年、2023 年上半年、2023 年第三季度、2023 年 7 月、2022 年 10 月 1 日至 2023 年 9 月 30 日. @throws RangeError on text that is no period */
export function periodWords(period: Period): string {
  const parts = readPeriod(period)
  if (parts.kind === 'between') return `${dayWords(parts.first)}至 ${dayWords(parts.last)}`
  const year = `${parts.year} 年`
  if (parts.kind === 'year') return year
  if (parts.kind === 'half') return `${year}${parts.part === 1 ? '上' : '下'}半年`
  if (parts.kind === 'quarter') return `${year}第${'一二三四'[parts.part - 1]}季度`
  return `${year} ${parts.part} 月`
}

/** The months a period touches, as periods, oldest first. @throws RangeError on text that is no period */
export function monthsOf(period: Period): Period[] {
  const { first, last } = periodDays(period)
  const start = Number(first.slice(0, 4))
  const months: Period[] = []
  for (let n = Number(first.slice(5, 7)) - 1; monthStart(start, n) <= last; n++)
    months.push(monthStart(start, n).slice(0, 7))
  return months
}

/** The yearly window of the unions' own statistics (工会统计, 1 October to 30 September, handed in in October), not the calendar year. */
export const statisticsYear = (year: number): Period => `${year - 1}-10-01~${year}-09-30`
