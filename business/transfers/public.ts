import type { Day } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { parentOf } from '../../kernel/org/path.ts'
import { getOrg } from '../../kernel/org/queries.ts'
import { takeOverMembers } from '../../kernel/people/membership.ts'
import { getUnion } from './member.ts'
import { transfer } from './open.ts'

/**
 * Asks for a transfer of somebody who is a member elsewhere. The person, an officer of either union or of one above, or a job may ask; the old union
 * has the days of `transfers.release` to answer, then the new one those of `transfers.accept` (D:C1.3).
 * @param asked.source where it came from, in Chinese: '入会申请'
 * @throws Failure 404 no such person or union, 422 not a member anywhere, 403 not concerned, 409 a member there already, or a matter is under way
 */
export async function openTransfer(
  ctx: Ctx,
  asked: { personId: string; toUnionId: string; source: string; toEnterpriseId?: string },
): Promise<{ id: string; number: string }> {
  const { id, number } = await transfer(ctx, asked)
  return { id, number }
}

/**
 * Moves all members of a union that ends into the union above it: full members wait there for a union, retained ones stay retained (F15b).
 * @param on first day with the upper union @returns how many moved @throws Failure 404 no such union, 403 out of reach
 */
export async function takeOver(ctx: Ctx, unionId: string, on: Day): Promise<number> {
  const { path } = await getOrg(ctx, { id: unionId })
  const upper = await getUnion(ctx, { path: parentOf(path) ?? path })
  return takeOverMembers(ctx, unionId, { upperUnionId: upper.id, on })
}
