import { type RawBuilder, sql } from 'kysely'
import { addMilliseconds, dayOf } from '../../kernel/calendar/days.ts'
import type { Rows } from '../../kernel/indicators/define.ts'
import { firmsAt } from './rows.ts'
import type { RatedBand } from './rules/words.ts'

/** The last day of a window that ends before the instant `asOf`; a window that reaches beyond today is counted as of today. */
export const lastDayOf = (asOf: string): RawBuilder<unknown> =>
  sql`select least(${dayOf(addMilliseconds(asOf, -1))}::date, (now() at time zone 'Asia/Shanghai')::date) as day`

const startOf = sql<string>`f.day::timestamp at time zone 'Asia/Shanghai'`

/** The firms that count in the base of the rates as of the window's end. */
export const ratedFirms: Rows = (tx, federationId, asOf) =>
  tx
    .selectFrom(firmsAt(federationId, lastDayOf(asOf)).as('f'))
    .select(['f.enterprise_id as record', 'f.org_path', startOf.as('at'), sql<number>`1`.as('value')])
    .select(['f.band', 'f.union_id'])
    .where('f.status', '=', 'counted')

/** Those of a band; narrowed to those with a union in force, or without one. */
export function isFirm(band: RatedBand, which?: 'covered' | 'uncovered'): RawBuilder<unknown> {
  const ofBand = sql`f.band = ${sql.lit(band)}`
  if (which === undefined) return ofBand
  return sql`${ofBand} and f.union_id is ${which === 'covered' ? sql`not null` : sql`null`}`
}
