import { daysBetween, yearOf } from '../../../kernel/calendar/days.ts'
import { endOfMonth, lastDayOf, monthName, monthOf, shareOfMonth, shareOfYear } from './days.ts'
import type { Method } from './words.ts'

type Month = { month: string; value: number }
type Level = { on: string; value: number }

/** What the records show of a figure: what each month brought, how high it stood on some days, or the two parts of a rate. */
export type Series =
  | { kind: 'flow'; months: readonly Month[] }
  | { kind: 'stock'; levels: readonly Level[] }
  | { kind: 'rate'; over: Series; under: Series }

export type Forecast = { value: number | null; method: Method }
export type PastError = { percent: number | null; points: number }

const TREND_DAYS = 184
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length
const inYearOf = (months: readonly Month[], year: number) =>
  months.filter(({ month }) => Number(month.slice(0, 4)) === year)

/** Where the figure will stand at the end of the year of `day`, from what is known when `day` is over. */
export function forecastAt(series: Series, day: string): Forecast {
  switch (series.kind) {
    case 'flow':
      return forecastFlow(series.months, day)
    case 'stock':
      return forecastStock(series.levels, day)
    case 'rate': {
      const over = forecastAt(series.over, day).value
      const under = forecastAt(series.under, day).value
      return over === null || under === null || under <= 0
        ? { value: null, method: 'none' }
        : { value: (over / under) * 100, method: 'parts' }
    }
  }
}

/** The seasonal naive method: past years' share of the year's total that was there by the same day, on the mean; without a past year, by days. */
function forecastFlow(months: readonly Month[], day: string): Forecast {
  const year = yearOf(day)
  const done = sum(inYearOf(months, year).map(({ value }) => value))
  const shares = [...new Set(months.map(({ month }) => Number(month.slice(0, 4))))]
    .filter((past) => past < year)
    .map((past) => shareBy(inYearOf(months, past), day))
    .filter((share) => share > 0)
  if (shares.length > 0) return { value: done / mean(shares), method: 'seasonal' }
  return done > 0 ? { value: done / shareOfYear(year, day), method: 'linear' } : { value: null, method: 'none' }
}

/** Which share of a year's months was there by the same day; 0 when the year brought nothing by then. */
function shareBy(months: readonly Month[], day: string): number {
  const total = sum(months.map(({ value }) => value))
  const now = monthOf(day).slice(5)
  const before = months.filter(({ month }) => month.slice(5) < now).map(({ value }) => value)
  const within = months.find(({ month }) => month.slice(5) === now)?.value ?? 0
  return total > 0 ? (sum(before) + within * shareOfMonth(day)) / total : 0
}

/** From where it stands, on by the slope of the least-squares line through the last six months. */
function forecastStock(levels: readonly Level[], day: string): Forecast {
  const recent = levels.filter(({ on }) => on <= day && daysBetween(on, day) <= TREND_DAYS)
  const last = recent.at(-1)
  if (!last || recent.length < 2) return { value: null, method: 'none' }
  const slope = slopeOf(recent.map(({ on, value }) => [daysBetween(on, day), value] as const))
  return { value: Math.max(0, last.value + slope * daysBetween(last.on, lastDayOf(yearOf(day)))), method: 'trend' }
}

/** Per day, of points given as (days ago, value). */
function slopeOf(points: readonly (readonly [ago: number, value: number])[]): number {
  const ago = mean(points.map(([x]) => x))
  const value = mean(points.map(([, y]) => y))
  const spread = sum(points.map(([x]) => (x - ago) ** 2))
  return spread === 0 ? 0 : -sum(points.map(([x, y]) => (x - ago) * (y - value))) / spread
}

/** What was known when `day`, the last of a month, was over. */
function knownAt(series: Series, day: string): Series {
  if (series.kind === 'flow') return { ...series, months: series.months.filter(({ month }) => month <= monthOf(day)) }
  if (series.kind === 'stock') return { ...series, levels: series.levels.filter(({ on }) => on <= day) }
  return { ...series, over: knownAt(series.over, day), under: knownAt(series.under, day) }
}

/** What a past year came to; null when the records do not show it. */
function actualOf(series: Series, year: number): number | null {
  if (series.kind === 'flow') {
    const months = inYearOf(series.months, year)
    return months.length > 0 ? sum(months.map(({ value }) => value)) : null
  }
  if (series.kind === 'stock') return series.levels.find(({ on }) => on === lastDayOf(year))?.value ?? null
  const over = actualOf(series.over, year)
  const under = actualOf(series.under, year)
  return over === null || under === null || under === 0 ? null : (over / under) * 100
}

const monthEnds = (year: number): string[] => Array.from({ length: 11 }, (_, i) => endOfMonth(monthName(year, i + 1)))

/**
 * How far off the same method has been: for each month end of each past year in the records, the forecast made from what was known then against what the
 * year came to, as mean absolute percentage error. Without a past year there is none, and it is said so.
 */
export function pastErrorOf(series: Series, thisYear: number, yearsBack = 3): PastError {
  const errors = Array.from({ length: yearsBack }, (_, i) => thisYear - 1 - i).flatMap((year) => {
    const actual = actualOf(series, year)
    if (actual === null || actual === 0) return []
    return monthEnds(year).flatMap((day) => {
      const { value } = forecastAt(knownAt(series, day), day)
      return value === null ? [] : [Math.abs(value - actual) / actual]
    })
  })
  return errors.length === 0 ? { percent: null, points: 0 } : { percent: mean(errors) * 100, points: errors.length }
}
