import type { Selectable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { isUnder } from '../../kernel/access/permissions.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { ElectionCandidates } from '../../kernel/db/schema.gen.ts'
import { electorateOf } from './nominees.ts'
import { candidatesOf, seatsOf } from './queries.ts'
import { clashOf, reasonsAgainst } from './rules/eligibility.ts'
import { inStrokeOrder } from './rules/names.ts'
import { faultsOfCandidates, type Seat } from './rules/sizes.ts'
import { type Duty, duties, isQuestion } from './rules/words.ts'
import { type ElectionRow, type Input, own, refuseFaults, type Stepped, stepped, take } from './step.ts'

type Candidate = Selectable<ElectionCandidates>

/** Somebody is named for a duty (or for recall), or a motion is put down. */
export async function nominate(ctx: Ctx, input: Input<'nominate'>): Promise<Stepped> {
  const row = await take(ctx, 'nominate', input.id)
  const [seats, there] = await Promise.all([seatsOf(ctx, row.id), candidatesOf(ctx, row.id)])
  if (!seats.some(({ duty }) => duty === input.duty)) fail(422, `这次不选${duties[input.duty]}，请先改名额`)
  const standing = there.filter((one) => one.withdrawn_at === null)
  const name = input.duty === 'motion' ? motionOf(input) : await nameOf(ctx, row, input, standing)
  const candidate = {
    ...own(ctx, row.id),
    id: uuidv7(),
    duty: input.duty,
    person_id: input.personId ?? null,
    name,
    is_full_time: input.isFullTime,
    nominated_by: input.duty === 'motion' ? ('motion' as const) : input.nominatedBy,
    bars: input.bars.join(','),
  }
  await ctx.tx.insertInto('election_candidates').values(candidate).execute()
  return stepped(row)
}

function motionOf(input: Input<'nominate'>): string {
  if (input.personId) fail(422, '议案不写人，请写议案内容')
  return input.motion ?? fail(422, '请写议案内容')
}

async function nameOf(ctx: Ctx, row: ElectionRow, input: Input<'nominate'>, standing: readonly Candidate[]) {
  const personId = input.personId ?? fail(422, '请选择候选人')
  const mine = standing.filter((one) => one.person_id === personId).map(({ duty }) => duty)
  if (mine.includes(input.duty)) fail(409, `这个人已经在${duties[input.duty]}名单上了`)
  const clash = clashOf(input.duty, mine)
  if (clash && row.purpose !== 'recall') fail(422, clash)
  const person = await electable(ctx, row, { ...input, personId })
  return person.name
}

/**
 * The person, when nothing keeps them from the duty: a member of the union (a chair may be sent by the union above), a woman for the women's committee,
 * none of the facts of the rules; for a recall, who holds the office now. @throws Failure 422 with the reason
 */
export async function electable(
  ctx: Ctx,
  row: ElectionRow,
  wanted: Pick<Input<'nominate'>, 'duty' | 'nominatedBy' | 'bars'> & { personId: string },
): Promise<{ name: string }> {
  const person = await ctx.tx
    .selectFrom('persons')
    .select(['name', 'sex', 'org_path', 'membership'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', wanted.personId)
    .executeTakeFirst()
  if (!person) fail(422, '没有找到这个人，请从名册重新选择')
  if (row.purpose === 'recall') {
    await requireHolder(ctx, row, wanted.personId, wanted.duty)
    return person
  }
  const isSent = wanted.nominatedBy === 'superior' && (wanted.duty === 'chair' || wanted.duty === 'vice_chair')
  const electorate = await electorateOf(ctx, row)
  if (electorate && !electorate.includes(wanted.personId))
    fail(422, '候选人要在建会的会员名单里，请先登记入会申请，或选别人')
  const isMember = person.membership === 'full' && isUnder(person.org_path, row.org_path)
  if (row.org_id !== null && !isMember && !isSent) fail(422, '候选人要是本工会会员，请先办入会，或选别人')
  if (wanted.duty.startsWith('women') && person.sex !== 'female') fail(422, '女职工委员会由女会员组成，请选别人')
  refuseFaults(reasonsAgainst(wanted.duty, wanted.bars))
  return person
}

async function requireHolder(ctx: Ctx, row: ElectionRow, personId: string, duty: Duty): Promise<void> {
  if (duty === 'motion') return
  const held = await ctx.tx
    .selectFrom('union_officers')
    .select('id')
    .where('federation_id', '=', row.federation_id)
    .where('org_id', '=', row.org_id)
    .where('person_id', '=', personId)
    .where('duty', '=', duty)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  if (!held) fail(422, `台账上这个人现在不任${duties[duty]}，请先核对工会台账`)
}

export async function strike(ctx: Ctx, input: Input<'strike'>): Promise<Stepped> {
  const row = await take(ctx, 'strike', input.id, { note: input.note })
  const struck = await ctx.tx
    .updateTable('election_candidates')
    .set({ withdrawn_at: ctx.now })
    .where('federation_id', '=', row.federation_id)
    .where('election_id', '=', row.id)
    .where('id', '=', input.candidateId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (struck.numUpdatedRows !== 1n) fail(409, '这个候选人已经撤下了，请刷新后再看')
  return stepped(row)
}

/** The list is settled: enough candidates, and their places on the paper. */
export async function propose(ctx: Ctx, input: Input<'propose'>): Promise<Stepped> {
  const row = await take(ctx, 'propose', input.id, { note: input.note })
  if (isQuestion(row.purpose)) fail(422, '罢免和表决不提候选人，请用“确定表决事项”')
  await settlePaper(ctx, row)
  return stepped(row)
}

/** The questions of a recall or a vote are settled; they go to the meeting as they are. */
export async function convene(ctx: Ctx, input: Input<'convene'>): Promise<Stepped> {
  const row = await take(ctx, 'convene', input.id, { note: input.note })
  if (!isQuestion(row.purpose)) fail(422, '选举要先提名候选人并公示，请用“确定候选人名单”')
  const there = (await candidatesOf(ctx, row.id)).filter((one) => one.withdrawn_at === null)
  const seats = (await seatsOf(ctx, row.id)).map(({ duty }) => ({
    duty,
    seats: there.filter((one) => one.duty === duty).length,
    isEqual: true,
  }))
  refuseFaults(seats.filter(({ seats: n }) => n === 0).map(({ duty }) => `${duties[duty]}还没有要表决的，请先加上`))
  const rows = seats.map((seat) => ({ ...own(ctx, row.id), duty: seat.duty, seats: seat.seats, is_equal: true }))
  await ctx.tx
    .insertInto('election_seats')
    .values(rows)
    .onConflict((c) =>
      c
        .columns(['federation_id', 'election_id', 'duty'])
        .doUpdateSet((eb) => ({ seats: eb.ref('excluded.seats'), is_equal: true })),
    )
    .execute()
  await placeOnPaper(ctx, seats, there)
  return stepped(row)
}

/** Checks that enough stand and gives everybody a place on the paper, by the strokes of the surname. @throws Failure 422 too few or too many */
export async function settlePaper(ctx: Ctx, row: ElectionRow): Promise<void> {
  const seats = await seatsOf(ctx, row.id)
  const there = (await candidatesOf(ctx, row.id)).filter((one) => one.withdrawn_at === null)
  const standing = Object.fromEntries(seats.map(({ duty }) => [duty, there.filter((one) => one.duty === duty).length]))
  refuseFaults(faultsOfCandidates(seats, standing, ctx.today))
  await placeOnPaper(ctx, seats, there)
}

async function placeOnPaper(ctx: Ctx, seats: readonly Seat[], there: readonly Candidate[]): Promise<void> {
  const placed = seats.flatMap(({ duty }) => {
    const standing = there.filter((one) => one.duty === duty)
    const order = duty === 'motion' ? standing : inStrokeOrder(standing)
    return order.map((one, n) => ({ ...one, position: n + 1 }))
  })
  await ctx.tx
    .insertInto('election_candidates')
    .values(placed)
    .onConflict((c) =>
      c.columns(['federation_id', 'id']).doUpdateSet((eb) => ({ position: eb.ref('excluded.position') })),
    )
    .execute()
}
