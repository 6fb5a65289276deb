import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { lineageOf } from '../../kernel/org/path.ts'
import { livingOrgs } from '../../kernel/org/queries.ts'
import { decidingRoles, permissions } from './permissions.ts'
import { type Union, wayOf } from './rules/way.ts'
import type { Way } from './rules/words.ts'

/** Where somebody works, as asked. */
export type Workplace = {
  enterpriseId?: string | undefined
  street?: string | undefined
  unionId?: string | undefined
}
/** The union to ask; null stands for the pool of `street`, which may not be there yet. */
export type Destination = { way: Way; union: Union | null; street: Union | null; enterpriseName: string | null }

const columns = ['o.id', 'o.path', 'o.name', 'o.form', 'o.kind'] as const

/** The union that takes somebody in who works there. Two or three statements. @throws Failure 422 no such firm, street or union */
export async function findDestination(ctx: Ctx, at: Workplace): Promise<Destination> {
  const firm = at.enterpriseId ? await getFirm(ctx, at.enterpriseId) : null
  const place = firm?.org_path ?? at.street ?? null
  if (!place) fail(422, '请选择在哪个街道上班或常跑')
  const near = await livingOrgs(ctx)
    .select(columns)
    .where((eb) => eb.or([eb('o.path', 'in', lineageOf(place)), eb('o.id', '=', firm?.union_id ?? null)]))
    .execute()
  const of = (kind: string) => near.find((one) => one.kind === kind && place.startsWith(one.path)) ?? null
  const street = of('street')
  const ofFirm = near.find(({ id }) => id === firm?.union_id) ?? null
  if (!ofFirm && at.unionId)
    return { way: 'industry', union: await getTrade(ctx, at.unionId, street), street, enterpriseName: null }
  const found = wayOf({ ofFirm, ofCommunity: of('community'), ofStreet: street, hasFirm: firm !== null })
  if (found.way === 'pool' && !street) fail(422, '没有找到这个街道，请重新选择')
  return { ...found, street, enterpriseName: firm?.name ?? null }
}

async function getFirm(ctx: Ctx, id: string) {
  const firm = await ctx.tx
    .selectFrom('enterprises')
    .select(['name', 'org_path', 'union_id', 'life'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!firm) fail(422, '没有找到这家单位，请重新选择，或直接写名字')
  if (firm.life === 'deregistered' || firm.life === 'revoked') fail(422, '这家单位已经注销，请选现在上班的单位')
  return firm
}

/** Unions of a trade in a street, which its workers without a firm may ask in place of the pool. */
export const listTrades = (ctx: Ctx, street: Union | null): Promise<Union[]> =>
  street === null
    ? Promise.resolve([])
    : livingOrgs(ctx)
        .select(columns)
        .where('o.kind', '=', 'enterprise')
        .where('o.form', '=', 'industry')
        .where(sql<boolean>`starts_with(o.path, ${street.path})`)
        .orderBy('o.path')
        .limit(5)
        .execute()

async function getTrade(ctx: Ctx, id: string, street: Union | null): Promise<Union> {
  const trades = await listTrades(ctx, street)
  return trades.find((one) => one.id === id) ?? fail(422, '这个街道没有这个行业工会，请重新选择')
}

/** The pool of a street, made on first use. */
export async function takePool(ctx: Ctx, streetPath: string): Promise<Union> {
  const { rows } = await sql<{ id: string; path: string; name: string }>`
    select id, path, name from nf_street_pool(${streetPath}, ${uuidv7()}::uuid, ${ctx.today}::date)`.execute(ctx.tx)
  const [pool] = rows
  return pool ? { ...pool, form: 'pool', kind: 'enterprise' } : fail(422, '没有找到这个街道，请重新选择')
}

/** Who decides for a union today: itself, or the nearest above it that has somebody. */
export async function decidingUnit(ctx: Ctx, path: string, isPool = false): Promise<{ path: string; name: string }> {
  const roles = isPool ? Object.keys(permissions['membership.pool']) : decidingRoles
  const { rows } = await sql<{ path: string; name: string }>`
    select o.path, o.name from orgs o
    where o.federation_id = ${ctx.actor.federationId} and o.path = nf_deciding_unit(${path}, ${roles}, ${ctx.today}::date)`.execute(
    ctx.tx,
  )
  return rows[0] ?? { path: `${ctx.actor.federationId}.`, name: '区总工会' }
}

/** A living union that may take somebody in, within the actor's own subtree. @throws Failure 422 */
export async function getOwnUnion(ctx: Ctx, by: { id: string } | { path: string }): Promise<Union> {
  const union = await livingOrgs(ctx)
    .select(columns)
    .where('id' in by ? 'o.id' : 'o.path', '=', 'id' in by ? by.id : by.path)
    .where('o.kind', '<>', 'district')
    .where(sql<boolean>`starts_with(o.path, ${ctx.actor.orgPath})`)
    .executeTakeFirst()
  return union ?? fail(422, '只能交给本级或下级的工会，请重新选择；要交给别的街道，请联系区总工会')
}
