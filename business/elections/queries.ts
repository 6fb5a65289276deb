import type { Selectable } from 'kysely'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { ElectionCandidates } from '../../kernel/db/schema.gen.ts'
import { getMatter } from '../../kernel/workflow/matters.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { offered } from './offer.ts'
import { type Bar, barNames } from './rules/eligibility.ts'
import { duties } from './rules/words.ts'

type Matter = OutputOf<typeof contract.get>
type Part<K extends keyof Matter> = Promise<Matter[K]>

const rank = new Map(Object.keys(duties).map((duty, n) => [duty, n]))
const byDuty = (a: { duty: string }, b: { duty: string }) => (rank.get(a.duty) ?? 0) - (rank.get(b.duty) ?? 0)

/** One election with its candidates on the order of the paper, its objections and its rounds. */
export async function getElection(ctx: Ctx, id: string): Promise<Matter> {
  const { row, matter } = await getMatter(ctx, caseLine, id)
  const [subject, seats, candidates, objections, rounds] = await Promise.all([
    subjectOf(ctx, row.subject_id),
    seatsOf(ctx, id),
    candidatesOf(ctx, id),
    objectionsOf(ctx, id),
    roundsOf(ctx, id),
  ])
  const election = {
    ...matter,
    subject,
    orgId: row.org_id,
    orgPath: row.org_path,
    unionName: row.union_name,
    purpose: row.purpose,
    body: row.body,
    membersCount: row.members_count,
    expectedCount: row.expected_count,
    termYears: row.term_years,
    plannedOn: row.planned_on,
    noticeFrom: row.notice_from,
    noticeUntil: row.notice_until,
    noticePlace: row.notice_place,
    heldOn: row.held_on,
    heldPlace: row.held_place,
    supervisors: row.supervisors,
    tellers: row.tellers,
    round: row.round,
    fromOn: row.from_on,
    approvalNumber: row.approval_number,
    seats,
    candidates: candidates.map(shown),
    objections,
    rounds,
  }
  return { ...election, verbs: offered(election, matter.verbs, ctx.today) }
}

/** The index card of what it is held for; null where there is none, or it is out of sight. */
async function subjectOf(ctx: Ctx, id: string | null): Part<'subject'> {
  if (id === null) return null
  const card = await ctx.tx
    .selectFrom('cases')
    .select(['line', 'id', 'number', 'title'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return card ?? null
}

/** What is to be elected, in the order of the result form. */
export async function seatsOf(ctx: Ctx, electionId: string): Part<'seats'> {
  const rows = await ctx.tx
    .selectFrom('election_seats')
    .select(['duty', 'seats', 'is_equal as isEqual'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('election_id', '=', electionId)
    .execute()
  return rows.sort(byDuty)
}

/** Everybody who stands or stood, in the order of the paper. */
export async function candidatesOf(ctx: Ctx, electionId: string): Promise<Selectable<ElectionCandidates>[]> {
  const rows = await ctx.tx
    .selectFrom('election_candidates')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('election_id', '=', electionId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.sort(byDuty)
}

export const barsOf = (text: string): Bar[] => barNames.filter((bar) => text.split(',').includes(bar))

const shown = (row: Selectable<ElectionCandidates>): Matter['candidates'][number] => ({
  id: row.id,
  duty: row.duty,
  personId: row.person_id,
  name: row.name,
  position: row.position,
  isFullTime: row.is_full_time,
  isWriteIn: row.is_write_in,
  nominatedBy: row.nominated_by,
  bars: barsOf(row.bars),
  isWithdrawn: row.withdrawn_at !== null,
  outcome: row.outcome,
})

async function objectionsOf(ctx: Ctx, electionId: string): Part<'objections'> {
  const rows = await ctx.tx
    .selectFrom('election_objections')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('election_id', '=', electionId)
    .orderBy('raised_at')
    .orderBy('id')
    .execute()
  const { sealer } = ctx.house
  return rows.map((row) => ({
    id: row.id,
    candidateId: row.candidate_id,
    content: sealer.open(row.content_sealed, `election_objections.content:${row.id}`),
    raisedAt: row.raised_at,
    outcome: row.outcome,
    reply: row.reply_sealed ? sealer.open(row.reply_sealed, `election_objections.reply:${row.id}`) : '',
  }))
}

/** Every round with its votes and how many papers were typed in. */
export async function roundsOf(ctx: Ctx, electionId: string): Part<'rounds'> {
  const own = { federation: ctx.actor.federationId, electionId }
  const [rounds, votes] = await Promise.all([
    ctx.tx
      .selectFrom('election_rounds as r')
      .selectAll('r')
      .select((eb) =>
        eb
          .selectFrom('election_ballots as b')
          .select((inner) => inner.fn.countAll<number>().as('n'))
          .whereRef('b.federation_id', '=', 'r.federation_id')
          .whereRef('b.election_id', '=', 'r.election_id')
          .whereRef('b.round', '=', 'r.round')
          .whereRef('b.duty', '=', 'r.duty')
          .as('ballots'),
      )
      .where('r.federation_id', '=', own.federation)
      .where('r.election_id', '=', own.electionId)
      .orderBy('r.round')
      .execute(),
    ctx.tx
      .selectFrom('election_tallies')
      .select(['round', 'duty', 'candidate_id as candidateId', 'approve', 'against', 'abstain'])
      .where('federation_id', '=', own.federation)
      .where('election_id', '=', own.electionId)
      .execute(),
  ])
  return rounds
    .sort((a, b) => a.round - b.round || byDuty(a, b))
    .map((row) => ({
      round: row.round,
      duty: row.duty,
      kind: row.kind,
      seats: row.seats,
      onDay: row.on_day,
      expected: row.expected,
      attended: row.attended,
      issued: row.issued,
      returned: row.returned,
      valid: row.valid,
      isByBallots: row.is_by_ballots,
      isCounted: row.is_counted,
      decision: row.decision,
      decisionNote: row.decision_note,
      ballots: Number(row.ballots ?? 0),
      votes: votes
        .filter((vote) => vote.round === row.round && vote.duty === row.duty)
        .map(({ round: _r, duty: _d, ...vote }) => vote),
    }))
}
