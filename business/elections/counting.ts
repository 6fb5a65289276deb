import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { candidatesOf, roundsOf } from './queries.ts'
import { countBallots } from './rules/ballots.ts'
import type { Tally } from './rules/count.ts'
import { faultsOf } from './rules/faults.ts'
import { outcomeOf, standardOf, tallyOf } from './rules/rounds.ts'
import { duties } from './rules/words.ts'
import { type ElectionRow, type Input, own, refuseFaults, type Stepped, stepped, take } from './step.ts'

type Candidates = Awaited<ReturnType<typeof candidatesOf>>
type Round = Awaited<ReturnType<typeof roundsOf>>[number]
type Entry = Input<'tally'>['rounds'][number]

/** The rounds that are open now, with those who stand in them. */
async function openRounds(ctx: Ctx, row: ElectionRow): Promise<{ rounds: Round[]; candidates: Candidates }> {
  const [all, candidates] = await Promise.all([roundsOf(ctx, row.id), candidatesOf(ctx, row.id)])
  return { rounds: all.filter(({ round }) => round === row.round), candidates }
}

/** Papers are typed in one after the other; the sheet is the place in the pile and tells nobody's vote. */
export async function enterBallots(ctx: Ctx, input: Input<'enterBallots'>): Promise<Stepped> {
  const row = await take(ctx, 'enterBallots', input.id, {
    note: `${duties[input.duty]}选票录入${input.ballots.length}张`,
  })
  const { rounds, candidates } = await openRounds(ctx, row)
  const round = rounds.find(({ duty }) => duty === input.duty)
  if (!round) fail(422, `这一轮不选${duties[input.duty]}，请核对`)
  if (round.ballots + input.ballots.length > round.attended)
    fail(422, `到会${round.attended}人，录入的选票不能多于${round.attended}张，请核对`)
  const stands = new Set(round.votes.map(({ candidateId }) => candidateId))
  const allowed = new Set(candidates.filter(({ id }) => stands.has(id)).map(({ position }) => position))
  const isStray = (ballot: string) => [...ballot].some((sign, n) => sign !== '.' && !allowed.has(n + 1))
  if (input.ballots.some(isStray)) fail(422, '选票上有名单以外的记号，另选的人请先加上')
  await ctx.tx
    .insertInto('election_ballots')
    .values(
      input.ballots.map((marks, n) => ({
        ...own(ctx, row.id),
        round: row.round,
        duty: input.duty,
        sheet: round.ballots + n + 1,
        marks,
      })),
    )
    .execute()
  return stepped(row)
}

export async function dropBallots(ctx: Ctx, input: Input<'dropBallots'>): Promise<Stepped> {
  const row = await take(ctx, 'dropBallots', input.id, { note: input.note })
  await ctx.tx
    .deleteFrom('election_ballots')
    .where('federation_id', '=', row.federation_id)
    .where('election_id', '=', row.id)
    .where('round', '=', row.round)
    .where('duty', '=', input.duty)
    .execute()
  return stepped(row)
}

/** The count of one person, all duties of the round at once. Nothing is kept that does not add up. */
export async function tally(ctx: Ctx, input: Input<'tally'>): Promise<Stepped> {
  const { supervisors, tellers } = input
  const row = await take(ctx, 'tally', input.id, { set: { supervisors, tellers } })
  const { rounds, candidates } = await openRounds(ctx, row)
  const names = new Map(candidates.map(({ id, name }) => [id, name]))
  const counted = [...supervisors.split(/[、，,\s]+/), ...tellers.split(/[、，,\s]+/)]
  const clash = candidates.find((one) => one.person_id && one.withdrawn_at === null && counted.includes(one.name))
  if (clash) fail(422, '候选人不能作监票人、计票人，请换人')
  const filled: { round: Round; tally: Tally; isByBallots: boolean }[] = []
  for (const round of rounds) filled.push({ round, ...(await fill(ctx, row, round, input.rounds, candidates)) })
  refuseFaults(
    filled.flatMap((one) =>
      faultsOf(one.tally, (id) => names.get(id) ?? '', standardOf(one.round.kind)).map(
        (fault) => `${duties[one.round.duty]}：${fault}`,
      ),
    ),
  )
  for (const one of filled) await keep(ctx, row, one)
  return stepped(row)
}

