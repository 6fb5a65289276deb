import { uuidv7 } from 'uuidv7'
import { isUnder } from '../../kernel/access/permissions.ts'
import { dayOf } from '../../kernel/calendar/days.ts'
import type { ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { recordRecovery } from '../../kernel/disputes/disputes.ts'
import { attachDocuments } from '../../kernel/documents/documents.ts'
import { parentOf } from '../../kernel/org/path.ts'
import { advance, releaseRecord } from '../../kernel/workflow/advance.ts'
import { extendClock, restartClock } from '../../kernel/workflow/clocks.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { mayTakeOn } from './assignees.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { type AppealRow, open } from './record.ts'
import { titleOf } from './rules/matching.ts'
import { referralTargets } from './rules/words.ts'
import { workflow } from './workflow.ts'

type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>
export type Stepped = { id: string; number: string; state: AppealRow['state'] }
const stepped = (row: AppealRow): Stepped => ({ id: row.id, number: row.number, state: row.state })

const seal = (ctx: Ctx, id: string, column: string, text: string) =>
  ctx.house.sealer.seal(text, `appeals.${column}:${id}`)

type Plain = 'accept' | 'sign' | 'resume' | 'contact' | 'withdraw'

/** Steps that need nothing but a note. */
export const step =
  (verb: Plain) =>
  async (ctx: Ctx, input: { id: string; note: string }): Promise<Stepped> =>
    stepped(await advance(ctx, caseLine, verb, input.id, { note: input.note }))

/** Back to the union, to be assigned to somebody else. */
export async function giveBack(ctx: Ctx, input: Input<'return'>): Promise<Stepped> {
  const row = await advance(ctx, caseLine, 'return', input.id, { note: input.note })
  await releaseRecord(ctx, caseLine, row.id)
  return stepped(row)
}

export const decline = async (ctx: Ctx, input: Input<'decline'>): Promise<Stepped> =>
  stepped(
    await advance(ctx, caseLine, 'decline', input.id, {
      set: { decline_reason: input.note },
      note: input.note,
      message: `您的诉求不在工会受理范围：${input.note}`,
    }),
  )

export async function classify(ctx: Ctx, input: Input<'classify'>): Promise<Stepped> {
  const { headcount } = await getRecord(ctx, caseLine, 'appeals.classify', input.id)
  const set = {
    category: input.category,
    difficulty: input.difficulty,
    urgency: input.urgency,
    title: titleOf(input.category, headcount),
  }
  const row = await advance(ctx, caseLine, 'classify', input.id, { set, note: input.note })
  if (input.difficulty !== 'general') await restartClock(ctx, workflow, row, 'answer')
  return stepped(row)
}

export async function reclassify(ctx: Ctx, input: Input<'reclassify'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'appeals.reclassify', input.id)
  const set = {
    category: input.category,
    difficulty: input.difficulty,
    title: titleOf(input.category, before.headcount),
  }
  const row = await advance(ctx, caseLine, 'reclassify', input.id, { set, note: input.note })
  if (before.difficulty !== input.difficulty) await restartClock(ctx, workflow, row, 'answer')
  return stepped(row)
}

export async function assign(ctx: Ctx, input: Input<'assign'>): Promise<Stepped> {
  if (!input.assigneeId && !input.unitPath) fail(422, '请选一个人或一个工会来承办')
  const before = await getRecord(ctx, caseLine, 'appeals.assign', input.id)
  const unit = input.unitPath ? await unitBelow(ctx, input.unitPath, ctx.actor.orgPath) : before.unit_path
  if (input.assigneeId) await requirePost(ctx, input.assigneeId)
  return stepped(
    await advance(ctx, caseLine, 'assign', input.id, {
      set: { assignee_id: input.assigneeId ?? null, unit_path: unit },
      note: input.note,
    }),
  )
}

/** A union that exists and lies with the actor's own or below it. */
async function unitBelow(ctx: Ctx, path: string, root: string): Promise<string> {
  const org = await ctx.tx
    .selectFrom('orgs')
    .select('path')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('path', '=', path)
    .where('kind', '<>', 'enterprise')
    .executeTakeFirst()
  if (!org || !isUnder(org.path, root)) fail(422, '只能交给本级或下级工会；要交给别的街道，请先上报区总工会')
  return org.path
}

