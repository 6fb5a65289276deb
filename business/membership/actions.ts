import { isUnder } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { notice } from '../../kernel/notify/notices.ts'
import { setMembership } from '../../kernel/people/membership.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { getRecord, type RowOf } from '../../kernel/workflow/record.ts'
import { openTransfer } from '../transfers/public.ts'
import { admit, findRecords, type Known, settleIdentity } from './admit.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { decidingUnit, getOwnUnion, takePool } from './destination.ts'
import type { Union } from './rules/way.ts'
import { declineReasons } from './rules/words.ts'

type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>
export type Stepped = OutputOf<typeof contract.approve>
type Row = RowOf<'membership'>
export const stepped = ({ id, number, state }: Row): Stepped => ({ id, number, state })

/** Takes the applicant into the union asked, or into another of the actor's. Who turns out to be a member elsewhere is transferred instead. */
export async function approve(ctx: Ctx, input: Input<'approve'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'membership.approve', input.id, { lock: true })
  const union = await unionFor(ctx, before, input.unionId)
  if (before.state !== 'applied') return stepped(await advance(ctx, caseLine, 'approve', input.id))
  const { twin, member } = await findRecords(ctx, before)
  const isHere = member?.membership === 'full' && member.unionId === union.id
  if (member && !isHere) return move(ctx, before, union, { twin, note: input.note })
  const personId = await settleIdentity(ctx, before, twin)
  const row = await advance(ctx, caseLine, 'approve', input.id, {
    set: { union_id: union.id, org_path: union.path, unit_path: union.path, decided_at: ctx.now },
    note: input.note,
    message: `${union.name}同意您入会，会员证可以用了`,
  })
  if (!isHere) await admit(ctx, row, { personId, union, kind: 'full', confirmsWork: input.confirmsWork })
  return stepped(row)
}

async function unionFor(ctx: Ctx, row: Row, wanted: string | undefined): Promise<Union> {
  const id = wanted ?? row.union_id
  if (id === null) fail(409, '这份申请由区总工会核对，不能在这里同意')
  const union = await getOwnUnion(ctx, { id })
  return union.form === 'pool' ? fail(422, '请选一个接收他的工会；暂时没有合适的，请“收进会员池”') : union
}

/** The person is a member of another union, on a record elsewhere: one record, and a transfer that the other union answers (D:C1.3). */
async function move(
  ctx: Ctx,
  before: Row,
  union: Union,
  { twin, note }: { twin: Known | null; note: string },
): Promise<Stepped> {
  const personId = await settleIdentity(ctx, before, twin)
  const transfer = await openTransfer(ctx, {
    personId,
    toUnionId: union.id,
    source: '入会申请',
    ...(before.enterprise_id && before.way !== 'place' ? { toEnterpriseId: before.enterprise_id } : {}),
  })
  return stepped(
    await advance(ctx, caseLine, 'move', before.id, {
      set: { transfer_id: transfer.id, decided_at: ctx.now },
      note,
      message: `您还是别的工会的会员，已为您提出转会（${transfer.number}），不用再申请`,
    }),
  )
}

/** Into the pool of the street: a member for what is online, until a union takes him on. */
export async function pool(ctx: Ctx, input: Input<'pool'>): Promise<Stepped> {
  const before = await getRecord(ctx, caseLine, 'membership.pool', input.id, { lock: true })
  if (before.state !== 'applied') return stepped(await advance(ctx, caseLine, 'pool', input.id))
  const { twin, member } = await findRecords(ctx, before)
  if (member) fail(409, '他已经是别的工会的会员，请选接收他的工会并同意，系统会办成转会')
  const street = before.org_path.split('.').slice(0, 2).join('.')
  const union = await takePool(ctx, `${street}.`)
  const personId = await settleIdentity(ctx, before, twin)
  const row = await advance(ctx, caseLine, 'pool', input.id, {
    set: { union_id: union.id, org_path: union.path, unit_path: `${street}.`, way: 'pool', decided_at: ctx.now },
    note: input.note,
    message: '您已经是会员，先由街道总工会接收，线上的服务可以用了；找到合适的工会再转过去',
  })
  await admit(ctx, row, { personId, union, kind: 'pooled', confirmsWork: false })
  return stepped(row)
}

