import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { endOf, isUnder } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { contract } from './contract.ts'
import { requirePast, takeFederation, told } from './federation.ts'
import { placeAsked } from './register.ts'
import { parameterAt } from './rules/parameters.ts'

type Listed = OutputOf<typeof contract.links>

/** Pairs and groups of a place, or of one federation, with their activities, and how many federations of each street take part. */
export async function listLinks(ctx: Ctx, { under, orgId }: ParsedOf<typeof contract.links>): Promise<Listed> {
  const path = placeAsked(ctx, under)
  const rows = await ctx.tx
    .selectFrom('federation_links as l')
    .leftJoin('orgs as s', (join) =>
      join.onRef('s.federation_id', '=', 'l.federation_id').onRef('s.path', '=', 'l.org_path'),
    )
    .select([
      'l.id',
      'l.name',
      'l.theme',
      'l.since_on as sinceOn',
      'l.ended_on as endedOn',
      sql<string>`coalesce(s.short_name, '')`.as('street'),
    ])
    .where('l.federation_id', '=', ctx.actor.federationId)
    .where(
      sql<boolean>`exists (select from federation_link_members m where m.federation_id = l.federation_id and m.link_id = l.id
        and ${orgId ? sql`m.org_id = ${orgId}::uuid` : sql`m.org_path >= ${path} and m.org_path < ${endOf(path)}`})`,
    )
    .orderBy('l.org_path')
    .orderBy('l.since_on')
    .limit(200)
    .execute()
  const ids = rows.map(({ id }) => id)
  const [members, activities, streets] = await Promise.all([
    membersOf(ctx, ids),
    activitiesOf(ctx, ids),
    streetsIn(ctx, path),
  ])
  return {
    links: rows.map((row) => ({
      ...row,
      members: members.filter(({ link_id }) => link_id === row.id).map(({ id, name }) => ({ id, name })),
      activities: activities.filter(({ link_id }) => link_id === row.id).length,
    })),
    activities: activities.map(({ link_id: _, ...one }) => one),
    streets,
    least: parameterAt('linkedPerStreet', ctx.today).value,
  }
}

const membersOf = async (ctx: Ctx, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : ctx.tx
        .selectFrom('federation_link_members as m')
        .innerJoin('orgs as o', (join) =>
          join.onRef('o.federation_id', '=', 'm.federation_id').onRef('o.id', '=', 'm.org_id'),
        )
        .select(['m.link_id', 'o.id', 'o.short_name as name'])
        .where('m.federation_id', '=', ctx.actor.federationId)
        .where('m.link_id', 'in', ids)
        .orderBy('o.path')
        .execute()

const activitiesOf = async (ctx: Ctx, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : ctx.tx
        .selectFrom('federation_activities as a')
        .innerJoin('federation_links as l', (join) =>
          join.onRef('l.federation_id', '=', 'a.federation_id').onRef('l.id', '=', 'a.link_id'),
        )
        .select(['a.id', 'a.link_id', 'l.name as of', 'a.title', 'a.held_on as heldOn', 'a.heads', 'a.fen', 'a.result'])
        .where('a.federation_id', '=', ctx.actor.federationId)
        .where('a.link_id', 'in', ids)
        .orderBy('a.held_on', 'desc')
        .limit(300)
        .execute()

async function streetsIn(ctx: Ctx, path: string): Promise<Listed['streets']> {
  const { rows } = await sql<
    Listed['streets'][number]
  >`select s.short_name as name, s.path, (select count(distinct m.org_id)::int
      from federation_link_members m join federation_links l on l.federation_id = m.federation_id and l.id = m.link_id
        and (l.ended_on is null or l.ended_on > ${ctx.today}::date) where m.federation_id = s.federation_id and m.org_path >= s.path
        and m.org_path < left(s.path, -1) || '/') as linked
    from orgs s where s.federation_id = ${ctx.actor.federationId} and s.kind = 'street' and s.path >= ${path} and s.path < ${endOf(path)}
      and (s.valid_to is null or s.valid_to > ${ctx.today}::date) order by s.sort, s.path`.execute(ctx.tx)
  return rows
}

/** A link in reach with where and since when. @throws Failure 404 */
export async function requireLink(ctx: Ctx, id: string) {
  const link = await ctx.tx
    .selectFrom('federation_links')
    .select(['org_path as path', 'name', 'since_on as since', 'ended_on as until'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!link) return fail(404, '没有找到这一组互联互动，请刷新后再看')
  if (!isUnder(link.path, ctx.actor.orgPath)) fail(403, '互联互动由街道登记，请联系街道总工会')
  return link
}

/** @throws Failure 422 federations of two streets, or a day to come */
export async function link(ctx: Ctx, input: ParsedOf<typeof contract.link>): Promise<{ id: string }> {
  requirePast(ctx, input.sinceOn, '开始日期')
  const ids = [...new Set(input.orgIds)]
  if (ids.length < 2) fail(422, '至少选两个不同的工联会')
  const orgs = []
  for (const id of ids) orgs.push(await takeFederation(ctx, id))
  const streets = new Set(orgs.map(({ path }) => `${path.split('.').slice(0, 2).join('.')}.`))
  const [street] = streets
  if (streets.size !== 1 || !street) return fail(422, '互联互动按街道统计，请选同一个街道的工联会')
  const id = uuidv7()
  const row = { federation_id: ctx.actor.federationId, id, org_path: street, name: input.name, theme: input.theme }
  await ctx.tx
    .insertInto('federation_links')
    .values({ ...row, since_on: input.sinceOn })
    .execute()
  await ctx.tx
    .insertInto('federation_link_members')
    .values(
      orgs.map((org) => ({ federation_id: ctx.actor.federationId, link_id: id, org_id: org.id, org_path: org.path })),
    )
    .execute()
  told(ctx, id, `互联互动：${input.name}`)
  return { id }
}

export async function endLink(ctx: Ctx, { id, on }: ParsedOf<typeof contract.endLink>): Promise<{ id: string }> {
  requirePast(ctx, on, '结束日期')
  const held = await requireLink(ctx, id)
  if (held.until) fail(409, `这一组已于 ${held.until} 结束，请刷新后再看`)
  if (on < held.since) fail(422, `结束日期不能早于 ${held.since}`)
  await ctx.tx
    .updateTable('federation_links')
    .set({ ended_on: on })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .execute()
  told(ctx, id, `结束互联互动：${held.name}`)
  return { id }
}