/** The handler must hold a post that may take appeals on today. */
async function requirePost(ctx: Ctx, personId: string): Promise<void> {
  const post = await ctx.tx
    .selectFrom('posts as p')
    .select('p.id')
    .where('p.federation_id', '=', ctx.actor.federationId)
    .where('p.person_id', '=', personId)
    .where(mayTakeOn(ctx))
    .executeTakeFirst()
  if (!post) fail(422, '这个人现在不能承办诉求，请从名单里另选')
}

export const progress = async (ctx: Ctx, input: Input<'progress'>): Promise<Stepped> =>
  stepped(await advance(ctx, caseLine, 'progress', input.id, { note: input.note, message: input.message }))

/** Hands the matter to another body or line; the dispute stays its parent, so that money is counted once. */
export async function refer(ctx: Ctx, input: Input<'refer'>): Promise<Stepped> {
  const message = `您的诉求已转${referralTargets[input.target]}，工会继续跟进结果`
  const row = await advance(ctx, caseLine, 'refer', input.id, {
    note: `转${referralTargets[input.target]}：${input.note}`,
    message,
  })
  await ctx.tx
    .insertInto('appeal_referrals')
    .values({
      federation_id: row.federation_id,
      id: uuidv7(),
      appeal_id: row.id,
      number: await nextNumber(ctx, 'ZJ'),
      target: input.target,
      reason: input.note,
      at: ctx.now,
    })
    .execute()
  return stepped(row)
}

export async function noteReply(ctx: Ctx, input: Input<'noteReply'>): Promise<Stepped> {
  const row = await advance(ctx, caseLine, 'noteReply', input.id, { note: input.reply })
  const done = await ctx.tx
    .updateTable('appeal_referrals')
    .set({ reply: input.reply, replied_at: ctx.now })
    .where('federation_id', '=', row.federation_id)
    .where('appeal_id', '=', row.id)
    .where('id', '=', input.referralId)
    .where('replied_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) fail(409, '这次转介已经记过答复，请刷新后再看')
  return stepped(row)
}

export const suspend = async (ctx: Ctx, input: Input<'suspend'>): Promise<Stepped> =>
  stepped(await advance(ctx, caseLine, 'suspend', input.id, { set: { suspended_for: input.note }, note: input.note }))

/** Once, with a reason, and the worker is told (D:C3.4). */
export async function extend(ctx: Ctx, input: Input<'extend'>): Promise<Stepped> {
  const due = await extendClock(ctx, { id: input.id }, 'answer')
  const day = dayOf(due)
  return stepped(
    await advance(ctx, caseLine, 'extend', input.id, {
      note: input.note,
      message: `您的诉求要多些时间办理，最迟 ${day} 答复。原因：${input.note}`,
    }),
  )
}

/** To the union above, which assigns it anew. */
export async function escalate(ctx: Ctx, input: Input<'escalate'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'appeals.escalate', input.id)
  const above = parentOf(before.unit_path)
  if (!above) fail(422, '已经在区总工会，不能再上报')
  return stepped(
    await advance(ctx, caseLine, 'escalate', input.id, {
      set: { unit_path: above, assignee_id: null, escalated_at: ctx.now },
      note: input.note,
    }),
  )
}

export async function handOver(ctx: Ctx, input: Input<'handOver'>): Promise<Stepped> {
  const unit = await unitBelow(ctx, input.unitPath, ctx.actor.orgPath)
  const before = await getRecord(ctx, caseLine, 'appeals.handOver', input.id)
  // Misrouted to the wrong place: the matter then counts where it is handled.
  const place = isUnder(before.org_path, unit) ? before.org_path : unit
  return stepped(
    await advance(ctx, caseLine, 'handOver', input.id, {
      set: { unit_path: unit, org_path: place, assignee_id: null },
      note: input.note,
    }),
  )
}