async function fill(ctx: Ctx, row: ElectionRow, round: Round, entries: readonly Entry[], candidates: Candidates) {
  const entry = entries.find(({ duty }) => duty === round.duty) ?? fail(422, `请填${duties[round.duty]}的计票`)
  const isWriteIn = (id: string) => candidates.some((one) => one.id === id && one.is_write_in)
  if (round.ballots > 0) {
    const places = candidates
      .filter(({ id }) => round.votes.some(({ candidateId }) => candidateId === id))
      .map((one) => ({ id: one.id, position: one.position, isWriteIn: one.is_write_in }))
    const sums = countBallots(await marksOf(ctx, row, round), round.seats, places)
    return { tally: { ...tallyOf(round, isWriteIn), issued: entry.issued, ...sums }, isByBallots: true }
  }
  const { returned, valid } = entry
  if (returned === undefined || valid === undefined) fail(422, `请填${duties[round.duty]}的收回票和有效票`)
  const votes = round.votes.map(({ candidateId }) => {
    const given = entry.votes.find((one) => one.candidateId === candidateId)
    return given ?? fail(422, `请填${duties[round.duty]}每个人的票数`)
  })
  const figures = { issued: entry.issued, returned, valid }
  return { tally: tallyOf({ ...round, ...figures, votes }, isWriteIn), isByBallots: false }
}

const marksOf = async (ctx: Ctx, row: ElectionRow, round: Round): Promise<string[]> =>
  (
    await ctx.tx
      .selectFrom('election_ballots')
      .select('marks')
      .where('federation_id', '=', row.federation_id)
      .where('election_id', '=', row.id)
      .where('round', '=', round.round)
      .where('duty', '=', round.duty)
      .execute()
  ).map(({ marks }) => marks)

async function keep(
  ctx: Ctx,
  row: ElectionRow,
  { round, tally: sums, isByBallots }: { round: Round; tally: Tally; isByBallots: boolean },
): Promise<void> {
  const place = { ...own(ctx, row.id), round: round.round, duty: round.duty }
  await ctx.tx
    .updateTable('election_rounds')
    .set({ issued: sums.issued, returned: sums.returned, valid: sums.valid, is_by_ballots: isByBallots })
    .where('federation_id', '=', place.federation_id)
    .where('election_id', '=', place.election_id)
    .where('round', '=', place.round)
    .where('duty', '=', place.duty)
    .execute()
  await ctx.tx
    .insertInto('election_tallies')
    .values(
      sums.votes.map(({ id, approve, against, abstain }) => ({
        ...place,
        candidate_id: id,
        approve,
        against,
        abstain,
      })),
    )
    .onConflict((c) =>
      c.columns(['federation_id', 'election_id', 'round', 'duty', 'candidate_id']).doUpdateSet((eb) => ({
        approve: eb.ref('excluded.approve'),
        against: eb.ref('excluded.against'),
        abstain: eb.ref('excluded.abstain'),
      })),
    )
    .execute()
}

/** A second person has held the count against the papers: now it says who is elected. */
export async function check(ctx: Ctx, input: Input<'check'>): Promise<Stepped> {
  const row = await take(ctx, 'check', input.id, { note: input.note })
  const { rounds, candidates } = await openRounds(ctx, row)
  const isWriteIn = (id: string) => candidates.some((one) => one.id === id && one.is_write_in)
  const decided = rounds.flatMap((round) => {
    const { elected } = outcomeOf(round, isWriteIn)
    return round.votes.map(({ candidateId }) => ({ id: candidateId, isElected: elected.includes(candidateId) }))
  })
  for (const isElected of [true, false]) {
    const ids = decided.filter((one) => one.isElected === isElected).map(({ id }) => id)
    if (ids.length === 0) continue
    await ctx.tx
      .updateTable('election_candidates')
      .set({ outcome: isElected ? 'elected' : 'lost', decided_round: row.round })
      .where('federation_id', '=', row.federation_id)
      .where('id', 'in', ids)
      .execute()
  }
  await ctx.tx
    .updateTable('election_rounds')
    .set({ is_counted: true })
    .where('federation_id', '=', row.federation_id)
    .where('election_id', '=', row.id)
    .where('round', '=', row.round)
    .execute()
  return stepped(row)
}
