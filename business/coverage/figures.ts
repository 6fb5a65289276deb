import { type RawBuilder, sql } from 'kysely'
import { addMilliseconds, dayOf } from '../../kernel/calendar/days.ts'
import type { Rows } from '../../kernel/indicators/define.ts'
import { firmsAt } from './rows.ts'
import type { RatedBand } from './rules/words.ts'

/** The last day of a window that ends before the instant `asOf`; a window that reaches beyond today is counted as of today. */
export const lastDayOf = (asOf: string): RawBuilder<unknown> =>
  sql`select least(${dayOf(addMilliseconds(asOf, -1))}::date, (now() at time zone 'Asia/Shanghai')::date) as day`

const startOf = sql<string>`f.day::timestamp at time zone 'Asia/Shanghai'`

/** The firms of a band that count in the base as of the window's end; narrowed to those with a union in force, or without one. */
export const firmRows =
  (band: RatedBand, which: 'base' | 'covered' | 'uncovered' = 'base'): Rows =>
  (tx, federationId, asOf) =>
    tx
      .selectFrom(firmsAt(federationId, lastDayOf(asOf), { bands: [band] }).as('f'))
      .select(['f.enterprise_id as record', 'f.org_path', startOf.as('at'), sql<number>`1`.as('value')])
      .where('f.status', '=', 'counted')
      .$if(which !== 'base', (q) => q.where('f.union_id', which === 'covered' ? 'is not' : 'is', null))
