import { sql } from 'kysely'
import { addDays, addMonths, addYears, type Day, startOfDay } from '../../kernel/calendar/days.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { appealsOfEnterprises } from '../appeals/public.ts'
import { standingOf } from '../unions/public.ts'
import type { Facts } from './rules/measure.ts'
import { parameterAt } from './rules/parameters.ts'

const YEARS_OF_TERMS = 5

/**
 * What the records say of a base union today: term, chair and certificate (届次、干部、证书台账), its organs, its members, its firms and their appeals.
 * Four statements, whatever the size. @throws Failure 404 no such union
 */
export async function factsOf(ctx: Ctx, orgId: string): Promise<Facts> {
  const asOf = ctx.today
  const since = addMonths(asOf, -parameterAt('lookBackMonths', asOf))
  const counts = await countsOf(ctx, orgId, since)
  const standing = (await standingOf(ctx, [orgId], asOf)).get(orgId)
  const firms = await firmsOf(ctx, orgId)
  const ids = firms.map(({ id }) => id)
  const appeals = await appealsOfEnterprises(ctx, ids, { from: startOfDay(since), to: ctx.now })
  const overdue = appeals.filter(({ answer }) => answer === 'overdue').length
  const inTime = appeals.filter(({ answer }) => answer === 'inTime').length
  const late = appeals.filter(({ answer }) => answer === 'late').length
  return {
    asOf,
    closedOn: counts.closedOn,
    termUntil: standing?.termUntil ?? null,
    hasChair: standing?.chairId != null,
    chairIsMember: counts.chairIsMember,
    certificateUntil: standing?.certificateUntil ?? null,
    committee: counts.committee,
    audit: counts.audit,
    women: counts.women,
    womenMembers: counts.womenMembers,
    members: counts.members,
    verified: counts.verified,
    renewed: counts.renewed,
    heads: firms.length > 0 ? firms.reduce((sum, { headcount }) => sum + headcount, 0) : null,
    firms: firms.length,
    firmName: firms.length === 1 ? (firms[0]?.name ?? null) : null,
    turns: counts.turns,
    turnsInTime: counts.turnsInTime,
    due: inTime + late + overdue,
    inTime,
    overdue,
    groupAppeals: appeals.filter(({ isGroup, isOpen }) => isGroup && isOpen).map(({ number }) => number),
  }
}

type Counts = Pick<
  Facts,
  | 'closedOn'
  | 'chairIsMember'
  | 'committee'
  | 'audit'
  | 'women'
  | 'womenMembers'
  | 'members'
  | 'verified'
  | 'renewed'
  | 'turns'
  | 'turnsInTime'
>

/** Officers in office, members on the roster and turns of term, in one statement. */
async function countsOf(ctx: Ctx, orgId: string, since: Day): Promise<Counts> {
  const { today } = ctx
  const isNow = sql`x.from_on <= ${today}::date and (x.to_on is null or x.to_on > ${today}::date)`
  const { rows } = await sql<Counts>`
    select o.valid_to as "closedOn", f.*, m.*, t.* from orgs o
    cross join lateral (select
        count(distinct x.person_id) filter (where x.duty in ('chair', 'vice_chair', 'committee'))::int as committee,
        count(distinct x.person_id) filter (where x.duty in ('audit_chair', 'audit_committee'))::int as audit,
        count(distinct x.person_id) filter (where x.duty in ('women_chair', 'women_committee'))::int as women,
        coalesce(bool_or(x.duty = 'chair' and p.id is not null), false) as "chairIsMember"
      from union_officers x
      left join persons p on p.federation_id = x.federation_id and p.id = x.person_id and p.union_id = o.id and p.membership = 'full'
      where x.federation_id = o.federation_id and x.org_id = o.id and ${isNow}) f
    cross join lateral (select count(*)::int as members, count(*) filter (where p.sex = 'female')::int as "womenMembers",
        count(*) filter (where p.verified_level >= 2)::int as verified,
        count(*) filter (where greatest(p.collected_on, p.verified_on, p.member_since) >= ${since}::date)::int as renewed
      from persons p where p.federation_id = o.federation_id and p.union_id = o.id and p.membership = 'full') m
    cross join lateral (select count(*)::int as turns, count(*) filter (where n.from_on <= coalesce(b.extended_to, b.expires_on) + 1)::int as "turnsInTime"
      from union_terms b left join union_terms n on n.federation_id = b.federation_id and n.org_id = b.org_id and n.ordinal = b.ordinal + 1
      where b.federation_id = o.federation_id and b.org_id = o.id and b.expires_on >= ${addYears(today, -YEARS_OF_TERMS)}::date
        and (n.id is not null or coalesce(b.extended_to, b.expires_on) < ${today}::date)) t
    where o.federation_id = ${ctx.actor.federationId} and o.id = ${orgId}`.execute(ctx.tx)
  return rows[0] ?? fail(404, '没有找到这个工会，请从列表重新选择')
}

/** The union's living firms with their latest counts. */
const firmsOf = (ctx: Ctx, orgId: string) =>
  ctx.tx
    .selectFrom('enterprises')
    .select(['id', 'headcount', 'name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('union_id', '=', orgId)
    .where('life', 'in', ['alive', 'suspended'])
    .execute()

/** First day on which a star no longer holds, for a first day of holding. */
export const validTo = (from: Day): Day => addDays(addYears(from, parameterAt('validYears', from)), -1)