export async function merge(ctx: Ctx, input: Input<'merge'>): Promise<Stepped> {
  if (input.intoId === input.id) fail(422, '不能并入它自己，请选另一件')
  const into = await getRecord(ctx, caseLine, 'appeals.merge', input.intoId)
  if (into.closed_at) fail(409, '要并入的那件已经结束，请选正在办理的')
  const set = { merged_into: into.id, dispute_id: into.dispute_id }
  return stepped(
    await advance(ctx, caseLine, 'merge', input.id, {
      set,
      note: input.note,
      message: `您的诉求和 ${into.number} 是同一件事，已合并办理`,
    }),
  )
}

export async function answer(ctx: Ctx, input: Input<'answer'>): Promise<Stepped> {
  if (input.recoveredFen > 0 && !input.recoveredBasis) fail(422, '填了挽回金额，请选依据：协议、判决、裁决或支付凭证')
  if (input.files.length > 0)
    await attachDocuments(ctx, { line: 'appeals', recordId: input.id, ids: input.files, workerMaySee: true })
  const set = {
    answer_sealed: seal(ctx, input.id, 'answer', input.answer),
    answer_outcome: input.outcome,
    recovered_fen: input.recoveredFen,
    recovered_basis: input.recoveredFen > 0 ? (input.recoveredBasis ?? null) : null,
  }
  return stepped(await advance(ctx, caseLine, 'answer', input.id, { set, message: '您的诉求有结果了，请看答复并评价' }))
}

export const followUp = async (ctx: Ctx, input: Input<'followUp'>): Promise<Stepped> =>
  stepped(
    await advance(ctx, caseLine, 'followUp', input.id, { set: { satisfaction: input.satisfaction }, note: input.note }),
  )

export const rework = async (ctx: Ctx, input: Input<'rework'>): Promise<Stepped> =>
  stepped(
    await advance(ctx, caseLine, 'rework', input.id, {
      set: { satisfaction: null, recovered_fen: 0, recovered_basis: null },
      note: input.note,
    }),
  )

export async function close(ctx: Ctx, input: Input<'close'>): Promise<Stepped> {
  const row = await advance(ctx, caseLine, 'close', input.id, { note: input.note })
  await bookRecovery(ctx, row)
  return stepped(row)
}

/** The worker's word is the follow-up: satisfied closes the matter; dissatisfied leaves it with the officer to look at again. */
export async function rate(ctx: Ctx, input: Input<'rate'>): Promise<Stepped> {
  const set = {
    satisfaction: input.satisfaction,
    rating_sealed: input.comment ? seal(ctx, input.id, 'rating', input.comment) : null,
  }
  const rated = await advance(ctx, caseLine, 'rate', input.id, { set })
  if (input.satisfaction === 'dissatisfied') return stepped(rated)
  const row = await advance(ctx, caseLine, 'settle', input.id)
  await bookRecovery(ctx, row)
  return stepped(row)
}

/** Money enters the figures when the matter is over, on its dispute, once. */
async function bookRecovery(ctx: Ctx, row: AppealRow): Promise<void> {
  if (row.recovered_fen === 0) return
  await recordRecovery(ctx, {
    disputeId: row.dispute_id,
    line: 'appeals',
    recordId: row.id,
    amountFen: row.recovered_fen,
    basis: row.recovered_basis ?? 'agreement',
    documentId: null,
    orgPath: row.org_path,
  })
}

export async function supplement(ctx: Ctx, input: Input<'supplement'>): Promise<Stepped> {
  if (input.files.length > 0)
    await attachDocuments(ctx, { line: 'appeals', recordId: input.id, ids: input.files, workerMaySee: true })
  return stepped(await advance(ctx, caseLine, 'supplement', input.id, { message: `您补充了：${input.message}` }))
}

/** Opens the contact once, for a stated reason that the audit keeps. */
export async function reveal(ctx: Ctx, input: Input<'reveal'>) {
  const row = await getRecord(ctx, caseLine, 'appeals.reveal', input.id)
  ctx.audit = { line: 'appeals', recordId: row.id, reason: input.reason }
  return {
    name: open(ctx, row, 'contact_name', row.contact_name_sealed),
    phone: open(ctx, row, 'contact_phone', row.contact_phone_sealed),
  }
}
