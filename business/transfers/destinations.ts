import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { findEnterprises } from '../../kernel/enterprises/queries.ts'
import { queries as orgs } from '../../kernel/org/queries.ts'
import type { contract } from './contract.ts'

type Destination = OutputOf<typeof contract.destinations>[number]

const LIMIT = 6

/** Unions that somebody may ask for: those of firms of this name, the union of the place where a firm has none, and unions of this name. */
export async function findDestinations(ctx: Ctx, text: string): Promise<Destination[]> {
  const [firms, unions] = await Promise.all([
    findEnterprises(ctx, { text, limit: LIMIT }),
    orgs.find(ctx, { text, limit: LIMIT }),
  ])
  const ofFirms = await unionsOfFirms(
    ctx,
    firms.map(({ id }) => id),
  )
  const byFirm = firms.flatMap(({ id, name, place }) => {
    const union = ofFirms.get(id)
    if (!union) return []
    const context = union.isOwn ? place : `${place} · 单位没有工会，由${union.name}接收`
    return [{ unionId: union.id, unionName: union.name, enterpriseId: id, title: name, context }]
  })
  const known = new Set(byFirm.map(({ unionId }) => unionId))
  const byName = unions
    .filter(({ id, kind }) => kind !== 'district' && !known.has(id))
    .map(({ id, name, context }) => ({ unionId: id, unionName: name, enterpriseId: null, title: name, context }))
  return [...byFirm, ...byName].slice(0, LIMIT)
}

/** For each living firm its union, else the union of its place. */
async function unionsOfFirms(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { id: string; name: string; isOwn: boolean }>()
  const rows = await ctx.tx
    .selectFrom('enterprises as e')
    .leftJoin('orgs as own', (join) =>
      join
        .onRef('own.federation_id', '=', 'e.federation_id')
        .onRef('own.id', '=', 'e.union_id')
        .on('own.valid_to', 'is', null),
    )
    .leftJoin('orgs as place', (join) =>
      join
        .onRef('place.federation_id', '=', 'e.federation_id')
        .onRef('place.path', '=', 'e.org_path')
        .on('place.valid_to', 'is', null),
    )
    .select(['e.id', 'own.id as ownId', 'own.name as ownName', 'place.id as placeId', 'place.name as placeName'])
    .where('e.federation_id', '=', ctx.actor.federationId)
    .where('e.id', 'in', ids)
    .where('e.life', '=', 'alive')
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const id = row.ownId ?? row.placeId
      const name = row.ownName ?? row.placeName
      return id && name ? [[row.id, { id, name, isOwn: row.ownId !== null }] as const] : []
    }),
  )
}
