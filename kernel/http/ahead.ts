import { type Actor, standingOf } from '../access/actor.ts'
import type { Ctx, House } from '../ctx.ts'
import { inTransaction } from '../db/database.ts'
import { newCtx } from './new-ctx.ts'

/** Work of an action that comes before its transaction. It has been allowed and its input parsed; it changes nothing. */
export type Ahead<I = unknown, P = unknown> = (house: House, actor: Actor, input: I) => Promise<P>

/**
 * An action that takes seconds to work something out: that is done first, with no transaction open, so that nobody waits for it.
 * @param ahead what it needs to read it reads by `reading`
 * @param act the handler, given what came of it
 */
export const preparedBy = <I, P, O>(ahead: Ahead<I, P>, act: (ctx: Ctx, input: I, prepared: P) => Promise<O>) =>
  Object.assign((ctx: Ctx, input: I) => act(ctx, input, ctx.prepared as P), { ahead })

/** A short transaction of the actor that only reads. */
export const reading = <T>(house: House, actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inTransaction(house.db, standingOf(actor), (tx) => work(newCtx(house, actor, tx)), { readOnly: true })
