import { isUnder } from '../../kernel/access/permissions.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'

/**
 * A federation of the actor's own place or below, with the union above it. Locked when something is to be changed, so that two officers come one after the
 * other. @throws Failure 404 not there or elsewhere, 409 closed
 */
export async function takeFederation(ctx: Ctx, id: string, lock = false) {
  const org = await ctx.tx
    .selectFrom('orgs')
    .select(['id', 'path', 'name', 'short_name', 'grade', 'form', 'parent_id', 'founded_on', 'valid_from', 'valid_to'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .where('kind', '=', 'community')
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst()
  if (!org || !isUnder(org.path, ctx.actor.orgPath)) {
    return fail(404, '没有找到这个工联会，可能不在您的辖区，请从名册重新进入')
  }
  if (lock && org.valid_to !== null && org.valid_to <= ctx.today) fail(409, `${org.name}已经撤销，不能再登记`)
  return org
}

export const told = (ctx: Ctx, recordId: string, reason: string): void => {
  ctx.audit = { line: 'federations', recordId, reason }
}

/** A day that has come. @throws Failure 422 */
export function requirePast(ctx: Ctx, day: string, what: string): void {
  if (day > ctx.today) fail(422, `${what}不能晚于今天，请核对日期`)
}
