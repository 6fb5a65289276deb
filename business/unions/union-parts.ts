import { sql } from 'kysely'
import type { Day } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Duty } from '../../kernel/org/terms.ts'

/** Firms on a union's page; a joint union may have hundreds, the counts cover all. */
const SHOWN_FIRMS = 30

/** The employers a union covers: the largest first, how many, how many live, and the heads of those, by their latest counts. */
export async function firmsOf(ctx: Ctx, orgId: string) {
  const rows = await ctx.tx
    .selectFrom('enterprises')
    .select(['id', 'name', 'headcount', 'headcount_on as headcountOn', 'headcount_source as headcountSource'])
    .select([
      sql<boolean>`life in ('alive', 'suspended', 'lost')`.as('isAlive'),
      sql<number>`(count(*) over ())::int`.as('firmCount'),
      sql<number>`(count(*) filter (where life in ('alive', 'suspended', 'lost')) over ())::int`.as('livingFirms'),
      sql<number>`(coalesce(sum(headcount) filter (where life = 'alive') over (), 0))::int`.as('heads'),
    ])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('union_id', '=', orgId)
    .orderBy('headcount', 'desc')
    .orderBy('id')
    .limit(SHOWN_FIRMS)
    .execute()
  const [first] = rows
  return {
    firms: rows.map(({ firmCount: _, livingFirms: __, heads: ___, ...firm }) => firm),
    firmCount: first?.firmCount ?? 0,
    livingFirms: first?.livingFirms ?? 0,
    headcount: first?.heads ?? 0,
  }
}

type Counted = {
  of: 'workers' | 'members' | 'retained'
  all: number
  women: number
  migrants: number
  dispatched: number
  unknownOrigin: number
  unknownEmployment: number
}

const nobody = { all: 0, women: 0, migrants: 0, dispatched: 0, unknownOrigin: 0, unknownEmployment: 0 }

/** Workers on record of the union's firms and members of the union, each with women, migrants and dispatched: folds over persons, typed by nobody. */
export async function peopleOf(ctx: Ctx, orgId: string) {
  const federationId = ctx.actor.federationId
  const { rows } = await sql<Counted>`
    select k.of, count(*)::int as "all", count(*) filter (where p.sex = 'female')::int as women, count(*) filter (where p.is_migrant)::int as migrants,
      count(*) filter (where p.employment = 'dispatch')::int as dispatched, count(*) filter (where p.is_migrant is null)::int as "unknownOrigin",
      count(*) filter (where p.employment = '')::int as "unknownEmployment"
    from persons p cross join lateral (values
      ('workers', p.enterprise_id is not null and p.employment not in ('retired', 'unemployed')),
      ('members', p.union_id = ${orgId} and p.membership in ('full', 'pooled')),
      ('retained', p.union_id = ${orgId} and p.membership = 'retained')) as k (of, counts)
    where p.federation_id = ${federationId} and p.merged_into is null and k.counts
      and (p.union_id = ${orgId} or p.enterprise_id = any (array(
        select e.id from enterprises e where e.federation_id = ${federationId} and e.union_id = ${orgId})))
    group by k.of`.execute(ctx.tx)
  const fold = (of: Counted['of']) => {
    const { of: _, ...counts } = rows.find((row) => row.of === of) ?? { of, ...nobody }
    return counts
  }
  return { workers: fold('workers'), members: fold('members'), retained: fold('retained').all }
}

/** Who holds which office now, delegates only counted: there may be hundreds. */
export async function officersOf(ctx: Ctx, orgId: string) {
  const { rows } = await sql<{
    id: string
    personId: string
    name: string
    duty: Duty
    isFullTime: boolean
    fromOn: string
    delegates: number
  }>`
    select f.id, f.person_id as "personId", coalesce(p.name, '') as name, f.duty, f.is_full_time as "isFullTime", f.from_on as "fromOn",
      (select count(*)::int from union_officers d where d.federation_id = f.federation_id and d.org_id = f.org_id and d.duty = 'delegate' and d.to_on is null) as delegates
    from union_officers f left join persons p on p.federation_id = f.federation_id and p.id = f.person_id
    where f.federation_id = ${ctx.actor.federationId} and f.org_id = ${orgId} and (f.to_on is null or f.to_on > ${ctx.today})
      and f.from_on <= ${ctx.today} and f.duty <> 'delegate'
    order by array_position(array['chair', 'vice_chair', 'committee', 'audit_chair', 'audit_committee', 'women_chair', 'women_committee', 'treasurer', 'organiser'],
      f.duty), f.from_on, f.id limit 100`.execute(ctx.tx)
  return { officers: rows.map(({ delegates: _, ...officer }) => officer), delegates: rows[0]?.delegates ?? 0 }
}

/** Since when there is no chair: the last one left, else the union began without. Null while there is one. */
export async function chairVacantSince(ctx: Ctx, orgId: string, isThere: boolean, begunOn: Day): Promise<Day | null> {
  if (isThere) return null
  const last = await ctx.tx
    .selectFrom('union_officers')
    .select(({ fn }) => fn.max('to_on').as('left'))
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', orgId)
    .where('duty', '=', 'chair')
    .executeTakeFirst()
  return last?.left ?? begunOn
}
