import { uuidv7 } from 'uuidv7'
import type { Ctx } from '../ctx.ts'

export type NewNotice = { recipientId: string; line: string; recordId: string | null; title: string; body: string }

/** Puts a message into one person's inbox, in the open transaction; e-mail and SMS follow by a job and repeat none of its content. */
export async function notice(ctx: Ctx, message: NewNotice): Promise<void> {
  await ctx.tx
    .insertInto('notices')
    .values({
      federation_id: ctx.actor.federationId,
      id: uuidv7(),
      recipient_id: message.recipientId,
      line: message.line,
      record_id: message.recordId,
      title: message.title,
      body: message.body,
      at: ctx.now,
    })
    .execute()
}
