import { createHash, randomBytes } from 'node:crypto'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { contract } from './contract.ts'

/** 256 random bits: the address is the key, so it cannot be guessed, and only its digest is kept. */
const newToken = (): string => randomBytes(32).toString('base64url')
export const digestOf = (token: string): string =>
  createHash('sha256').update(`nuanfeng plan feed ${token}`).digest('hex')

const own = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('plan_feeds')
    .select('made_at as madeAt')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('person_id', '=', ctx.actor.personId)
    .executeTakeFirst()

/** Whether the actor has a calendar address, never the address itself. */
export const findFeed = async (ctx: Ctx): Promise<OutputOf<typeof contract.feed>> => ({
  madeAt: (await own(ctx))?.madeAt ?? null,
})

/** A new calendar address for the actor in the present post; an old one stops working. Shown this once. @throws Failure 422 without a post */
export async function makeFeed(ctx: Ctx): Promise<OutputOf<typeof contract.makeFeed>> {
  const { personId, postId, federationId } = ctx.actor
  if (!personId || !postId) return fail(422, '请先选择一个岗位，再生成订阅地址')
  const token = newToken()
  const row = {
    federation_id: federationId,
    person_id: personId,
    post_id: postId,
    token_hash: digestOf(token),
    made_at: ctx.now,
  }
  await ctx.tx
    .insertInto('plan_feeds')
    .values(row)
    .onConflict((c) => c.columns(['federation_id', 'person_id']).doUpdateSet(row))
    .execute()
  ctx.audit = { line: 'plan', recordId: null, reason: '生成日历订阅地址' }
  return { path: `/api/calendar/${token}.ics` }
}

export async function revokeFeed(ctx: Ctx): Promise<OutputOf<typeof contract.revokeFeed>> {
  const gone = await ctx.tx
    .deleteFrom('plan_feeds')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('person_id', '=', ctx.actor.personId)
    .executeTakeFirst()
  ctx.audit = { line: 'plan', recordId: null, reason: '停用日历订阅' }
  return { wasThere: gone.numDeletedRows > 0n }
}
