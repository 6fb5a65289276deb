import { uuidv7 } from 'uuidv7'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { nextNumber } from '../workflow/numbers.ts'

export type NewDispute = {
  title: string
  orgPath: string
  ownerId: string | null
  personId: string | null
  enterpriseId: string | null
}

/** Opens the parent of a quarrel. @returns its id */
export async function openDispute(ctx: Ctx, dispute: NewDispute): Promise<string> {
  const id = uuidv7()
  await ctx.tx
    .insertInto('disputes')
    .values({
      federation_id: ctx.actor.federationId,
      id,
      number: await nextNumber(ctx, 'DS'),
      title: dispute.title,
      org_path: dispute.orgPath,
      owner_id: dispute.ownerId,
      person_id: dispute.personId,
      enterprise_id: dispute.enterpriseId,
      opened_at: ctx.now,
    })
    .execute()
  return id
}

/** The matters of all lines that belong to one dispute and that the actor may see, newest first. */
export const listMatters = (ctx: Ctx, disputeId: string) =>
  ctx.tx
    .selectFrom('cases')
    .select(['id', 'line', 'number', 'title', 'state', 'source', 'created_at', 'updated_at'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('dispute_id', '=', disputeId)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()

export type Basis = 'agreement' | 'judgment' | 'award' | 'payment'

export type NewRecovery = {
  disputeId: string
  line: string
  recordId: string
  amountFen: number
  basis: Basis
  documentId: string | null
  orgPath: string
  note?: string
}

/**
 * Books money won for workers (integer fen) on the dispute, once per matter (D:D2).
 * @throws Failure 422 when another matter of the same dispute already booked the same amount: it would be counted twice
 */
export async function recordRecovery(ctx: Ctx, recovery: NewRecovery): Promise<void> {
  const booked = await listRecoveries(ctx, recovery.disputeId)
  if (booked.some((r) => r.amount_fen === recovery.amountFen && r.record_id !== recovery.recordId)) {
    fail(422, '同一纠纷的另一件事已经记过同样的金额，一笔钱只记一次，请核对后填零或填另外的金额')
  }
  await ctx.tx
    .insertInto('recoveries')
    .values({
      federation_id: ctx.actor.federationId,
      id: uuidv7(),
      dispute_id: recovery.disputeId,
      line: recovery.line,
      record_id: recovery.recordId,
      amount_fen: recovery.amountFen,
      basis: recovery.basis,
      document_id: recovery.documentId,
      note: recovery.note ?? '',
      org_path: recovery.orgPath,
      at: ctx.now,
    })
    .execute()
}

/** Money already booked on a dispute. */
export const listRecoveries = (ctx: Ctx, disputeId: string) =>
  ctx.tx
    .selectFrom('recoveries')
    .select(['id', 'line', 'record_id', 'amount_fen', 'basis', 'at'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('dispute_id', '=', disputeId)
    .orderBy('at')
    .execute()
