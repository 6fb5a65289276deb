import { sql } from 'kysely'
import { type Day, yearRange } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'

/** What the registers hold of a federation in a year, up to `day`. */
export type YearFacts = {
  id: string
  hasChair: boolean
  committee: number
  termUntil: string | null
  organisers: number
  firms: number
  unassigned: number
  visits: number
  visitedFirms: number
  clubs: number
  activities: number
  heads: number
  officeArea: number | null
  hasAccount: boolean | null
}

/** The day as of which a year is looked at: its last, or today while it runs. */
export const lastDayOf = (ctx: Ctx, year: number): Day => (`${year}-12-31` < ctx.today ? `${year}-12-31` : ctx.today)

/**
 * Joins `f` (the federation) with the place whose firms it covers: its own, or the whole street or district when it is for new forms of work.
 * `offset 0` keeps the two ends of the range ready-made: as expressions they would count as leaky under row security, and no index would serve.
 */
export const coverage = sql`cross join lateral (select b.base, left(b.base, -1) || '/' as base_end, f.form is not distinct from 'new_form' as new_form
  from (select case when f.form is null then f.path else coalesce((select u.path from orgs u
    where u.federation_id = f.federation_id and u.id = f.parent_id), f.path) end collate "C" as base) b offset 0) c`

/** Firms of `f` that live; `day` leaves out those opened later. */
export const firmsOf = (
  day: Day,
) => sql`from enterprises e where e.federation_id = f.federation_id and e.org_path >= c.base
  and e.org_path < c.base_end and e.life = 'alive' and e.opened_on <= ${day}::date and (not c.new_form or e.is_new_form)`

/** One statement for however many federations. @param ids of federations in reach */
export async function factsOf(ctx: Ctx, ids: readonly string[], year: number): Promise<Map<string, YearFacts>> {
  const day = lastDayOf(ctx, year)
  const { from, to } = yearRange(year)
  const first = sql`${from}::timestamptz at time zone 'Asia/Shanghai'`
  const next = sql`${to}::timestamptz at time zone 'Asia/Shanghai'`
  const held = sql`u.federation_id = f.federation_id and u.org_id = f.id and u.from_on <= ${day}::date and (u.to_on is null or u.to_on > ${day}::date)`
  const done = sql`a.held_on >= ${first} and a.held_on < ${next} and (a.club_id in (select id from federation_clubs k where k.federation_id = f.federation_id and k.org_id = f.id)
    or a.link_id in (select link_id from federation_link_members m where m.federation_id = f.federation_id and m.org_id = f.id))`
  const { rows } = await sql<YearFacts>`select f.id,
      exists (select from union_officers u where ${held} and u.duty = 'chair') as "hasChair",
      (select count(distinct u.person_id)::int from union_officers u where ${held} and u.duty in ('chair', 'vice_chair', 'committee')) as committee,
      (select coalesce(t.extended_to, t.expires_on)::text from union_terms t where t.federation_id = f.federation_id and t.org_id = f.id
        and t.from_on <= ${day}::date and (t.ended_on is null or t.ended_on > ${day}::date) order by t.ordinal desc limit 1) as "termUntil",
      (select count(*)::int from posts p where p.federation_id = f.federation_id and p.org_path = f.path and p.role = 'community_officer'
        and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date)) as organisers,
      n.firms, n.unassigned, v.visits, v."visitedFirms", k.clubs, x.activities, x.heads, pr.office_area as "officeArea", pr.has_account as "hasAccount"
    from orgs f ${coverage}
      cross join lateral (select count(*)::int as firms, count(*) filter (where not exists (select from federation_grid_firms g
        join federation_grids q on q.federation_id = g.federation_id and q.id = g.grid_id and q.org_id = f.id and q.ended_on is null
        where g.federation_id = e.federation_id and g.enterprise_id = e.id))::int as unassigned ${firmsOf(day)}) n
      cross join lateral (select count(*)::int as visits, count(distinct w.enterprise_id)::int as "visitedFirms" from federation_visits w
        where w.federation_id = f.federation_id and w.org_id = f.id and w.visited_on >= ${first} and w.visited_on < ${next}) v
      cross join lateral (select count(*)::int as clubs from federation_clubs k where k.federation_id = f.federation_id and k.org_id = f.id
        and k.founded_on <= ${day}::date and (k.ended_on is null or k.ended_on > ${day}::date)) k
      cross join lateral (select count(*)::int as activities, coalesce(sum(a.heads), 0)::int as heads from federation_activities a
        where a.federation_id = f.federation_id and ${done}) x
      left join federation_profiles pr on pr.federation_id = f.federation_id and pr.org_id = f.id
    where f.federation_id = ${ctx.actor.federationId} and f.id = any(${ids}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.id, row]))
}
