import { dayOf } from '../../kernel/calendar/days.ts'
import { dueAt, ruleAt } from '../../kernel/calendar/deadlines.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { factsOf } from './facts.ts'
import { computedRows, itemsOf } from './items.ts'
import { pointsInForce } from './points.ts'
import { vetoOf } from './rules/measure.ts'
import { declaredItems, maxTenths, scoreTable } from './rules/score-table.ts'
import { type Input, own, type Stepped, stepped, take } from './step.ts'

/** The records are read and what they come to is frozen: later changes of the records do not move it. */
export async function compute(ctx: Ctx, input: Input<'compute'>): Promise<Stepped> {
  const before = await take(ctx, 'compute', input.id, { note: input.note })
  const facts = await factsOf(ctx, before.org_id)
  const { points, validFrom } = await pointsInForce(ctx)
  const given = {
    ratingId: before.id,
    federationId: before.federation_id,
    orgId: before.org_id,
    orgPath: before.org_path,
  }
  await ctx.tx
    .insertInto('star_rating_items')
    .values(computedRows(given, facts, points))
    .execute()
  for (const item of declaredItems) await fitDeclared(ctx, before.id, item, maxTenths(item, points))
  await ctx.tx
    .updateTable('star_rating')
    .set({ computed_on: facts.asOf, points_from: validFrom, veto: vetoOf(facts) })
    .where('federation_id', '=', before.federation_id)
    .where('id', '=', before.id)
    .execute()
  return stepped(before)
}

/** Points edited since the union wrote: its claim is cut to what the item has now. */
const fitDeclared = (ctx: Ctx, ratingId: string, item: string, most: number) =>
  ctx.tx
    .updateTable('star_rating_items')
    .set((eb) => ({
      max_tenths: most,
      claimed_tenths: eb.fn<number>('least', [eb.fn.coalesce('claimed_tenths', eb.lit(0)), eb.val(most)]),
    }))
    .where('federation_id', '=', ctx.actor.federationId)
    .where('rating_id', '=', ratingId)
    .where('item', '=', item)
    .execute()

/** What two officers find on the spot: only what the union wrote itself is judged; another number than it claimed needs a reason. */
export async function check(ctx: Ctx, input: Input<'check'>): Promise<Stepped> {
  const row = await take(ctx, 'check', input.id, { note: input.note })
  const items = new Map((await itemsOf(ctx, row.id)).map((item) => [item.item, item]))
  for (const name of declaredItems) {
    const finding = input.findings.find(({ item }) => item === name)
    const item = items.get(name)
    const { title } = scoreTable[name]
    if (!finding || !item) fail(422, `“${title}”还没有核查，请填核定的分数`)
    if (finding.pointsTenths > item.max_tenths) fail(422, `“${title}”最多 ${item.max_tenths / 10} 分，请改小`)
    if (finding.pointsTenths !== item.claimed_tenths && finding.reason === '')
      fail(422, `“${title}”和工会填报的分数不一样，请写明原因`)
    await ctx.tx
      .updateTable('star_rating_items')
      .set({ points_tenths: finding.pointsTenths, check_reason: finding.reason })
      .where('federation_id', '=', row.federation_id)
      .where('rating_id', '=', row.id)
      .where('item', '=', name)
      .execute()
  }
  return stepped(row)
}

const plain =
  (verb: 'accept' | 'return' | 'recheck' | 'countersign' | 'comment' | 'withdraw' | 'refuse') =>
  async (ctx: Ctx, input: { id: string; note: string }): Promise<Stepped> =>
    stepped(await take(ctx, verb, input.id, { note: input.note }))

/** Steps that need nothing but a note. */
export const plainSteps = {
  accept: plain('accept'),
  return: plain('return'),
  recheck: plain('recheck'),
  countersign: plain('countersign'),
  comment: plain('comment'),
  withdraw: plain('withdraw'),
  refuse: plain('refuse'),
}

/** The day until which something lasts that begins today, by its rule. */
export const lastDay = (ctx: Ctx, code: 'star-rating.poll' | 'star-rating.publicity'): string =>
  dayOf(dueAt(ruleAt(ctx.house.rules, code, ctx.today), ctx.now, ctx.house.calendar))

/** The frozen veto, or one that has come since. */
export const vetoNow = async (ctx: Ctx, orgId: string): Promise<string> => vetoOf(await factsOf(ctx, orgId))

export const setItem = (
  ctx: Ctx,
  ratingId: string,
  item: string,
  set: { max_tenths?: number; points_tenths: number | null; rows_count: number; value: string },
) =>
  ctx.tx
    .updateTable('star_rating_items')
    .set(set)
    .where('federation_id', '=', own(ctx, ratingId).federation_id)
    .where('rating_id', '=', ratingId)
    .where('item', '=', item)
    .execute()
