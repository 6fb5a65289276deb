import type { Insertable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { ElectionRounds } from '../../kernel/db/schema.gen.ts'
import { candidatesOf, roundsOf, seatsOf } from './queries.ts'
import { faultOfAttendance } from './rules/faults.ts'
import { type Pending, pendingOf } from './rules/rounds.ts'
import { duties } from './rules/words.ts'
import { type ElectionRow, type Input, own, type Stepped, stepped, take } from './step.ts'

type Meeting = Pick<Input<'hold'>, 'heldOn' | 'expected' | 'attended'>

/** The assembly has met and is quorate: the first ballot is open for every duty. */
export async function hold(ctx: Ctx, input: Input<'hold'>): Promise<Stepped> {
  const before = await figuresBefore(ctx, input.id)
  const row = await take(ctx, 'hold', input.id, {
    set: { held_on: input.heldOn, held_place: input.heldPlace, expected_count: input.expected, round: 1 },
    note: attendanceNote(input),
  })
  requireMeeting(ctx, row, input)
  if (input.expected !== before?.expected && !input.note) fail(422, '应到人数和登记的不同，请在说明里写明原因')
  const [seats, candidates] = await Promise.all([seatsOf(ctx, row.id), candidatesOf(ctx, row.id)])
  const pending = seats.map(({ duty, seats: count }) => ({
    duty,
    kind: 'first' as const,
    seats: count,
    candidateIds: candidates.filter((one) => one.duty === duty && one.withdrawn_at === null).map(({ id }) => id),
  }))
  await openRound(ctx, row, input, pending)
  return stepped(row)
}

const attendanceNote = ({ expected, attended, note }: Meeting & { note: string }) =>
  [`应到${expected}人，实到${attended}人`, note].filter(Boolean).join('；')

function requireMeeting(ctx: Ctx, row: ElectionRow, { heldOn, expected, attended }: Meeting): void {
  if (heldOn > ctx.today) fail(422, '会还没有开，请在开会当天或之后再记')
  if (row.notice_until && heldOn <= row.notice_until)
    fail(422, `大会要在公示期满（${row.notice_until}）之后开，请核对日期`)
  const fault = faultOfAttendance(expected, attended)
  if (fault) fail(422, fault)
}

type Opened = Omit<Pending, 'kind'> & { kind: ElectionRounds['kind'] }

async function openRound(ctx: Ctx, row: ElectionRow, meeting: Meeting, opened: readonly Opened[]): Promise<void> {
  const rounds: Insertable<ElectionRounds>[] = opened.map(({ duty, kind, seats }) => ({
    ...own(ctx, row.id),
    round: row.round,
    duty,
    kind,
    seats,
    on_day: meeting.heldOn,
    expected: meeting.expected,
    attended: meeting.attended,
  }))
  await ctx.tx.insertInto('election_rounds').values(rounds).execute()
  const places = opened.flatMap(({ duty, candidateIds }) =>
    candidateIds.map((candidate_id) => ({ ...own(ctx, row.id), round: row.round, duty, candidate_id })),
  )
  await ctx.tx.insertInto('election_tallies').values(places).execute()
}

/** One more ballot: among the tied for their seats, among those not elected for seats left open. */
export async function runOff(ctx: Ctx, input: Input<'runOff'>): Promise<Stepped> {
  const before = await figuresBefore(ctx, input.id)
  const round = (before?.round ?? 0) + 1
  const row = await take(ctx, 'runOff', input.id, { set: { round }, note: attendanceNote(input) })
  requireMeeting(ctx, row, input)
  const pending = await stillPending(ctx, row)
  if (pending.length === 0) fail(422, '名额都定下来了，不用再投，请报告结果')
  const empty = pending.find(({ candidateIds }) => candidateIds.length === 0)
  if (empty) fail(422, `${duties[empty.duty]}没有可以再选的人，请先定为名额暂缺`)
  for (const { duty } of pending) await decide(ctx, row, duty, 'run_off', '')
  await openRound(ctx, row, input, pending)
  return stepped(row)
}

/** What a step is about to overwrite; whether it may is judged by the step. */
const figuresBefore = (ctx: Ctx, id: string) =>
  ctx.tx
    .selectFrom('elections')
    .select(['round', 'expected_count as expected'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** What is not decided yet after the last count. */
export async function stillPending(ctx: Ctx, row: ElectionRow): Promise<Pending[]> {
  const [rounds, candidates] = await Promise.all([roundsOf(ctx, row.id), candidatesOf(ctx, row.id)])
  const standing = candidates.map((one) => ({
    id: one.id,
    duty: one.duty,
    outcome: one.outcome,
    isWithdrawn: one.withdrawn_at !== null,
    isWriteIn: one.is_write_in,
  }))
  return pendingOf(row.purpose, rounds, standing)
}

async function decide(
  ctx: Ctx,
  row: ElectionRow,
  duty: Pending['duty'],
  decision: 'run_off' | 'left_open',
  note: string,
): Promise<void> {
  await ctx.tx
    .updateTable('election_rounds')
    .set({ decision, decision_note: note })
    .where('federation_id', '=', row.federation_id)
    .where('election_id', '=', row.id)
    .where('duty', '=', duty)
    .where('is_counted', '=', true)
    .where('decision', '=', '')
    .execute()
}

/** The assembly agrees that a seat stays open; those who are tied are voted on again first. */
export async function leaveOpen(ctx: Ctx, input: Input<'leaveOpen'>): Promise<Stepped> {
  const row = await take(ctx, 'leaveOpen', input.id, { note: input.note })
  const pending = (await stillPending(ctx, row)).find(({ duty }) => duty === input.duty)
  if (!pending) fail(422, `${duties[input.duty]}没有空着的名额，请刷新后再看`)
  if (pending.kind === 'tie' && row.round === 1) fail(422, '同票的人要先再投一次，再投仍同票的才能暂缺')
  await decide(ctx, row, input.duty, 'left_open', input.note)
  return stepped(row)
}

/** Somebody whom voters wrote on the paper; not where only the tied are voted on. */
export async function writeIn(ctx: Ctx, input: Input<'writeIn'>): Promise<Stepped> {
  const row = await take(ctx, 'writeIn', input.id)
  const round = (await roundsOf(ctx, row.id)).find((one) => one.round === row.round && one.duty === input.duty)
  if (!round || round.kind === 'tie' || input.duty === 'motion') fail(422, '这一轮不能另选别人，请核对职务')
  if (row.purpose === 'recall') fail(422, '罢免只表决名单上的人，不能另选别人')
  const there = (await candidatesOf(ctx, row.id)).filter((one) => one.duty === input.duty)
  if (there.some((one) => one.name === input.name && one.withdrawn_at === null))
    fail(409, '这个名字已经在名单上了，同名的请在姓名后加部门')
  const id = uuidv7()
  await ctx.tx
    .insertInto('election_candidates')
    .values({
      ...own(ctx, row.id),
      id,
      duty: input.duty,
      name: input.name,
      position: Math.max(0, ...there.map(({ position }) => position)) + 1,
      is_write_in: true,
      nominated_by: 'ballot',
    })
    .execute()
  await ctx.tx
    .insertInto('election_tallies')
    .values({ ...own(ctx, row.id), round: row.round, duty: input.duty, candidate_id: id })
    .execute()
  return stepped(row)
}
