import { type RawBuilder, sql } from 'kysely'
import { addMilliseconds, type Day, dayOf, type Span } from '../calendar/days.ts'

/** As many days as have a bit each in a number that stays exact everywhere (2^53). */
export const mostDays = 50

/** The last day of a half-open span of instants, in Shanghai. */
export const lastDayOf = ({ to }: Pick<Span, 'to'>): Day => dayOf(addMilliseconds(to, -1))

/** The last days of some spans, ascending, each once. */
export const lastDaysOf = (spans: readonly Pick<Span, 'to'>[]): Day[] => [...new Set(spans.map(lastDayOf))].toSorted()

/**
 * A bit for each of the days that lie from a day up to another, which is not in: `held` of a row that counts through that time.
 * @param days ascending, as the rows of a figure are asked for them @param from a column of days @param to a column of days; null in it: without end
 */
export const heldBetween = (days: readonly Day[], from: RawBuilder<unknown>, to: RawBuilder<unknown>) => {
  const before = (day: RawBuilder<unknown>) => sql`width_bucket(${day} - 1, ${[...days]}::date[])`
  const end = sql`coalesce(${before(to)}, ${sql.lit(days.length)})`
  return sql<number>`((1::bigint << ${end}) - (1::bigint << least(${before(from)}, ${end})))`
}

/** A bit for each of the days on which the condition of the day holds: dated rules that have changed between them. */
export function heldWhere(days: readonly Day[], isHeld: (day: Day) => boolean): RawBuilder<number> {
  const bits = days.reduce((all, day, i) => (isHeld(day) ? all + 2 ** i : all), 0)
  return sql<number>`${sql.lit(bits)}::bigint`
}

/** Whether a row counts on one of the days. @throws RangeError when it is none of them */
export function isHeldOn(column: string, days: readonly Day[], day: Day): RawBuilder<boolean> {
  const bit = days.indexOf(day)
  if (bit < 0) throw new RangeError(`${day} was not asked for`)
  return sql<boolean>`(${sql.ref(`f.${column}`)} >> ${sql.lit(bit)}) & 1 = 1`
}

/** The same of what was read. */
export const hasBit = (held: number, bit: number): boolean => Math.floor(held / 2 ** bit) % 2 === 1
