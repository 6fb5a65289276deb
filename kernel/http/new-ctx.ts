import type { Actor } from '../access/actor.ts'
import { dayOf } from '../calendar/days.ts'
import type { Ctx, House } from '../ctx.ts'
import type { Tx } from '../db/database.ts'

/** What a handler holds, at the start of its transaction. */
export const newCtx = (house: House, actor: Actor, tx: Tx): Ctx => {
  const now = house.clock()
  return { tx, actor, now, today: dayOf(now), house, audit: { line: '', recordId: null, reason: '' }, afterCommit: [] }
}
