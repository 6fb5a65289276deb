import { type RawBuilder, sql } from 'kysely'
import { endOf } from '../../kernel/access/permissions.ts'
import { type ParameterName, versionSpans } from './rules/parameters.ts'
import type { RatedBand } from './rules/words.ts'

/** An enterprise of a rated band as of a day. `union_id` is null where no union in force covers it. */
export type FirmAt = {
  day: string
  enterprise_id: string
  org_path: string
  band: RatedBand
  headcount: number
  counted_on: string
  source: 'social_insurance' | 'declared' | 'visit'
  opened_on: string
  union_id: string | null
  form: 'single' | 'joint' | null
  exclusion_id: string | null
  /** counted: in the base. The others are left out of it. */
  status: 'counted' | 'excluded' | 'stale' | 'settling'
}

export type Narrowed = { bands?: readonly RatedBand[]; under?: string | undefined }

const bothBands: readonly RatedBand[] = ['25-99', '100+']

/** The value of a dated parameter on the day of a column. */
const valueOn = (name: ParameterName, day: RawBuilder<unknown>) =>
  sql`case ${sql.join(
    versionSpans(name)
      .toReversed()
      .map(({ from, value }) => sql`when ${day} >= ${sql.lit(from)}::date then ${sql.lit(value)}`),
    sql` `,
  )} end`

/** First day after which a count, or a newly opened firm's grace, no longer holds. */
const monthsAfter = (day: RawBuilder<unknown>, months: RawBuilder<unknown>) =>
  sql`(${day} + make_interval(months => ${months}))::date`

/** A base union or a community's federation, no waiting pool; `o` is a row of orgs. */
const isUnion = sql`o.kind in ('enterprise', 'community') and o.form is distinct from 'pool'`

/** Is it one that stands on the day: founded and not closed? */
const standsOn = (day: RawBuilder<unknown>) =>
  sql`${isUnion} and coalesce(o.founded_on, o.valid_from) <= ${day} and (o.valid_to is null or o.valid_to > ${day})`

/** 单独 or 联合: whether the union is the firm's own. */
const formOf = sql`case when o.form in ('single', 'new_form') then 'single' else 'joint' end`

/**
 * Every enterprise of a rated band as of some days (a relation with one column `day`): alive, with the count that held then, the union that covered it
 * then, and why it is left out if it is. The working definition of D:C1.2; the one place that knows it, beside `spansOf`.
 */
export function firmsAt(
  federationId: string,
  days: RawBuilder<unknown>,
  { bands = bothBands, under }: Narrowed = {},
): RawBuilder<FirmAt> {
  const day = sql.ref('d.day')
  const fresh = monthsAfter(sql.ref('h.counted_on'), valueOn('freshMonths', day))
  const settled = monthsAfter(sql.ref('e.opened_on'), valueOn('settlingMonths', day))
  return sql<FirmAt>`(
    select d.day, e.id as enterprise_id, e.org_path, h.band, h.headcount, h.counted_on, h.source, e.opened_on, c.union_id, c.form,
      x.id as exclusion_id,
      case when x.id is not null then 'excluded' when ${fresh} < ${day} then 'stale'
        when h.source = 'declared' and ${settled} > ${day} then 'settling' else 'counted' end as status
    from (${days}) d
    join headcounts h on h.federation_id = ${federationId} and h.band in (${sql.join(bands.map((band) => sql.lit(band)))})
      and h.counted_on <= d.day and (h.next_on is null or h.next_on > d.day)
    join enterprises e on e.federation_id = h.federation_id and e.id = h.enterprise_id ${placedUnder(under)}
      and e.opened_on <= d.day and (e.life = 'alive' or e.closed_on > d.day)
    left join lateral (
      select u.union_id, ${formOf} as form from enterprise_unions u
      join orgs o on o.federation_id = u.federation_id and o.id = u.union_id and ${standsOn(day)}
      where u.federation_id = ${federationId} and u.enterprise_id = e.id and u.from_on <= d.day and (u.to_on is null or u.to_on > d.day)
      order by u.from_on desc limit 1) c on true
    left join coverage x on x.federation_id = ${federationId} and x.enterprise_id = e.id
      and x.approved_on <= d.day and d.day < least(x.until_on, x.ended_on))`
}