export const askSupplement = async (ctx: Ctx, input: Input<'askSupplement'>): Promise<Stepped> =>
  stepped(
    await advance(ctx, caseLine, 'askSupplement', input.id, {
      set: { asked_for: input.note },
      note: input.note,
      message: `请补正：${input.note}`,
    }),
  )

/** To another union of the actor's, which decides; the clock goes on. */
export async function redirect(ctx: Ctx, input: Input<'redirect'>): Promise<Stepped> {
  const union = await getOwnUnion(ctx, { path: input.unitPath })
  const unit = await decidingUnit(ctx, union.path, union.form === 'pool')
  if (!isUnder(unit.path, ctx.actor.orgPath)) fail(422, '那里没有人能审核，请另选一个工会')
  return stepped(
    await advance(ctx, caseLine, 'redirect', input.id, {
      set: { union_id: union.id, org_path: union.path, unit_path: unit.path, title: `申请加入：${union.name}` },
      note: input.note,
      message: `您的申请已转给${union.name}，由${unit.name}审核`,
    }),
  )
}

export const decline = async (ctx: Ctx, input: Input<'decline'>): Promise<Stepped> =>
  stepped(
    await advance(ctx, caseLine, 'decline', input.id, {
      set: { decline_reason: input.reason, decided_at: ctx.now },
      note: input.note,
      message: `工会没有同意：${declineReasons[input.reason]}。${input.note}`,
    }),
  )

/** What the district found out about somebody under 16; the worker reads it, no employer does. */
export const conclude = async (ctx: Ctx, input: Input<'conclude'>): Promise<Stepped> =>
  stepped(
    await advance(ctx, caseLine, 'conclude', input.id, {
      set: { decline_reason: 'under_age', decided_at: ctx.now },
      note: input.note,
      message: `满 16 周岁才能入会。区总工会的答复：${input.note}`,
    }),
  )

/** Finds a union for somebody in a pool, however he came there. @throws Failure 404, 409 not in a pool any more, 422 the union */
export async function place(ctx: Ctx, input: Input<'place'>): Promise<OutputOf<typeof contract.place>> {
  const union = await getOwnUnion(ctx, { id: input.unionId })
  if (union.form === 'pool') fail(422, '请选一个真正的工会，不能再放进会员池')
  const person = await ctx.tx
    .selectFrom('persons')
    .select(['id', 'membership', 'org_path'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', input.personId)
    .forUpdate()
    .executeTakeFirst()
  if (!person || !isUnder(person.org_path, ctx.actor.orgPath)) fail(404, '没有找到这个人，可能已经由别的工会接收')
  if (person.membership !== 'pooled') fail(409, '他已经不在会员池里，请刷新后再看')
  await closeMatter(ctx, input, union)
  await setMembership(ctx, person.id, { kind: 'full', unionId: union.id, on: ctx.today, reason: 'transfer' })
  ctx.audit = { line: 'membership', recordId: person.id, reason: `安置到${union.name}` }
  return { personId: person.id, unionName: union.name }
}

async function closeMatter(ctx: Ctx, input: Input<'place'>, union: Union): Promise<void> {
  const matter = await ctx.tx
    .selectFrom('membership')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('person_id', '=', input.personId)
    .where('state', '=', 'pooled')
    .executeTakeFirst()
  const body = `${union.name}接收您为会员，从今天起生效`
  if (!matter)
    return notice(ctx, {
      recipientId: input.personId,
      line: 'membership',
      recordId: null,
      title: '已有工会接收您',
      body,
    })
  await advance(ctx, caseLine, 'place', matter.id, {
    set: { union_id: union.id, org_path: union.path, unit_path: union.path },
    note: input.note,
    message: body,
  })
}
