import { addDays, type Day, startOfDay, yearOf } from '../../../kernel/calendar/days.ts'

const plain = (day: Day) => Temporal.PlainDate.from(day)

export const firstDayOf = (year: number): Day => `${year}-01-01`
export const lastDayOf = (year: number): Day => `${year}-12-31`
export const monthOf = (day: Day): string => day.slice(0, 7)
export const monthName = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`

/** Last day of a month `YYYY-MM`. */
export const endOfMonth = (month: string): Day => {
  const first = plain(`${month}-01`)
  return first.with({ day: first.daysInMonth }).toString()
}

/** Share of its month that has gone when the day is over, over 0 up to 1. */
export const shareOfMonth = (day: Day): number => plain(day).day / plain(day).daysInMonth

/** Share of a year that has gone when the day is over: 0 before it, 1 after. */
export function shareOfYear(year: number, day: Day): number {
  if (yearOf(day) !== year) return yearOf(day) < year ? 0 : 1
  return plain(day).dayOfYear / plain(day).daysInYear
}

/** First and last day of a stretch of quarters. */
export const quarterStart = (year: number, quarter: number): Day => `${monthName(year, quarter * 3 - 2)}-01`
export const quarterEnd = (year: number, quarter: number): Day => endOfMonth(monthName(year, quarter * 3))

/** The same day of another year; 29 February becomes 28 February. */
export const inYear = (day: Day, year: number): Day => plain(day).with({ year }).toString()

/** The instant at which the day is over, for half-open windows. */
export const afterDay = (day: Day): string => startOfDay(addDays(day, 1))
