import { lastDayOf } from './days.ts'
import type { Comparator } from './words.ts'

type Wanted = { comparator: Comparator; number: number }
export type Risk = 'reached' | 'on_way' | 'at_risk' | 'missed' | 'unknown'

const reaches = ({ comparator, number }: Wanted, value: number): boolean =>
  comparator === '>=' ? value >= number : value <= number

/** Share of the target that is there, in per cent; a target of nothing is there at once. A limit is kept or broken, never made progress towards: null. */
export function percentOf({ comparator, number }: Wanted, value: number): number | null {
  if (comparator === '<=') return null
  return number === 0 ? 100 : (value / number) * 100
}

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

/** Mean of the streets' progress towards their shares, each counted up to 100 per cent; null when none has a share, or it is a limit. */
export function averageOf(shares: readonly (Wanted & { value: number })[]): number | null {
  const all = shares.flatMap((share) => percentOf(share, share.value) ?? []).map((percent) => Math.min(100, percent))
  return all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0) / all.length
}
