import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { getTarget } from './adjust.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { districtOf } from './year.ts'

type Stepped = OutputOf<typeof contract.finish>
const stepped = ({ id, number, state }: { id: string; number: string; state: string }): Stepped => ({
  id,
  number,
  state: state as Stepped['state'],
})

/** A node is done; with the first one the task is under way. @throws Failure 404, 409 it is done already, 422 a day to come */
export async function markNode(
  ctx: Ctx,
  { id, nodeId, doneOn, note }: ParsedOf<typeof contract.markNode>,
): Promise<Stepped> {
  if (doneOn > ctx.today) fail(422, '完成日期不能晚于今天')
  const node = await ctx.tx
    .selectFrom('plan_nodes')
    .select(['title', 'done_on'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('task_id', '=', id)
    .where('id', '=', nodeId)
    .forUpdate()
    .executeTakeFirst()
  if (!node) return fail(404, '没有这个节点，请刷新后再看')
  if (node.done_on) fail(409, `“${node.title}”已经登记完成，请刷新后再看`)
  const after = await advance(ctx, caseLine, 'markNode', id, { note: `“${node.title}”已完成：${note}` })
  await ctx.tx
    .updateTable('plan_nodes')
    .set({ done_on: doneOn, note })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', nodeId)
    .execute()
  return stepped(after)
}

/** Done, says its owner, with proof: words, and where it can be looked up. @throws Failure 409 a node is still open */
export async function finish(ctx: Ctx, { id, note, link }: ParsedOf<typeof contract.finish>): Promise<Stepped> {
  const { open } = await ctx.tx
    .selectFrom('plan_nodes')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('federation_id', '=', ctx.actor.federationId)
    .where('task_id', '=', id)
    .where('done_on', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(open) > 0) fail(409, `还有 ${open} 个节点没有登记完成，请先登记`)
  return stepped(await advance(ctx, caseLine, 'finish', id, { note, set: { evidence: note, evidence_link: link } }))
}

const plain =
  (verb: 'signOff' | 'giveBack' | 'refuse') =>
  async (ctx: Ctx, { id, note }: { id: string; note: string }): Promise<Stepped> =>
    stepped(await advance(ctx, caseLine, verb, id, { note }))

export const signOff = plain('signOff')
export const giveBack = plain('giveBack')
export const refuse = plain('refuse')

/** The owner says why, and by which day now; the planned day stays and the new one stands beside it. @throws Failure 422 a day that has gone */
export async function answer(ctx: Ctx, { id, note, expectedOn }: ParsedOf<typeof contract.answer>): Promise<Stepped> {
  if (expectedOn < ctx.today) fail(422, '新的完成日期要从今天算起')
  const before = await getRecord(ctx, caseLine, 'plan.answer', id)
  const after = await advance(ctx, caseLine, 'answer', id, { note, set: { reason: note, expected_on: expectedOn } })
  if (before.node_id) {
    await ctx.tx
      .updateTable('plan_nodes')
      .set({ expected_on: expectedOn })
      .where('federation_id', '=', ctx.actor.federationId)
      .where('id', '=', before.node_id)
      .execute()
  }
  return stepped(after)
}

/** Gives each street its share, or takes it back. The sum is shown, not forced. @throws Failure 404, 422 not a street */
export async function split(ctx: Ctx, { id, shares }: ParsedOf<typeof contract.split>): Promise<{ id: string }> {
  const target = await getTarget(ctx, id)
  const streets = new Map((await streetsOf(ctx)).map((street) => [street.id, street.path]))
  const unknown = shares.find(({ orgId }) => !streets.has(orgId))
  if (unknown) fail(422, '只能分到街道，请刷新后再试')
  await ctx.tx
    .deleteFrom('plan_shares')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('target_id', '=', id)
    .where(
      'org_id',
      'in',
      shares.map(({ orgId }) => orgId),
    )
    .execute()
  const rows = shares.flatMap(({ orgId, number }) =>
    number === null
      ? []
      : [
          {
            federation_id: ctx.actor.federationId,
            target_id: id,
            org_id: orgId,
            org_path: streets.get(orgId) ?? '',
            number,
          },
        ],
  )
  if (rows.length > 0) await ctx.tx.insertInto('plan_shares').values(rows).execute()
  await ctx.house.later(ctx.tx, 'plan.read', { year: target.year })
  ctx.audit = { line: 'plan', recordId: null, reason: `${target.year} 年“${target.title}”分到 ${rows.length} 个街道` }
  return { id }
}

/** The streets of the district in official order. */
export const streetsOf = (ctx: Ctx): Promise<{ id: string; path: string; name: string }[]> =>
  ctx.tx
    .selectFrom('orgs')
    .select(['id', 'path', 'short_name as name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('kind', '=', 'street')
    .where('valid_to', 'is', null)
    .where('path', '>', districtOf(ctx))
    .orderBy('sort')
    .execute()
