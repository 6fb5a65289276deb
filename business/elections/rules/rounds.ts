import { countElection, type Outcome, type Standard, type Tally, tieStandard, unionStandard } from './count.ts'
import type { Duty, Purpose, RoundKind } from './words.ts'

export type RoundFigures = {
  round: number
  duty: Duty
  kind: RoundKind
  seats: number
  expected: number
  attended: number
  issued: number
  returned: number
  valid: number
  isCounted: boolean
  decision: '' | 'run_off' | 'left_open'
  votes: readonly { candidateId: string; approve: number; against: number; abstain: number }[]
}

export const standardOf = (kind: RoundKind): Standard => (kind === 'tie' ? tieStandard : unionStandard)

/** A round as the counting rule reads it. @param isWriteIn tells who was written in */
export const tallyOf = (round: RoundFigures, isWriteIn: (id: string) => boolean): Tally => ({
  seats: round.seats,
  expected: round.expected,
  attended: round.attended,
  issued: round.issued,
  returned: round.returned,
  valid: round.valid,
  votes: round.votes.map(({ candidateId, ...votes }) => ({
    id: candidateId,
    ...votes,
    isWriteIn: isWriteIn(candidateId),
  })),
})

export const outcomeOf = (round: RoundFigures, isWriteIn: (id: string) => boolean): Outcome =>
  countElection(tallyOf(round, isWriteIn), standardOf(round.kind))

type Standing = { id: string; duty: Duty; outcome: string; isWithdrawn: boolean; isWriteIn: boolean }

/** What is still to be decided for a duty after its last round: nothing, a vote among the tied, or what becomes of the open seats. */
export type Pending = { duty: Duty; kind: Exclude<RoundKind, 'first'>; seats: number; candidateIds: string[] }

/**
 * The seats without an answer. Tied candidates must be voted on again among themselves; other open seats wait for another ballot among those not elected
 * or for the assembly's word that they stay open. A recall and a vote leave nothing open.
 */
export function pendingOf(
  purpose: Purpose,
  rounds: readonly RoundFigures[],
  candidates: readonly Standing[],
): Pending[] {
  if (purpose === 'recall' || purpose === 'vote') return []
  return [...lastRounds(rounds).values()].flatMap((last): Pending[] => {
    const own = candidates.filter((one) => one.duty === last.duty && !one.isWithdrawn)
    const first = rounds.find((one) => one.duty === last.duty && one.round === 1) ?? last
    const seats = first.seats - own.filter(({ outcome }) => outcome === 'elected').length
    if (!last.isCounted || seats <= 0 || last.decision === 'left_open') return []
    const isWriteIn = (id: string) => own.some((one) => one.id === id && one.isWriteIn)
    const tied = outcomeOf(last, isWriteIn).tied.filter((id) =>
      own.some((one) => one.id === id && one.outcome === 'lost'),
    )
    if (tied.length > seats) return [{ duty: last.duty, kind: 'tie', seats, candidateIds: tied }]
    const others = own.filter(({ outcome }) => outcome === 'lost').map(({ id }) => id)
    return [{ duty: last.duty, kind: 'again', seats, candidateIds: others }]
  })
}

const lastRounds = <R extends { duty: Duty; round: number }>(rounds: readonly R[]): Map<Duty, R> =>
  new Map(rounds.toSorted((a, b) => a.round - b.round).map((round) => [round.duty, round]))
