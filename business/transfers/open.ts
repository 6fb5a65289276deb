import type { Day } from '../../kernel/calendar/days.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { askerOf, lastDayOf, openMatter } from './ask.ts'
import { caseLine } from './case-line.ts'
import { passOn, settle } from './effect.ts'
import { getMember, getUnion } from './member.ts'
import { firstStep, upperOf } from './rules/way.ts'
import { askers, kinds, type retainReasons } from './rules/words.ts'
import type { TransferState } from './workflow.ts'

export type Stepped = { id: string; number: string; state: TransferState }

export type NewTransfer = {
  personId: string
  toUnionId: string
  /** The firm the person works at now; it may have no union of its own. */
  toEnterpriseId?: string | undefined
  /** Where it came from, in Chinese; by default who asks. */
  source?: string | undefined
}

/** Asks for a transfer and gives it to the old union, or straight to the new one (see `firstStep`). */
export async function transfer(ctx: Ctx, asked: NewTransfer): Promise<Stepped> {
  const member = await getMember(ctx, asked.personId)
  const to = await getUnion(ctx, { id: asked.toUnionId })
  if (to.id === member.unionId && member.kind === 'full') fail(409, `已经是${to.shortName}的会员，不用转会`)
  const askedBy = askerOf(ctx, asked.personId, member.unionPath, to.path)
  if (asked.toEnterpriseId) await requireFirmOf(ctx, asked.toEnterpriseId, to.id)
  const { id, number } = await openMatter(ctx, member, {
    kind: 'transfer',
    title: `转会：${member.unionName} → ${to.shortName}`,
    source: asked.source ?? askers[askedBy],
    asked_by: askedBy,
    org_path: to.path,
    person_id: asked.personId,
    to_union_id: to.id,
    to_path: to.path,
    to_enterprise_id: asked.toEnterpriseId ?? null,
  })
  const step = firstStep({ was: member.kind, fromPath: member.unionPath, asker: ctx.actor })
  const row = await advance(ctx, caseLine, step, id, {
    message:
      step === 'ask'
        ? `转会已送原工会，最迟 ${lastDayOf(ctx, 'transfers.release')}答复；不答复就自动转出`
        : `转会已送新工会，最迟 ${lastDayOf(ctx, 'transfers.accept')}接收`,
  })
  await passOn(ctx, id, step === 'ask' ? member.unionPath : to.path)
  return { id, number, state: row.state }
}

/** A firm's people belong to its union; where it has none, to the union of its place. */
async function requireFirmOf(ctx: Ctx, enterpriseId: string, unionId: string): Promise<void> {
  const firm = await ctx.tx
    .selectFrom('enterprises')
    .select('union_id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', enterpriseId)
    .executeTakeFirst()
  if (!firm) fail(422, '没有找到这家单位，请重新选择')
  if (firm.union_id !== null && firm.union_id !== unionId) fail(422, '这家单位有自己的工会，请选它的工会')
}

type Own = { personId: string; note?: string | undefined }

/** Retired or laid off: stays a member without dues and vote (F15c). The own union confirms what the person says; what it records itself holds at once. */
export async function retain(ctx: Ctx, asked: Own & { reason: keyof typeof retainReasons }): Promise<Stepped> {
  const member = await getMember(ctx, asked.personId)
  if (member.kind === 'retained') fail(409, '已经是保留会籍，不用再办')
  return keep(ctx, 'retain', asked, member, asked.reason)
}

/** Back at work in the same union: dues and vote again. */
export async function resume(ctx: Ctx, asked: Own): Promise<Stepped> {
  const member = await getMember(ctx, asked.personId)
  if (member.kind !== 'retained') fail(409, '现在不是保留会籍，不用恢复')
  return keep(ctx, 'resume', asked, member)
}

type Member = Awaited<ReturnType<typeof getMember>>

async function keep(
  ctx: Ctx,
  kind: 'retain' | 'resume',
  asked: Own,
  member: Member,
  reason?: keyof typeof retainReasons,
): Promise<Stepped> {
  const opened = await openOwn(ctx, kind, asked.personId, member, { retain_reason: reason ?? null })
  if (opened.askedBy !== 'member') return settle(ctx, opened.id, { on: ctx.today, note: asked.note })
  const row = await advance(ctx, caseLine, 'askOwn', opened.id, {
    note: asked.note,
    message: `${kinds[kind]}已送${member.unionName}，最迟 ${lastDayOf(ctx, 'transfers.confirm')}确认；不答复就自动确认`,
  })
  await passOn(ctx, opened.id, member.unionPath)
  return { id: opened.id, number: opened.number, state: row.state }
}

async function openOwn(
  ctx: Ctx,
  kind: 'retain' | 'resume' | 'leave' | 'expel' | 'died',
  personId: string,
  member: Member,
  more: { id?: string; retain_reason?: keyof typeof retainReasons | null; basis_sealed?: string } = {},
) {
  const askedBy = askerOf(ctx, personId, member.unionPath)
  const opened = await openMatter(ctx, member, {
    ...more,
    kind,
    title: `${kinds[kind]}：${member.unionName}`,
    source: askers[askedBy],
    asked_by: askedBy,
    org_path: member.unionPath,
    person_id: personId,
  })
  return { ...opened, askedBy }
}

/** Leaving is free: it holds at once, by the person's own act or a written one that the union records. */
export async function leave(ctx: Ctx, asked: Own & { writtenOn?: Day | undefined }): Promise<Stepped> {
  const on = asked.writtenOn ?? ctx.today
  requirePast(ctx, on)
  const opened = await openOwn(ctx, 'leave', asked.personId, await getMember(ctx, asked.personId))
  const done = await settle(ctx, opened.id, { on, note: asked.note })
  if (opened.askedBy === 'member') await ctx.house.later(ctx.tx, 'transfers.tell', { id: opened.id })
  return done
}

export async function recordDeath(ctx: Ctx, asked: Own & { on: Day }): Promise<Stepped> {
  requirePast(ctx, asked.on)
  const { id } = await openOwn(ctx, 'died', asked.personId, await getMember(ctx, asked.personId))
  return settle(ctx, id, { on: asked.on, note: asked.note })
}

/** Expulsion: only for serious crime found by a court, decided by the union, approved by the one above, by somebody else. */
export async function expel(ctx: Ctx, asked: { id: string; personId: string; basis: string }): Promise<Stepped> {
  const member = await getMember(ctx, asked.personId)
  const sealed = ctx.house.sealer.seal(asked.basis, `transfers.basis:${asked.id}`)
  const { id, number } = await openOwn(ctx, 'expel', asked.personId, member, { id: asked.id, basis_sealed: sealed })
  const row = await advance(ctx, caseLine, 'propose', id, {
    message: '工会决定除名，已报上一级工会；没有批准之前您还是会员',
  })
  await passOn(ctx, id, upperOf(member.unionPath))
  return { id, number, state: row.state }
}

function requirePast(ctx: Ctx, on: Day): void {
  if (on > ctx.today) fail(422, '日期不能晚于今天')
}
