import type { Insertable, Selectable } from 'kysely'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { StarRatingItems } from '../../kernel/db/schema.gen.ts'
import { parentOf } from '../../kernel/org/path.ts'
import { type Facts, measures } from './rules/measure.ts'
import { pointsOf } from './rules/score.ts'
import {
  type ComputedItem,
  computedItems,
  type DeclaredItem,
  declaredItems,
  type ItemName,
  itemNames,
  maxTenths,
  type Points,
  scoreTable,
  sourceOf,
} from './rules/score-table.ts'
import { own } from './step.ts'

export type ItemRow = Selectable<StarRatingItems>
type NewItem = Insertable<StarRatingItems>
export type Declared = { item: DeclaredItem; statement: string; claimedTenths: number }

const context = (ratingId: string, item: string) => `star_rating_items.statement:${ratingId}:${item}`

/** What a union wrote about an item, encrypted for that place alone. */
export const sealStatement = (house: Ctx['house'], ratingId: string, item: string, text: string): string =>
  house.sealer.seal(text, context(ratingId, item))

export const openStatement = (ctx: Ctx, row: Pick<ItemRow, 'rating_id' | 'item' | 'statement_sealed'>): string =>
  row.statement_sealed === null ? '' : ctx.house.sealer.open(row.statement_sealed, context(row.rating_id, row.item))

/** Every item of a rating, in the order of the score table. */
export async function itemsOf(ctx: Ctx, ratingId: string): Promise<ItemRow[]> {
  const rows = await ctx.tx
    .selectFrom('star_rating_items')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('rating_id', '=', ratingId)
    .execute()
  const byName = new Map(rows.map((row) => [row.item, row]))
  return itemNames.flatMap((name) => byName.get(name) ?? [])
}

/** Where the rows behind a computed item are looked at: appeals by the name of the firm, or, of several firms, by the place. */
function opensOf(item: ComputedItem, orgId: string, orgPath: string, firmName: string | null): string {
  const union = `/unions/union/${orgId}`
  const members = `/membership/register?under=${orgPath}`
  const narrowed = firmName === null ? `place=${parentOf(orgPath) ?? orgPath}` : `text=${encodeURIComponent(firmName)}`
  const places: Readonly<Record<ComputedItem, string>> = {
    term: union,
    chair: union,
    certificate: union,
    organs: union,
    election: union,
    share: members,
    realName: members,
    roster: members,
    answered: `/appeals?scope=all&${narrowed}`,
    overdue: `/appeals?late=1&${narrowed}`,
  }
  return places[item]
}

/** What each item comes to by the records, ready to be frozen: computed ones with their points, the others with what could be reached. */
export function computedRows(
  given: { ratingId: string; federationId: string; orgId: string; orgPath: string },
  facts: Facts,
  points: Points,
): NewItem[] {
  const base = (item: ItemName) => ({
    federation_id: given.federationId,
    rating_id: given.ratingId,
    item,
    source: sourceOf(item),
    max_tenths: maxTenths(item, points),
    as_of: facts.asOf,
  })
  const computed = computedItems.map((item) => {
    const { share, rows, value } = measures[item](facts)
    const row = base(item)
    const found = { rows_count: rows, value, opens: opensOf(item, given.orgId, given.orgPath, facts.firmName) }
    return { ...row, ...found, points_tenths: pointsOf(share, row.max_tenths) }
  })
  const others = itemNames
    .filter((item) => sourceOf(item) === 'members' || sourceOf(item) === 'not_counted')
    .map((item) => ({ ...base(item), value: sourceOf(item) === 'members' ? '等会员评' : scoreTable[item].asks }))
  return [...computed, ...others]
}

/** Puts in what the union writes itself; written again, it takes the place of what was there. @throws Failure 422 more points than the item has */
export async function saveDeclared(
  ctx: Ctx,
  ratingId: string,
  declared: readonly Declared[],
  points: Points,
): Promise<void> {
  for (const name of declaredItems) {
    const given = declared.find(({ item }) => item === name)
    const most = maxTenths(name, points)
    if (given && given.claimedTenths > most) fail(422, `“${scoreTable[name].title}”最多 ${most / 10} 分，请改小`)
    const row = {
      source: 'declared' as const,
      max_tenths: most,
      as_of: ctx.today,
      statement_sealed: given ? sealStatement(ctx.house, ratingId, name, given.statement) : null,
      claimed_tenths: given?.claimedTenths ?? 0,
    }
    await ctx.tx
      .insertInto('star_rating_items')
      .values({ ...own(ctx, ratingId), item: name, ...row })
      .onConflict((c) => c.columns(['federation_id', 'rating_id', 'item']).doUpdateSet(row))
      .execute()
  }
}
