import { type Actor, standingOf } from '../access/actor.ts'
import { writeAudit } from '../audit/audit.ts'
import type { Ctx, House } from '../ctx.ts'
import { inTransaction } from '../db/database.ts'
import { newCtx } from '../http/new-ctx.ts'
import type { FoundDocument } from './documents.ts'

/** A transaction of the actor: what takes long (receiving, converting, sending) is done between two of them. */
export const within = <T>(house: House, actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inTransaction(house.db, standingOf(actor), (tx) => work(newCtx(house, actor, tx)))

/** The line names the document by its id: its name may hold personal data. */
export const auditDocument = (
  ctx: Ctx,
  action: string,
  document: Pick<FoundDocument, 'id' | 'line' | 'recordId'>,
  ip: string,
): Promise<void> =>
  writeAudit(ctx.tx, {
    at: ctx.now,
    actor: ctx.actor,
    action,
    line: document.line ?? '',
    recordId: document.recordId,
    outcome: 'done',
    reason: `文件 ${document.id}`,
    ip,
  })
