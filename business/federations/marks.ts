import { uuidv7 } from 'uuidv7'
import type { ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { actions as orgs } from '../../kernel/org/actions.ts'
import type { contract } from './contract.ts'
import { requirePast, takeFederation, told } from './federation.ts'

type Org = { id: string; path: string }

/** The matter that was approved stands beside the point. */
export async function addPoint(ctx: Ctx, org: Org, theme: string, matterId: string): Promise<void> {
  await ctx.tx
    .insertInto('federation_points')
    .values({
      federation_id: ctx.actor.federationId,
      id: uuidv7(),
      org_id: org.id,
      org_path: org.path,
      theme,
      since_on: ctx.today,
      matter_id: matterId,
    })
    .execute()
}

export async function markPilot(
  ctx: Ctx,
  { id, on, theme }: ParsedOf<typeof contract.markPilot>,
): Promise<{ id: string }> {
  const org = await takeFederation(ctx, id, true)
  requirePast(ctx, on, '列为试点的日期')
  const held = await ctx.tx
    .selectFrom('federation_pilots')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (held) fail(409, `${org.name}已经是试点，请刷新后再看`)
  await ctx.tx
    .insertInto('federation_pilots')
    .values({
      federation_id: ctx.actor.federationId,
      id: uuidv7(),
      org_id: id,
      org_path: org.path,
      theme,
      since_on: on,
    })
    .execute()
  told(ctx, id, `${org.name}列为试点`)
  return { id }
}

export async function endMark(ctx: Ctx, { id, mark, on }: ParsedOf<typeof contract.endMark>): Promise<{ id: string }> {
  const org = await takeFederation(ctx, id, true)
  requirePast(ctx, on, '结束日期')
  const ended = await ctx.tx
    .updateTable(mark === 'pilot' ? 'federation_pilots' : 'federation_points')
    .set({ ended_on: on })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', id)
    .where('ended_on', 'is', null)
    .where('since_on', '<=', on)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) fail(409, '现在不是试点或示范点，或结束日期早于开始，请核对')
  told(ctx, id, `${org.name}不再是${mark === 'pilot' ? '试点' : '示范点'}`)
  return { id }
}

/** A federation for new forms of work, of the district or of a street. @throws Failure 409 it has one already, and what adding a union throws */
export async function foundNewForm(
  ctx: Ctx,
  { parentId, name, foundedOn }: ParsedOf<typeof contract.foundNewForm>,
): Promise<{ id: string }> {
  requirePast(ctx, foundedOn, '成立日期')
  const other = await ctx.tx
    .selectFrom('orgs')
    .select('name')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('parent_id', '=', parentId)
    .where('kind', '=', 'community')
    .where('form', '=', 'new_form')
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (other) fail(409, `已经有${other.name}，一级只设一个`)
  const { id } = await orgs.add(ctx, {
    parentId,
    kind: 'community',
    form: 'new_form',
    name,
    shortName: '新就业形态',
    foundedOn,
    on: foundedOn,
  })
  told(ctx, id, `登记${name}`)
  return { id }
}
