import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { notice } from '../../kernel/notify/notices.ts'
import { getOrg } from '../../kernel/org/queries.ts'
import { setMembership } from '../../kernel/people/membership.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { lastDayOf } from './ask.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { finish, passOn, type TransferRow } from './effect.ts'
import { placedAs, upperOf } from './rules/way.ts'
import { objections, refusals } from './rules/words.ts'
import type { TransferState } from './workflow.ts'

type Stepped = OutputOf<typeof contract.release>
type Noted = { id: string; note?: string | undefined }

const stepped = (row: { id: string; number: string; state: TransferState }): Stepped => ({
  id: row.id,
  number: row.number,
  state: row.state,
})

/** To the new union, which has its days from now. */
async function sendOn(ctx: Ctx, verb: Sending, { id, note }: Noted, words: string): Promise<TransferRow> {
  const row = await advance(ctx, caseLine, verb, id, {
    set: verb === 'autoRelease' ? { released_by_silence: true } : {},
    note,
    message: `${words}，新工会最迟 ${lastDayOf(ctx, 'transfers.accept')}接收`,
  })
  await passOn(ctx, id, row.to_path ?? row.org_path)
  return row
}
type Sending = 'release' | 'autoRelease' | 'overrule' | 'autoOverrule'

export const release = async (ctx: Ctx, input: Noted): Promise<Stepped> =>
  stepped(await sendOn(ctx, 'release', input, '原工会已同意转出'))

export const autoRelease = (ctx: Ctx, id: string) =>
  sendOn(ctx, 'autoRelease', { id, note: '原工会到期没有答复' }, '原工会没有答复，已自动转出')

export async function object(ctx: Ctx, input: ParsedOf<typeof contract.object>): Promise<Stepped> {
  const row = await advance(ctx, caseLine, 'object', input.id, {
    set: { objection: input.objection },
    note: input.note,
    message: `原工会有异议（${objections[input.objection]}），上级工会最迟 ${lastDayOf(ctx, 'transfers.decide')}决定`,
  })
  await passOn(ctx, input.id, upperOf(row.from_path))
  return stepped(row)
}

export async function overrule(ctx: Ctx, input: Noted): Promise<Stepped> {
  const objector = await findObjector(ctx, input.id)
  const row = await sendOn(ctx, 'overrule', input, '上级工会认为异议不成立，已转出')
  await tell(ctx, objector, row, '异议不成立，会籍已转出')
  return stepped(row)
}

export async function autoOverrule(ctx: Ctx, id: string): Promise<void> {
  const objector = await findObjector(ctx, id)
  const row = await sendOn(ctx, 'autoOverrule', { id, note: '上级到期没有决定' }, '异议按不成立处理，已转出')
  await tell(ctx, objector, row, '上级没有在期限内决定，异议按不成立处理，会籍已转出')
}

export async function sustain(ctx: Ctx, input: ParsedOf<typeof contract.sustain>): Promise<Stepped> {
  const objector = await findObjector(ctx, input.id)
  const row = await advance(ctx, caseLine, 'sustain', input.id, {
    note: input.note,
    message: `上级工会认为异议成立：${input.note}。您还是原工会的会员；情况变了可以再提转会`,
  })
  await tell(ctx, objector, row, '异议成立，会籍不转')
  return stepped(row)
}

/** Who objected does not see the matter any more, and must hear what came of it; read before the matter is handed on. */
async function findObjector(ctx: Ctx, id: string): Promise<string | null> {
  const event = await ctx.tx
    .selectFrom('case_events')
    .select('actor_id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', '=', id)
    .where('verb', '=', 'object')
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return event?.actor_id ?? null
}

async function tell(ctx: Ctx, recipientId: string | null, row: TransferRow, body: string): Promise<void> {
  if (recipientId === null) return
  const title = `${row.number} 的异议有结果了`
  await notice(ctx, { recipientId, line: 'transfers', recordId: row.id, title, body })
}

