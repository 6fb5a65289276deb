import { isUnder } from '../../kernel/access/permissions.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { getOrg } from '../../kernel/org/queries.ts'
import { electable } from './candidates.ts'
import { stillPending } from './meeting.ts'
import { checkFigures, openOne, writeSeats } from './open.ts'
import { candidatesOf, seatsOf } from './queries.ts'
import { reasonsAgainst } from './rules/eligibility.ts'
import { duties } from './rules/words.ts'
import { type ElectionRow, type Input, type Stepped, stepped, take } from './step.ts'

type Plain = 'reopen' | 'refuse' | 'correct' | 'giveBack' | 'reject' | 'annul' | 'cancel'
const answers: readonly Plain[] = ['refuse', 'giveBack', 'reject', 'annul']

/** Steps that need nothing but a note. */
export const step =
  (verb: Plain) =>
  async (ctx: Ctx, input: { id: string; note: string }): Promise<Stepped> => {
    const row = await take(ctx, verb, input.id, { note: input.note })
    if (answers.includes(verb)) requireAbove(ctx, row)
    return stepped(row)
  }

/** An election of a union of the tree, within the officer's reach. */
export async function open(ctx: Ctx, input: Input<'open'>): Promise<Stepped> {
  const { orgId, ...rest } = input
  const org = await getOrg(ctx, { id: orgId })
  if (!isUnder(org.path, ctx.actor.orgPath)) fail(422, '只能登记本级或下级工会的选举，请重新选择工会')
  if (org.valid_to !== null && org.valid_to <= ctx.today) fail(422, '这个工会已经撤销，不能再选举')
  return openOne(ctx, { ...rest, orgId, orgPath: org.path, unionName: org.name })
}

export async function amend(ctx: Ctx, { id, ...input }: Input<'amend'>): Promise<Stepped> {
  const row = await take(ctx, 'amend', id, { set: input.plannedOn ? { planned_on: input.plannedOn } : {} })
  const figures = checkFigures(ctx, { ...input, purpose: row.purpose })
  await ctx.tx
    .updateTable('elections')
    .set(figures)
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', id)
    .execute()
  await replaceSeats(ctx, row, input.seats)
  return stepped(row)
}

async function replaceSeats(ctx: Ctx, row: ElectionRow, seats: Input<'amend'>['seats']): Promise<void> {
  const kept = new Set<string>(seats.map(({ duty }) => duty))
  const dropped = (await seatsOf(ctx, row.id)).filter(({ duty }) => !kept.has(duty))
  const named = new Set((await candidatesOf(ctx, row.id)).map(({ duty }) => duty))
  const inUse = dropped.find(({ duty }) => named.has(duty))
  if (inUse) fail(422, `${duties[inUse.duty]}已经提过名，不能去掉；要去掉请取消后重新登记`)
  const of = { federation_id: row.federation_id, election_id: row.id }
  const free = (await seatsOf(ctx, row.id)).filter(({ duty }) => !named.has(duty)).map(({ duty }) => duty)
  if (free.length > 0) {
    await ctx.tx
      .deleteFrom('election_seats')
      .where('federation_id', '=', of.federation_id)
      .where('election_id', '=', of.election_id)
      .where('duty', 'in', free)
      .execute()
  }
  for (const seat of seats.filter(({ duty }) => named.has(duty))) {
    await ctx.tx
      .updateTable('election_seats')
      .set({ seats: seat.seats, is_equal: seat.isEqual })
      .where('federation_id', '=', of.federation_id)
      .where('election_id', '=', of.election_id)
      .where('duty', '=', seat.duty)
      .execute()
  }
  const added = seats.filter(({ duty }) => !named.has(duty))
  if (added.length > 0) await writeSeats(ctx, row.id, added)
}

/** Nobody approves the own election: the union above does. @throws Failure 422 */
function requireAbove(ctx: Ctx, row: ElectionRow): void {
  if (row.org_path === ctx.actor.orgPath) fail(422, '本级工会的选举由上一级工会批复，请报上级')
}

export async function approve(ctx: Ctx, input: Input<'approve'>): Promise<Stepped> {
  const row = await take(ctx, 'approve', input.id, { note: input.note })
  requireAbove(ctx, row)
  return stepped(row)
}

/** Who was written in and won is found in the registry, and is held to the same rules as any candidate. */
export async function identify(ctx: Ctx, input: Input<'identify'>): Promise<Stepped> {
  const row = await take(ctx, 'identify', input.id)
  const there = await candidatesOf(ctx, row.id)
  const found = there.find(({ id }) => id === input.candidateId)
  if (!found?.is_write_in || found.outcome !== 'elected' || found.person_id) fail(409, '这个人不用核实，请刷新后再看')
  if (there.some((one) => one.duty === found.duty && one.person_id === input.personId && one.withdrawn_at === null))
    fail(422, `这个人本来就在${duties[found.duty]}名单上，请核对是哪位会员`)
  const isBarred = reasonsAgainst(found.duty, input.bars).length > 0
  if (!isBarred)
    await electable(ctx, row, { duty: found.duty, nominatedBy: 'ballot', bars: input.bars, personId: input.personId })
  await ctx.tx
    .updateTable('election_candidates')
    .set({
      person_id: input.personId,
      is_full_time: input.isFullTime,
      bars: input.bars.join(','),
      ...(isBarred ? { outcome: 'ineligible' as const } : {}),
    })
    .where('federation_id', '=', row.federation_id)
    .where('id', '=', found.id)
    .execute()
  return stepped(row)
}

/** To the union above, once no seat waits for a decision and everybody elected is known. */
export async function report(ctx: Ctx, input: Input<'report'>): Promise<Stepped> {
  const row = await take(ctx, 'report', input.id, { note: input.note })
  const [pending] = await stillPending(ctx, row)
  if (pending?.kind === 'tie') fail(422, `${duties[pending.duty]}有人同票，要再投一次`)
  if (pending) fail(422, `${duties[pending.duty]}还缺${pending.seats}名，请另行选举，或记下名额暂缺`)
  const unknown = (await candidatesOf(ctx, row.id)).some(
    (one) => one.outcome === 'elected' && one.duty !== 'motion' && one.person_id === null,
  )
  if (unknown) fail(422, '选票上另写的当选人还没有核实，请先核实是哪位会员')
  return stepped(row)
}

export async function confirm(ctx: Ctx, input: Input<'confirm'>): Promise<Stepped> {
  const row = await take(ctx, 'confirm', input.id, {
    set: { approval_number: input.approvalNumber, from_on: input.fromOn },
    note: [input.approvalNumber, input.note].filter(Boolean).join('；'),
  })
  requireAbove(ctx, row)
  if (row.held_on && input.fromOn < row.held_on) fail(422, `任职不能早于选举那天（${row.held_on}），请改日期`)
  return stepped(row)
}
