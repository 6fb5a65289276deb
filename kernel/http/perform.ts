import { createHash } from 'node:crypto'
import { type Actor, standingOf } from '../access/actor.ts'
import { requireReach } from '../access/permissions.ts'
import { writeAudit } from '../audit/audit.ts'
import { dayOf } from '../calendar/days.ts'
import type { Endpoint } from '../contract/contract.ts'
import { type Failure, fail } from '../contract/errors.ts'
import type { Ctx, House } from '../ctx.ts'
import { inTransaction, type Tx } from '../db/database.ts'
import type { Line } from '../line.ts'
import { parseInput } from './input.ts'
import { translate } from './translate.ts'

export type Call = {
  actor: Actor
  /** Chosen by the caller; the same key again gets the first answer again. */
  idempotencyKey?: string | undefined
  ip?: string
  /** Receives the number of SQL statements of the request. */
  count?: (statements: number) => void
}

type Handler = (ctx: Ctx, input: unknown) => Promise<unknown>

/**
 * The one door to a line: parse, permission, transaction, handler, audit, commit. A query runs read-only; an action is one transaction, one audit line,
 * one idempotency key. @returns the endpoint's output, held to the contract: what it does not list does not leave
 * @throws Failure with status and Chinese sentence
 */
export async function perform(house: House, line: Line, name: string, rawInput: unknown, call: Call): Promise<unknown> {
  const endpoint = line.contract[name]
  const handler = line.handlers[name] as Handler | undefined
  if (!endpoint || !handler) fail(404, '没有这个功能，请刷新页面')
  try {
    requireReach(line.permissions, endpoint.permission, call.actor)
    const input = parseInput(endpoint.input, rawInput)
    if (endpoint.kind === 'query') return endpoint.output.parse(await read(house, handler, input, call))
    return await write(house, line, name, handler, input, call)
  } catch (error) {
    const failure = translate(error)
    if (failure.status === 403) await auditRefusal(house, line, name, failure, call)
    throw failure
  }
}

export const newCtx = (house: House, actor: Actor, tx: Tx): Ctx => {
  const now = house.clock()
  return { tx, actor, now, today: dayOf(now), house, audit: { line: '', recordId: null, reason: '' }, afterCommit: [] }
}

const read = (house: House, handler: Handler, input: unknown, call: Call): Promise<unknown> =>
  inTransaction(house.db, standingOf(call.actor), (tx) => handler(newCtx(house, call.actor, tx), input), {
    readOnly: true,
    count: call.count,
  })

async function write(
  house: House,
  line: Line,
  name: string,
  handler: Handler,
  input: unknown,
  call: Call,
): Promise<unknown> {
  const action = `${line.slug}.${name}`
  const endpoint = line.contract[name] as Endpoint
  const afterCommit: (() => Promise<void>)[] = []
  const result = await inTransaction(
    house.db,
    standingOf(call.actor),
    async (tx) => {
      const ctx = { ...newCtx(house, call.actor, tx), afterCommit }
      const claim = call.idempotencyKey ? await claimKey(ctx, action, call.idempotencyKey, input) : null
      if (claim?.answered) return openAnswer(ctx, call.idempotencyKey as string, claim.response)
      const result = endpoint.output.parse(await handler(ctx, input))
      if (claim && !endpoint.isSecret) await storeResponse(ctx, call.idempotencyKey as string, result)
      await writeAudit(tx, {
        at: ctx.now,
        actor: ctx.actor,
        action,
        ...ctx.audit,
        line: line.slug,
        outcome: 'done',
        ip: ipOf(call),
      })
      return result
    },
    { count: call.count },
  )
  for (const work of afterCommit) await work()
  return result
}

/** Who appeals without a name leaves no address behind either. */
const ipOf = (call: Call): string => (call.actor.role === 'visitor' ? '' : (call.ip ?? ''))

const actorKey = (actor: Actor): string => actor.personId ?? actor.accountId ?? ''

/** A second transaction with the same key waits here until the first commits, and then finds its answer. */
async function claimKey(
  ctx: Ctx,
  action: string,
  key: string,
  input: unknown,
): Promise<{ answered: boolean; response?: unknown }> {
  const digest = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const row = {
    federation_id: ctx.actor.federationId,
    actor: actorKey(ctx.actor),
    key,
    action,
    input_digest: digest,
    at: ctx.now,
  }
  const claimed = await ctx.tx
    .insertInto('idempotency_keys')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return { answered: false }
  const first = await ctx.tx
    .selectFrom('idempotency_keys')
    .select(['action', 'input_digest', 'response'])
    .where('federation_id', '=', row.federation_id)
    .where('actor', '=', row.actor)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!first || first.action !== action || first.input_digest !== digest)
    fail(409, '同一个操作编号被用在了两件不同的事上，请刷新页面再试')
  if (first.response === null) return fail(409, '这一次已经看过了，再看请重新点“查看”并写原因')
  return { answered: true, response: first.response }
}

/** Answers are kept for a second sending only sealed: a receipt code in the clear would open somebody's anonymous matter. */
const sealAnswer = (ctx: Ctx, key: string, answer: unknown): string =>
  ctx.house.sealer.seal(JSON.stringify(answer ?? null), `idempotency_keys.response:${key}`)
const openAnswer = (ctx: Ctx, key: string, sealed: unknown): unknown =>
  JSON.parse(ctx.house.sealer.open(String(sealed), `idempotency_keys.response:${key}`))

const storeResponse = (ctx: Ctx, key: string, response: unknown) =>
  ctx.tx
    .updateTable('idempotency_keys')
    .set({ response: JSON.stringify(sealAnswer(ctx, key, response)) })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('actor', '=', actorKey(ctx.actor))
    .where('key', '=', key)
    .execute()

async function auditRefusal(house: House, line: Line, name: string, failure: Failure, call: Call): Promise<void> {
  await inTransaction(house.db, standingOf(call.actor), (tx) =>
    writeAudit(tx, {
      at: house.clock(),
      actor: call.actor,
      action: `${line.slug}.${name}`,
      line: line.slug,
      recordId: null,
      outcome: 'refused',
      reason: failure.message,
      ip: ipOf(call),
    }),
  )
}