export const accept = (ctx: Ctx, { id, note }: Noted): Promise<Stepped> =>
  finish(ctx, 'accept', id, { on: ctx.today, note })

export async function refuse(ctx: Ctx, input: ParsedOf<typeof contract.refuse>): Promise<Stepped> {
  const row = await advance(ctx, caseLine, 'refuse', input.id, {
    set: { refusal: input.refusal },
    note: input.note,
    message: `新工会没有接收（${refusals[input.refusal]}），上级工会最迟 ${lastDayOf(ctx, 'transfers.place')}安置；这期间您还是原工会的会员`,
  })
  await passOn(ctx, input.id, upperOf(row.to_path ?? row.org_path))
  return stepped(row)
}

/** The new union has been silent: the one above it takes on in its stead, and has its days again. */
export async function escalate(ctx: Ctx, id: string): Promise<void> {
  const row = await advance(ctx, caseLine, 'escalate', id, {
    note: '新工会到期没有答复',
    message: `新工会没有答复，已转上一级工会，最迟 ${lastDayOf(ctx, 'transfers.accept')}接收`,
  })
  await passOn(ctx, id, upperOf(row.unit_path))
}

export const place = async (ctx: Ctx, { id, note }: Noted): Promise<Stepped> =>
  stepped(await putUp(ctx, 'place', id, note))

export const autoPlace = (ctx: Ctx, id: string) => putUp(ctx, 'autoPlace', id, '上级到期没有安置')

/** Nobody is left without a union: who was released and not taken on waits with the union above. */
async function putUp(
  ctx: Ctx,
  verb: 'place' | 'autoPlace',
  id: string,
  note: string | undefined,
): Promise<TransferRow> {
  const row = await advance(ctx, caseLine, verb, id, { note, message: '已由上级工会代管您的会籍；找到新单位可以再转' })
  const kind = placedAs(row.was)
  if (kind) {
    const union = await getOrg(ctx, { path: row.unit_path })
    await setMembership(ctx, row.person_id, { kind, unionId: union.id, on: ctx.today, reason: 'transfer' })
  }
  return row
}

export const confirm = (ctx: Ctx, { id, note }: Noted): Promise<Stepped> =>
  finish(ctx, 'confirm', id, { on: ctx.today, note })

export const autoConfirm = (ctx: Ctx, id: string): Promise<Stepped> =>
  finish(ctx, 'autoConfirm', id, { on: ctx.today, note: '工会到期没有答复' })

export async function decline(ctx: Ctx, input: ParsedOf<typeof contract.decline>): Promise<Stepped> {
  return stepped(
    await advance(ctx, caseLine, 'decline', input.id, { note: input.note, message: `工会没有同意：${input.note}` }),
  )
}

export const approve = (ctx: Ctx, { id, note }: Noted): Promise<Stepped> =>
  finish(ctx, 'approve', id, { on: ctx.today, note })

export async function disapprove(ctx: Ctx, input: ParsedOf<typeof contract.disapprove>): Promise<Stepped> {
  const message = '上级工会没有批准除名，您还是会员'
  return stepped(await advance(ctx, caseLine, 'disapprove', input.id, { note: input.note, message }))
}

export async function withdraw(ctx: Ctx, { id, note }: Noted): Promise<Stepped> {
  const isMember = ctx.actor.role === 'worker'
  if (!isMember && !note?.trim()) fail(422, '请写明撤回的原因，本人会看到')
  const message = isMember ? '您撤回了，会籍没有变' : `工会撤回了：${note}。会籍没有变`
  return stepped(await advance(ctx, caseLine, 'withdraw', id, { note, message }))
}

export const steps = {
  release,
  object,
  overrule,
  sustain,
  accept,
  refuse,
  place,
  confirm,
  decline,
  approve,
  disapprove,
  withdraw,
}
