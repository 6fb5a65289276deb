import { wallTime } from '../../../kit/time/time-words.ts'

interface Counted {
  /** Overdue, due within three days, all. */
  late: number
  soon: number
  total: number
}

/**
 * The sentence of the day: what is overdue or due today comes first, then the rest of the three days. `rows` are the first by the clock;
 * `now` is an ISO instant.
 */
export function todaySentence(
  { late, soon, total }: Counted,
  rows: readonly { dueAt: string | null }[],
  now: string,
): string {
  if (total === 0) return '今天没有要办的事'
  const day = wallTime(now).day
  const today = rows.filter(({ dueAt }) => dueAt !== null && wallTime(dueAt).day <= day).length
  const later = Math.max(0, late + soon - today)
  if (today === 0 && later === 0) return `手上 ${total} 件，三天内没有到期的`
  if (today === 0) return `今天没有到期的，${later} 件三天内到期`
  return later === 0 ? `今天先办 ${today} 件` : `今天先办 ${today} 件，另有 ${later} 件三天内到期`
}
