import type { Person } from '../../../district/persons.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { addDays } from '../../../kernel/calendar/days.ts'
import type { Act } from './today.ts'

type Election = {
  n: number
  id: string
  seats: { committee: number; audit: number; women: number }
  people: readonly Person[]
  clerk: Actor
  street: Actor
  /** Day of the first nomination. */
  from: string
}

type Ballot = { duty: string; seats: number; standing: readonly Person[] }

/** Who stands for what: one more than seats where there must be a choice; chairs do not audit, women stand for the women's committee. */
function ballotsOf({ seats, people }: Election): Ballot[] {
  const women = people.filter((one) => one.sex === 'female')
  const auditors = people.toReversed()
  const choice = (duty: string, count: number, from: readonly Person[]): Ballot[] =>
    count > 0 ? [{ duty, seats: count, standing: from.slice(0, count + 1) }] : []
  const head = (duty: string, count: number, from: readonly Person[]): Ballot[] =>
    count >= 3 ? [{ duty, seats: 1, standing: from.slice(0, 1) }] : []
  return [
    ...choice('committee', seats.committee, people),
    ...head('chair', 3, people),
    ...choice('audit_committee', seats.audit, auditors),
    ...head('audit_chair', seats.audit, auditors),
    ...choice('women_committee', seats.women, women),
    ...head('women_chair', seats.women, women),
  ]
}

/** The first election of a founding, from the first candidate to the answer of the street. */
export async function playElection(act: Act, election: Election): Promise<void> {
  const { n, id, clerk, street, from, people } = election
  const day = (days: number) => addDays(from, days)
  const ballots = ballotsOf(election)
  const step = (name: string, input: object, actor: Actor, days: number, key = `${n}`) =>
    act('elections', name, { id, ...input }, { actor, day: day(days), key })
  for (const { duty, standing } of ballots) {
    for (const person of standing) {
      await step('nominate', { duty, personId: person.id }, clerk, 0, `${n}-${duty}-${person.n}`)
    }
  }
  await step('propose', {}, clerk, 1)
  await step('publish', { fromOn: day(1), place: '食堂门口公告栏' }, clerk, 1)
  await step('submit', {}, clerk, 10)
  await step('approve', {}, street, 13)
  const expected = people.length
  await step('hold', { heldOn: day(18), heldPlace: '单位会议室', expected, attended: expected }, clerk, 18)
  await step(
    'tally',
    { supervisors: '监票人两名', tellers: '计票人两名', rounds: await roundsOf(act, election, ballots, expected) },
    clerk,
    18,
  )
  await step('check', {}, street, 19)
  await step('report', {}, clerk, 20)
  await step('confirm', { approvalNumber: `选复〔${from.slice(0, 4)}〕${n}号`, fromOn: day(25) }, street, 25)
}

type Candidate = { id: string; duty: string; personId: string | null }

/** The first in each list are elected, in a larger union by all but one. */
async function roundsOf(act: Act, election: Election, ballots: readonly Ballot[], expected: number) {
  const seen = (await act(
    'elections',
    'get',
    { id: election.id },
    { actor: election.clerk, day: election.from, key: '' },
  )) as {
    candidates: readonly Candidate[]
  }
  const against = expected > 6 ? 1 : 0
  return ballots.map(({ duty, seats, standing }) => ({
    duty,
    issued: expected,
    returned: expected,
    valid: expected,
    votes: seen.candidates
      .filter((one) => one.duty === duty)
      .map((one) => {
        const wins = standing.slice(0, seats).some((person) => person.id === one.personId)
        const approve = wins ? expected - against : against
        return { candidateId: one.id, approve, against: expected - approve, abstain: 0 }
      }),
  }))
}
