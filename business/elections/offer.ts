import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { contract } from './contract.ts'
import { type Pending, pendingOf } from './rules/rounds.ts'
import { duties, isQuestion } from './rules/words.ts'
import type { Verb } from './step.ts'

type Election = OutputOf<typeof contract.get>
type Offered = Election['verbs'][number]

/**
 * The verbs of the state, narrowed to what this election can do now: steps with nothing to act on are left out, one that must wait says until when.
 * Only what is offered; the steps judge for themselves. @param today day in Shanghai
 */
export function offered(election: Omit<Election, 'verbs'>, verbs: readonly Offered[], today: string): Offered[] {
  const pending = pendingOf(election.purpose, election.rounds, election.candidates)
  const isPossible = possible(election, pending)
  const waits = waiting(election, pending, today)
  return verbs
    .filter(({ verb }) => isPossible[verb as Verb] ?? true)
    .map((verb) => {
      const why = waits[verb.verb as Verb]
      if (why && verb.enabled) return { ...verb, enabled: false, why, primary: false }
      return verb.verb === 'runOff' ? { ...verb, primary: true } : verb
    })
}

const possible = (election: Omit<Election, 'verbs'>, pending: readonly Pending[]): Partial<Record<Verb, boolean>> => {
  const question = isQuestion(election.purpose)
  const open = election.rounds.filter(({ round }) => round === election.round)
  return {
    propose: !question,
    convene: question,
    runOff: pending.some(({ candidateIds }) => candidateIds.length > 0),
    leaveOpen: pending.some(({ kind }) => kind === 'again' || election.round > 1),
    settle: election.objections.some(({ outcome }) => outcome === null),
    strike: election.candidates.some(({ isWithdrawn }) => !isWithdrawn),
    identify: election.candidates.some((one) => one.isWriteIn && !one.personId && one.outcome === 'elected'),
    dropBallots: open.some(({ ballots }) => ballots > 0),
    writeIn: !question && open.some(({ kind }) => kind !== 'tie'),
  }
}

function waiting(
  election: Omit<Election, 'verbs'>,
  pending: readonly Pending[],
  today: string,
): Partial<Record<Verb, string>> {
  const until = election.noticeUntil
  const [first] = pending
  return {
    ...(until && today <= until ? { submit: `公示到${until}为止，期满才能报批` } : {}),
    ...(first ? { report: `${duties[first.duty]}还有${first.seats}个名额没有着落` } : {}),
  }
}
