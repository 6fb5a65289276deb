import { type Actor, standingOf } from '../access/actor.ts'
import { requireReach } from '../access/permissions.ts'
import { writeAudit } from '../audit/audit.ts'
import type { Endpoint } from '../contract/contract.ts'
import { type Failure, fail } from '../contract/errors.ts'
import type { Ctx, House } from '../ctx.ts'
import { inTransaction } from '../db/database.ts'
import type { Line } from '../line.ts'
import { type Ahead, reading } from './ahead.ts'
import { answerBefore, claimKey, keepAnswer } from './idempotency.ts'
import { parseInput } from './input.ts'
import { newCtx } from './new-ctx.ts'
import { translate } from './translate.ts'

export type Call = {
  actor: Actor
  /** Chosen by the caller; the same key again gets the first answer again. */
  idempotencyKey?: string | undefined
  ip?: string
  /** Receives the number of SQL statements of the request. */
  count?: (statements: number) => void
}

type Handler = ((ctx: Ctx, input: unknown) => Promise<unknown>) & { ahead?: Ahead }

/**
 * The one door to a line: parse, permission, transaction, handler, audit, commit. A query runs read-only; an action is one transaction, one audit line,
 * one idempotency key; what it works out `ahead` comes before the transaction. @returns the endpoint's output, held to the contract: what it does not list does not leave
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
  const intent = call.idempotencyKey === undefined ? null : { action, key: call.idempotencyKey, input }
  const before = intent && handler.ahead && (await reading(house, call.actor, (ctx) => answerBefore(ctx, intent)))
  if (before?.answered) return before.response
  const prepared = await handler.ahead?.(house, call.actor, input)
  const afterCommit: (() => Promise<void>)[] = []
  const result = await inTransaction(
    house.db,
    standingOf(call.actor),
    async (tx) => {
      const ctx = { ...newCtx(house, call.actor, tx), afterCommit, prepared }
      const claim = intent && (await claimKey(ctx, intent))
      if (claim?.answered) return claim.response
      const result = endpoint.output.parse(await handler(ctx, input))
      if (intent && !endpoint.isSecret) await keepAnswer(ctx, intent, result)
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