const placedUnder = (under: string | undefined) =>
  under === undefined ? sql`` : sql`and e.org_path >= ${under} and e.org_path < ${endOf(under)}`

/** One day as a relation. */
export const oneDay = (day: string): RawBuilder<unknown> => sql`select ${day}::date as day`

/** Some days as a relation. */
export const someDays = (days: readonly string[]): RawBuilder<unknown> => sql`select unnest(${days}::date[]) as day`

/** An enterprise's spans of days: `base` in which it counts, `cover` in which a union covers it. */
export type FirmSpans = { enterprise_id: string; org_path: string; band: RatedBand; base: string; cover: string }

/**
 * The same definition over time: for every count of a firm the days on which it is in the base, and the days on which a union covers the firm, as
 * multiranges. What a trend and the last change of the 100 % state are folded from, without asking day by day.
 */
export function spansOf(federationId: string, { bands = bothBands, under }: Narrowed = {}): RawBuilder<FirmSpans> {
  return sql<FirmSpans>`(
    with counts as (
      select h.enterprise_id, e.org_path, h.band, ${countSpan} as span from headcounts h
      join enterprises e on e.federation_id = h.federation_id and e.id = h.enterprise_id ${placedUnder(under)}
      where h.federation_id = ${federationId} and h.band in (${sql.join(bands.map((band) => sql.lit(band)))})),
    covers as (
      select u.enterprise_id, range_agg(${spanOf(coverFrom, sql`least(u.to_on, o.valid_to)`)}) as span
      from enterprise_unions u join orgs o on o.federation_id = u.federation_id and o.id = u.union_id and ${isUnion}
      where u.federation_id = ${federationId} and u.enterprise_id in (select enterprise_id from counts) group by u.enterprise_id),
    excluded as (
      select enterprise_id, range_agg(daterange(approved_on, least(until_on, ended_on))) as span from coverage
      where federation_id = ${federationId} and approved_on is not null group by enterprise_id)
    select n.enterprise_id, n.org_path, n.band, n.span - coalesce(x.span, '{}') as base, coalesce(c.span, '{}') as cover
    from counts n left join covers c using (enterprise_id) left join excluded x using (enterprise_id))`
}

/** A half-open span of days; empty when it would end before it begins, open when nothing ends it. */
const spanOf = (from: RawBuilder<unknown>, to: RawBuilder<unknown>) =>
  sql`daterange(${from}, greatest(${from}, coalesce(${to}, 'infinity')))`

const coverFrom = sql`greatest(u.from_on, coalesce(o.founded_on, o.valid_from))`

/** Days on which a count holds, is fresh, of a firm that is alive and not merely newly opened. */
const countSpan = sql`datemultirange(${spanOf(
  sql`greatest(h.counted_on, e.opened_on)`,
  sql`least(h.next_on, case when e.life <> 'alive' then coalesce(e.closed_on, '-infinity') end)`,
)})
  * ${spansWhere('freshMonths', (months) => sql`daterange(null, ${monthsAfter(sql.ref('h.counted_on'), months)}, '[]')`)}
  - case when h.source = 'declared' then ${spansWhere('settlingMonths', (months) => sql`daterange(null, ${monthsAfter(sql.ref('e.opened_on'), months)})`)}
    else '{}' end`

/** The union of what each version of a parameter says, within the days of that version. */
function spansWhere(name: ParameterName, says: (months: RawBuilder<unknown>) => RawBuilder<unknown>) {
  const parts = versionSpans(name).map(
    ({ from, to, value }) =>
      sql`daterange(${sql.lit(from)}::date, ${to === null ? sql`null` : sql`${sql.lit(to)}::date`}) * ${says(sql.lit(value))}`,
  )
  return sql`datemultirange(${sql.join(parts)})`
}
