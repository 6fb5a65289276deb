import {
  isPeriod,
  type Period,
  periodDays,
  periodWords,
  statisticsYear,
  yearOf,
} from '../../../kernel/indicators/contract.ts'

/** What of a year is looked at; `between` is any span of days. */
export type Part = string

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
const quarters = ['一', '二', '三', '四']

const parts: readonly { value: Part; title: string }[] = [
  { value: 'year', title: '全年' },
  { value: 'H1', title: '上半年' },
  { value: 'H2', title: '下半年' },
  ...quarters.map((name, index) => ({ value: `Q${index + 1}`, title: `第${name}季度` })),
  ...months.map((month) => ({ value: month, title: `${Number(month)} 月` })),
  // The unions' own statistics: October of the year before to September.
  { value: 'statistics', title: '统计年度' },
  { value: 'between', title: '自选起止' },
]

/** Which year and which part of it a period is. */
export function partOf(period: Period): { year: number; part: Part } {
  const year = yearOf(period)
  if (period === statisticsYear(year)) return { year, part: 'statistics' }
  if (period.includes('~')) return { year, part: 'between' }
  return { year, part: period.slice(5) || 'year' }
}

/** The period of a part of a year. A span of one's own begins with the days that `now` shows. */
export function periodAt(year: number, part: Part, now: Period): Period {
  if (part === 'statistics') return statisticsYear(year)
  if (part === 'year') return String(year)
  if (part !== 'between') return `${year}-${part}`
  const { first, last } = periodDays(now)
  return `${first}~${last}`
}

/** The parts of a year that have begun by a day, in words. */
export const partsBegun = (year: number, today: string) =>
  parts.filter(({ value }) => value === 'between' || periodDays(periodAt(year, value, String(year))).first <= today)

/** The same part of another year; where it has not begun there, that whole year. */
export function inYear(year: number, period: Period, today: string): Period {
  const { part } = partOf(period)
  if (part === 'between') return String(year)
  const wanted = periodAt(year, part, period)
  return periodDays(wanted).first <= today ? wanted : String(year)
}

/** What the address asks for, or the running year; of what has not begun there is nothing to tell. */
export const readPeriod = (text: string | null, today: string): Period =>
  text !== null && isPeriod(text) && periodDays(text).first <= today ? text : today.slice(0, 4)

/** The period from one day to another, or why there is none. */
export function spanFrom(first: string, last: string, today: string): { period: Period } | { why: string } {
  if (last > today) return { why: '还没有到这一天，请选今天或以前' }
  const period = `${first}~${last}`
  return isPeriod(period) ? { period } : { why: '起止最长三年，请分段看' }
}

/** In words, and up to when while it still runs: 2026 年到 11 月 23 日. */
export function spanWords(period: Period, today: string): string {
  const { last } = periodDays(period)
  const words = periodWords(period)
  return last <= today ? words : `${words}到 ${Number(today.slice(5, 7))} 月 ${Number(today.slice(8))} 日`
}
