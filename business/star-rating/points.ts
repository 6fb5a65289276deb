import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { contract } from './contract.ts'
import { faultOfPoints, isItem, itemNames, maxTenths, type Points } from './rules/score-table.ts'

/** Code under which the district edits the points of the score table. */
const CODE = 'star-rating.points'
const BUILT_IN = '暂用工作口径，待区总工会确认'

export type InForce = { points: Points; validFrom: string | null; source: string }

/** The points that hold today: as the district set them last, else the table's own. */
export async function pointsInForce(ctx: Ctx): Promise<InForce> {
  const row = await ctx.tx
    .selectFrom('parameters')
    .select(['value', 'valid_from', 'source'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('code', '=', CODE)
    .where('valid_from', '<=', ctx.today)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst()
  return row
    ? { points: pointsFrom(row.value), validFrom: row.valid_from, source: row.source }
    : { points: {}, validFrom: null, source: BUILT_IN }
}

const pointsFrom = (value: unknown): Points =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([name, points]) => isItem(name) && typeof points === 'number'))

type Table = OutputOf<typeof contract.table>

export async function tableInForce(ctx: Ctx): Promise<Table> {
  const { points, validFrom, source } = await pointsInForce(ctx)
  return { validFrom, source, items: itemNames.map((item) => ({ item, maxTenths: maxTenths(item, points) })) }
}

/** New points from a day on; ratings already computed keep those they were computed with. @throws Failure 422 unfit points or a past day */
export async function setPoints(ctx: Ctx, input: ParsedOf<typeof contract.setPoints>): Promise<Table> {
  if (input.validFrom < ctx.today) fail(422, '生效日期不能早于今天：已经计好的分不改')
  const fault = faultOfPoints(input.points)
  if (fault) fail(422, fault)
  const value = JSON.stringify(input.points)
  const edited = { value, source: input.source, edited_by: ctx.actor.personId, edited_at: ctx.now }
  await ctx.tx
    .insertInto('parameters')
    .values({ federation_id: ctx.actor.federationId, code: CODE, valid_from: input.validFrom, ...edited })
    .onConflict((c) => c.columns(['federation_id', 'code', 'valid_from']).doUpdateSet(edited))
    .execute()
  ctx.audit = { line: 'star-rating', recordId: null, reason: `评分表自 ${input.validFrom} 起：${input.source}` }
  return tableInForce(ctx)
}
