import { isUnder } from '../../kernel/access/permissions.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'

export type Asked = { place?: string | undefined; on?: string | undefined }

/**
 * The place and the day a rate is asked for: the own union and today when left out; a day to come means today.
 * @throws Failure 403 beyond the own union
 */
export function askedOf(ctx: Ctx, { place = ctx.actor.orgPath, on = ctx.today }: Asked): { under: string; on: string } {
  if (!isUnder(place, ctx.actor.orgPath)) fail(403, '只能看本级和下级工会的，请重新选择地方')
  return { under: place, on: on < ctx.today ? on : ctx.today }
}
