import { createHash } from 'node:crypto'
import type { Actor } from '../access/actor.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'

/** An intent of a person: which action, under which key of the caller's, with what input. */
export type Intent = { action: string; key: string; input: unknown }
const USED = '同一个操作编号被用在了两件不同的事上，请刷新页面再试'
type Claim = { answered: false } | { answered: true; response: unknown }

const digestOf = (input: unknown): string => createHash('sha256').update(JSON.stringify(input)).digest('hex')
const actorKey = (actor: Actor): string => actor.personId ?? actor.accountId ?? ''

/**
 * Takes the key for this transaction. A second transaction with the same key waits here until the first commits, and then finds its answer.
 * @throws Failure 409 as `answerBefore`
 */
export async function claimKey(ctx: Ctx, intent: Intent): Promise<Claim> {
  const claimed = await ctx.tx
    .insertInto('idempotency_keys')
    .values({
      federation_id: ctx.actor.federationId,
      actor: actorKey(ctx.actor),
      key: intent.key,
      action: intent.action,
      input_digest: digestOf(intent.input),
      at: ctx.now,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return { answered: false }
  const before = await answerBefore(ctx, intent)
  return before.answered ? before : fail(409, USED)
}

/**
 * What the same intent was answered before, if it was.
 * @throws Failure 409 when the key was used for something else, or when the answer was secret and is not kept
 */
export async function answerBefore(ctx: Ctx, { action, key, input }: Intent): Promise<Claim> {
  const first = await ctx.tx
    .selectFrom('idempotency_keys')
    .select(['action', 'input_digest', 'response'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('actor', '=', actorKey(ctx.actor))
    .where('key', '=', key)
    .executeTakeFirst()
  if (!first) return { answered: false }
  if (first.action !== action || first.input_digest !== digestOf(input)) fail(409, USED)
  if (first.response === null) return fail(409, '这一次已经看过了，再看请重新点“查看”并写原因')
  return { answered: true, response: JSON.parse(ctx.house.sealer.open(String(first.response), sealedAs(key))) }
}

/** Kept for a second sending only sealed: a receipt code in the clear would open somebody's anonymous matter. */
export async function keepAnswer(ctx: Ctx, { key }: Intent, answer: unknown): Promise<void> {
  const sealed = ctx.house.sealer.seal(JSON.stringify(answer ?? null), sealedAs(key))
  await ctx.tx
    .updateTable('idempotency_keys')
    .set({ response: JSON.stringify(sealed) })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('actor', '=', actorKey(ctx.actor))
    .where('key', '=', key)
    .execute()
}

const sealedAs = (key: string): string => `idempotency_keys.response:${key}`
