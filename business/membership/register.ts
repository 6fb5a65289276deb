import { type SqlBool, sql } from 'kysely'
import { endOf, isUnder, requireReach } from '../../kernel/access/permissions.ts'
import { daysBetween } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { maskField } from '../../kernel/people/sealed.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { titleOfKind } from './rules/kinds.ts'
import type { RegisterStage } from './rules/words.ts'

type In<K extends 'register' | 'funnel' | 'poolList'> = ParsedOf<(typeof contract)[K]>
type Out<K extends 'register' | 'funnel' | 'poolList' | 'poolByStreet'> = OutputOf<(typeof contract)[K]>

/** One's own union, or one below it. @throws Failure 403 */
function placeOf({ actor }: Ctx, under: string | undefined): string {
  requireReach(permissions, 'membership.read', actor)
  const path = under ?? actor.orgPath
  return isUnder(path, actor.orgPath) ? path : fail(403, '只能看本级和下级工会的，请重新选择')
}

const inside = (path: string) => sql<SqlBool>`p.org_path >= ${path} and p.org_path < ${endOf(path)}`
const isNoMember = sql<SqlBool>`p.membership = 'none' and p.left_on is null`

const inStage: Readonly<Record<RegisterStage, ReturnType<typeof sql<SqlBool>>>> = {
  collected: sql<SqlBool>`${isNoMember} and p.collected_on is not null and p.verified_on is null`,
  verified: sql<SqlBool>`${isNoMember} and p.verified_on is not null`,
  full: sql<SqlBool>`p.membership = 'full'`,
  pooled: sql<SqlBool>`p.membership = 'pooled'`,
  retained: sql<SqlBool>`p.membership = 'retained'`,
}

/** People of a union and those below at one stage, by union; narrowed first, named then. One statement. */
export async function listRegister(ctx: Ctx, input: In<'register'>): Promise<Out<'register'>> {
  const path = placeOf(ctx, input.under)
  const [afterPath = '', afterId = ''] = (input.after ?? '').split('|')
  const rows = await ctx.tx
    .selectFrom((eb) =>
      eb
        .selectFrom('persons as p')
        .selectAll('p')
        .where('p.federation_id', '=', ctx.actor.federationId)
        .where('p.merged_into', 'is', null)
        .where(inside(path))
        .where(inStage[input.stage])
        .$if(input.newFormOnly, (q) => q.where('p.is_new_form', '=', true))
        .$if(input.after !== undefined, (q) =>
          q.where(sql<SqlBool>`(p.org_path, p.id::text) > (${afterPath}, ${afterId})`),
        )
        .orderBy('p.org_path')
        .orderBy(sql`p.id::text`)
        .limit(input.limit + 1)
        .as('p'),
    )
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'p.federation_id').onRef('o.path', '=', 'p.org_path'),
    )
    .leftJoin('enterprises as e', (join) =>
      join.onRef('e.federation_id', '=', 'p.federation_id').onRef('e.id', '=', 'p.enterprise_id'),
    )
    .select([
      'p.id',
      'p.name',
      'p.phone_sealed',
      'p.org_path',
      'p.new_form_kind',
      'p.member_number',
      'p.verified_level',
    ])
    .select(['p.member_since', 'o.short_name', 'e.name as enterpriseName'])
    .orderBy('p.org_path')
    .orderBy(sql`p.id::text`)
    .execute()
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
      id: row.id,
      name: row.name,
      phone: maskField(ctx.house.sealer, 'phone', row.id, row.phone_sealed),
      place: row.short_name ?? '',
      enterpriseName: row.enterpriseName,
      newFormTitle: titleOfKind(row.new_form_kind),
      stage: input.stage,
      number: row.member_number,
      since: row.member_since,
      level: row.verified_level,
    })),
    next: rows.length > input.limit && last ? `${last.org_path}|${last.id}` : null,
  }
}

const countIf = (condition: ReturnType<typeof sql<SqlBool>>) => sql<number>`count(*) filter (where ${condition})`

