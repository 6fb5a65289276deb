import type { Ctx } from '../../../kernel/ctx.ts'
import { keyOf } from '../../../kernel/org/words.ts'
import type { Numbered } from './tree-list.ts'

/** Keeps the numbers that other systems know the places by, so that they are found by them. Those already kept are left alone. */
export async function keepCodes(ctx: Ctx, numbered: readonly Numbered[]): Promise<void> {
  if (numbered.length === 0) return
  const { federationId } = ctx.actor
  const orgs = await ctx.tx
    .selectFrom('orgs')
    .select(['id', 'parent_id', 'short_name', 'path'])
    .where('federation_id', '=', federationId)
    .execute()
  const ids = new Map(orgs.map((org) => [`${org.parent_id}/${keyOf(org.short_name)}`, org.id]))
  const paths = new Map(orgs.map((org) => [org.id, org.path]))
  const root = orgs.find((org) => org.parent_id === null)?.id
  const known = await ctx.tx
    .selectFrom('org_codes')
    .select('code')
    .where('federation_id', '=', federationId)
    .where('valid_to', 'is', null)
    .execute()
  const taken = new Set(known.map(({ code }) => code))
  for (const { code, street, community, union } of numbered) {
    const id = [street, community, union]
      .filter((name) => name !== undefined)
      .reduce<string | undefined>((above, name) => ids.get(`${above}/${keyOf(name)}`), root)
    if (id === undefined || taken.has(code) || paths.get(id)?.replaceAll('.', '') === code) continue
    taken.add(code)
    const system = /^\d{6,12}$/.test(code) ? 'nbs' : 'grid'
    await ctx.tx
      .insertInto('org_codes')
      .values({ federation_id: federationId, org_id: id, system, code, valid_from: ctx.today })
      .execute()
  }
}
