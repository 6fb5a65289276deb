import { sql } from 'kysely'
import { endOf } from '../../kernel/access/permissions.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { talliesOf } from './checklist.ts'
import type { contract } from './contract.ts'
import { factsOf, lastDayOf } from './facts.ts'
import { placeAsked } from './register.ts'

type Row = OutputOf<typeof contract.yearTable>[number]
type Base = Pick<Row, 'id' | 'street' | 'name' | 'grade' | 'isPilot' | 'isPoint' | 'links' | 'awards'>

/** The table of a year that goes into the assessment of the communities: each value is counted from records, none is typed. */
export async function listYear(ctx: Ctx, year: number, under: string | undefined): Promise<Row[]> {
  const bases = await basesOf(ctx, placeAsked(ctx, under), year)
  const facts = await factsOf(
    ctx,
    bases.map(({ id }) => id),
    year,
  )
  const tallies = await talliesOf(ctx, facts, year)
  return bases.flatMap((base) => {
    const one = facts.get(base.id)
    const tally = tallies.get(base.id)
    if (!one || !tally) return []
    const { firms, visits, visitedFirms, clubs, activities, heads } = one
    return [{ ...base, ...tally, firms, visits, visitedFirms, clubs, activities, heads }]
  })
}

async function basesOf(ctx: Ctx, path: string, year: number): Promise<Base[]> {
  const day = lastDayOf(ctx, year)
  const held = (table: string) =>
    sql`exists (select from ${sql.table(table)} m where m.federation_id = f.federation_id and m.org_id = f.id and m.since_on <= ${day}::date
      and (m.ended_on is null or m.ended_on > ${day}::date))`
  const { rows } = await sql<Base>`select f.id, coalesce(u.short_name, '') as street, f.short_name as name,
      coalesce((select m.grade_from from federation_matters m where m.federation_id = f.federation_id and m.org_id = f.id and m.kind = 'grade'
        and m.state = 'approved' and m.closed_at >= (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai' order by m.closed_at limit 1), f.grade)::int as grade,
      ${held('federation_pilots')} as "isPilot", ${held('federation_points')} as "isPoint",
      (select count(*)::int from federation_link_members m join federation_links l on l.federation_id = m.federation_id and l.id = m.link_id
        where m.federation_id = f.federation_id and m.org_id = f.id and l.since_on <= ${day}::date and (l.ended_on is null or l.ended_on > ${day}::date)) as links,
      (select count(*)::int from federation_matters m where m.federation_id = f.federation_id and m.org_id = f.id and m.state = 'awarded' and m.year = ${year}) as awards
    from orgs f left join orgs u on u.federation_id = f.federation_id and u.id = f.parent_id
    where f.federation_id = ${ctx.actor.federationId} and f.kind = 'community' and f.form is null and f.path >= ${path} and f.path < ${endOf(path)}
      and f.valid_from <= ${day}::date and (f.valid_to is null or f.valid_to > ${day}::date) order by f.path`.execute(
    ctx.tx,
  )
  return rows
}
