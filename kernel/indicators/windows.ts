import { addDays, addMilliseconds, addYears, type Day, dayOf, type Span, startOfDay } from '../calendar/days.ts'
import { monthsOf, type Period, periodRange, previousYear } from '../calendar/period.ts'

/** The spans a period is asked for: itself, and the same one year before. */
export type Asked = { now: Span; before: Span; asOf: Day }

/**
 * What of a period has passed: a running one ends now, and the one it is compared with ends with the same day of last year (上年同期). One that has not begun
 * is as a whole yet to come. @param now ISO instant @throws RangeError on text that is no period
 */
export function windowsOf(period: Period, now: string): Asked {
  const whole = periodRange(period)
  const before = periodRange(previousYear(period))
  const isRunning = whole.from < now && now < whole.to
  if (!isRunning) return { now: whole, before, asOf: dayOf(addMilliseconds(whole.to, -1)) }
  const today = dayOf(now)
  return {
    // Windows are half-open; what happens at this very instant is in.
    now: { ...whole, to: addMilliseconds(now, 1) },
    before: within({ ...before, to: startOfDay(addDays(addYears(today, -1), 1)) }, before),
    asOf: today,
  }
}

/** The months of a period that have begun, each with the same month one year before; the first and the last may be parts of months. */
export function monthWindowsOf(period: Period, asked: Asked): { month: Period; now: Span; before: Span }[] {
  return monthsOf(period)
    .map((month) => ({
      month,
      now: within(periodRange(month), asked.now),
      before: within(periodRange(previousYear(month)), asked.before),
    }))
    .filter(({ now }) => now.from < now.to)
}

/** What two spans have in common; empty where they do not meet. */
const within = (a: Span, b: Span): Span => {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return { from, to: to < from ? from : to }
}
