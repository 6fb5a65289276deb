import { uuidv7 } from 'uuidv7'
import type { Ctx } from '../ctx.ts'

export type NewNotice = { recipientId: string; line: string; recordId: string | null; title: string; body: string }

// Eight parameters a row, and one statement takes 65 535.
const CHUNK = 5000

/** Puts a message into one person's inbox, in the open transaction; e-mail and SMS follow by a job and repeat none of its content. */
export const notice = (ctx: Ctx, message: NewNotice): Promise<void> => notices(ctx, [message])

/** The same for many at once, 5 000 a statement. */
export async function notices(ctx: Ctx, messages: readonly NewNotice[]): Promise<void> {
  for (let from = 0; from < messages.length; from += CHUNK) {
    const rows = messages.slice(from, from + CHUNK).map((message) => rowOf(ctx, message))
    await ctx.tx.insertInto('notices').values(rows).execute()
  }
}

const rowOf = (ctx: Ctx, message: NewNotice) => ({
  federation_id: ctx.actor.federationId,
  id: uuidv7(),
  recipient_id: message.recipientId,
  line: message.line,
  record_id: message.recordId,
  title: message.title,
  body: message.body,
  at: ctx.now,
})