/** How many people of a union have come how far: each stage holds those of the next, but members of earlier years may verify later. */
export async function readFunnel(ctx: Ctx, input: In<'funnel'>): Promise<Out<'funnel'>> {
  const isMember = sql<SqlBool>`p.membership <> 'none'`
  const isVerified = sql<SqlBool>`p.verified_on is not null`
  return ctx.tx
    .selectFrom('persons as p')
    .select([
      countIf(sql<SqlBool>`p.collected_on is not null`).as('collected'),
      countIf(isVerified).as('verified'),
      countIf(isMember).as('members'),
      countIf(sql<SqlBool>`${isMember} and ${isVerified}`).as('verifiedMembers'),
      countIf(inStage.pooled).as('pooled'),
      countIf(inStage.retained).as('retained'),
      countIf(sql<SqlBool>`${isMember} and p.is_new_form`).as('newForm'),
    ])
    .where('p.federation_id', '=', ctx.actor.federationId)
    .where('p.merged_into', 'is', null)
    .where('p.left_on', 'is', null)
    .where(inside(placeOf(ctx, input.under)))
    .executeTakeFirstOrThrow()
}

/** Who waits in the pools, longest first. One statement. */
export async function listPool(ctx: Ctx, input: In<'poolList'>): Promise<Out<'poolList'>> {
  const [since, id] = (input.after ?? '').split('|')
  const rows = await ctx.tx
    .selectFrom('persons as p')
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'p.federation_id').onRef('o.path', '=', 'p.org_path'),
    )
    .leftJoin('membership as m', (join) =>
      join
        .onRef('m.federation_id', '=', 'p.federation_id')
        .onRef('m.person_id', '=', 'p.id')
        .on('m.state', '=', 'pooled'),
    )
    .select(['p.id as personId', 'p.name', 'p.new_form_kind', 'p.member_since', 'o.short_name', 'm.id as matterId'])
    .where('p.federation_id', '=', ctx.actor.federationId)
    .where('p.membership', '=', 'pooled')
    .where(inside(placeOf(ctx, input.under)))
    .$if(Boolean(since && id), (q) => q.where(sql<SqlBool>`(p.member_since, p.id) > (${since}::date, ${id}::uuid)`))
    .orderBy('p.member_since')
    .orderBy('p.id')
    .limit(input.limit + 1)
    .execute()
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ new_form_kind, member_since, short_name, ...row }) => ({
      ...row,
      place: short_name ?? '',
      newFormTitle: titleOfKind(new_form_kind),
      since: member_since ?? ctx.today,
      days: daysBetween(member_since ?? ctx.today, ctx.today),
    })),
    next: rows.length > input.limit && last ? `${last.member_since}|${last.personId}` : null,
  }
}

/** How many wait in each street, and since when the one who waits longest. */
export async function countPools(ctx: Ctx): Promise<Out<'poolByStreet'>> {
  requireReach(permissions, 'membership.read', ctx.actor)
  const street = sql<string>`split_part(p.org_path, '.', 1) || '.' || split_part(p.org_path, '.', 2) || '.'`
  return ctx.tx
    .selectFrom((eb) =>
      eb
        .selectFrom('persons as p')
        .select([
          street.as('path'),
          sql<number>`count(*)`.as('people'),
          sql<string | null>`min(p.member_since)`.as('oldestSince'),
        ])
        .where('p.federation_id', '=', ctx.actor.federationId)
        .where('p.membership', '=', 'pooled')
        .where(inside(ctx.actor.orgPath))
        .groupBy(sql`1`)
        .as('w'),
    )
    .leftJoin('orgs as o', (join) =>
      join.on('o.federation_id', '=', ctx.actor.federationId).onRef('o.path', '=', 'w.path'),
    )
    .select(['w.path', 'w.people', 'w.oldestSince', sql<string>`coalesce(o.short_name, '')`.as('name')])
    .orderBy('w.people', 'desc')
    .orderBy('w.path')
    .execute()
}
