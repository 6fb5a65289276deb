import { addMilliseconds, type Instant, millisecondsBetween } from './days.ts'

export type Standing = 'met' | 'paused' | 'late' | 'soon' | 'running'

/** The instant from which a clock shows amber. @param share part of the way from start to due, 0.8 unless a parameter says otherwise. */
export function amberAt(start: Instant, due: Instant, share = 0.8): Instant {
  return addMilliseconds(start, Math.round(millisecondsBetween(start, due) * share))
}

/** The due instant itself is still in time. */
export function isLate(due: Instant, at: Instant): boolean {
  return at > due
}

export type StandingFacts = {
  startedAt: Instant
  /** When the duty was done; whether that was late is `isLate(due, metAt)`. */
  metAt?: Instant | null
  pausedAt?: Instant | null
  amberShare?: number
}

/**
 * How a clock stands: done, stopped, overdue, past amber, or running. A clock paused after it ran out stays late.
 * @param due ISO instant. @param now ISO instant.
 */
export function standing(due: Instant, now: Instant, facts: StandingFacts): Standing {
  if (facts.metAt) return 'met'
  if (facts.pausedAt) return isLate(due, facts.pausedAt) ? 'late' : 'paused'
  if (isLate(due, now)) return 'late'
  return now >= amberAt(facts.startedAt, due, facts.amberShare) ? 'soon' : 'running'
}
