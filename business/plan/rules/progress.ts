import { lastDayOf } from './days.ts'
import type { Comparator } from './words.ts'

type Wanted = { comparator: Comparator; number: number }
export type Risk = 'reached' | 'on_way' | 'at_risk' | 'missed' | 'unknown'

const reaches = ({ comparator, number }: Wanted, value: number): boolean =>
  comparator === '>=' ? value >= number : value <= number

/** Share of the target that is there, in per cent; a target of nothing is there at once. */
export const percentOf = (number: number, value: number): number => (number === 0 ? 100 : (value / number) * 100)

/**
 * How a target stands on a day. A limit (不超过) that holds is only on its way until the year is over; one that is broken is missed at once for what only
 * grows, but a rate may still come down, so the forecast decides.
 */
export function riskOf(
  target: Wanted & { year: number },
  value: number | null,
  forecast: number | null,
  today: string,
): Risk {
  if (value === null) return 'unknown'
  const isOver = today > lastDayOf(target.year)
  if (isOver) return reaches(target, value) ? 'reached' : 'missed'
  if (target.comparator === '>=' && reaches(target, value)) return 'reached'
  if (forecast === null) return 'unknown'
  return reaches(target, forecast) ? 'on_way' : 'at_risk'
}

/** Mean of the streets' progress towards their shares, each counted up to 100 per cent; null when none has a share. */
export function averageOf(shares: readonly { number: number; value: number }[]): number | null {
  if (shares.length === 0) return null
  const all = shares.map(({ number, value }) => Math.min(100, percentOf(number, value)))
  return all.reduce((sum, one) => sum + one, 0) / all.length
}
