import { type RawBuilder, sql } from 'kysely'
import { addMilliseconds, type Day, dayOf } from '../../kernel/calendar/days.ts'
import type { Rows } from '../../kernel/indicators/define.ts'
import { spansOf } from './rows.ts'
import type { RatedBand } from './rules/words.ts'

/** The last day of a window that ends before the instant `asOf`; a window that reaches beyond today is counted as of today. */
export const lastDayOf = (asOf: string): RawBuilder<unknown> =>
  sql`select least(${dayOf(addMilliseconds(asOf, -1))}::date, (now() at time zone 'Asia/Shanghai')::date) as day`

const startOf = sql<string>`d.day::timestamp at time zone 'Asia/Shanghai'`
/** As a reading of its own it is worked out once; the name of the zone would be looked up again for each firm and day. */
const today = sql`(select (now() at time zone 'Asia/Shanghai')::date)`

/** A bit for each of the days that lie in the days of a firm; a day beyond today is counted as of today. */
const bitsOf = (spans: 's.base' | 's.cover', days: readonly Day[]) =>
  sql.join(
    days.map(
      (day, i) =>
        sql`case when ${sql.ref(spans)} @> least(${day}::date, ${today}) then ${sql.lit(2 ** i)}::bigint else 0 end`,
    ),
    sql` | `,
  )

type Firm = { enterprise_id: string; org_path: string; band: string; base: number; cover: number }

/** The firms that count in the base of the rates, with the days on which they do, and with or without a union in force. */
export const ratedFirms: Rows = (tx, federationId, asOf, _from, { days, orgPath }) =>
  tx
    .selectFrom(
      // Kept apart, or the bits would be worked out anew for each column that stands on them.
      sql<Firm>`(select s.enterprise_id, s.org_path, s.band, ${bitsOf('s.base', days)} as base, ${bitsOf('s.cover', days)} as cover
        from ${spansOf(federationId, { under: orgPath })} s offset 0)`.as('f'),
    )
    .innerJoin(sql<{ day: string }>`(${lastDayOf(asOf)})`.as('d'), (join) => join.onTrue())
    .select(['f.enterprise_id as record', 'f.org_path', startOf.as('at'), sql<number>`1`.as('value')])
    .select(['f.band', 'f.base'])
    .select([sql<number>`f.base & f.cover`.as('covered'), sql<number>`f.base & ~f.cover`.as('uncovered')])

/** Those of a band. */
export const ofBand = (band: RatedBand): RawBuilder<unknown> => sql`f.band = ${sql.lit(band)}`
