import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'
import { workflow } from './workflow.ts'

/** Votes of the four at the factory who stand for the committee: 50 delegates should attend, 48 are there. */
export const clearCount = [
  [small.chairZhao, 46, 1, 1],
  [small.informantSun, 40, 5, 3],
  [small.workerLiu, 31, 15, 2],
  [small.workerYang, 20, 20, 8],
] as const
type Person = (typeof clearCount)[number][0]
export type Counted = readonly (readonly [Person, number, number, number])[]

const way = [
  'prepared',
  'proposed',
  'on_notice',
  'submitted',
  'approved',
  'held',
  'tallied',
  'counted',
  'reported',
] as const
type Reached = (typeof way)[number]

/** The small district with elections. At the factory in 白泥坑: chair Zhao prepares and counts, clerk Xie checks, officer Li of 平湖 answers. */
export async function openElections() {
  const district = await openSmall([line])
  const as = (actor: Actor, idempotencyKey?: string) => district.as(actor, line, contract, { idempotencyKey })
  const zhao = () => as(small.chairZhao.actor)
  const xie = () => as(small.clerks.bainikeng.actor)
  const li = () => as(small.officerLi.actor)
  const orgId = small.firms.factory.union?.id ?? ''

  /** Three seats, four candidates, a congress of fifty. */
  const plan = {
    orgId,
    body: 'congress' as const,
    membersCount: 610,
    expectedCount: 50,
    termYears: 5 as const,
    seats: [{ duty: 'committee' as const, seats: 3 }],
  }
  const today = () => district.clock().slice(0, 10)

  async function nominateAll(id: string, duty: 'committee' | 'audit_committee' = 'committee'): Promise<void> {
    for (const [person] of clearCount) await zhao().nominate({ id, duty, personId: person.id })
  }

  /** The tally form as it is typed in. */
  async function tallyOf(id: string, votes: Counted, issued = 48, valid = 48) {
    const { candidates, rounds, round } = await zhao().get({ id })
    const open = rounds.find((one) => one.round === round)
    return {
      id,
      supervisors: '邓立',
      tellers: '温晴、贺彬',
      rounds: [
        {
          duty: 'committee' as const,
          issued,
          returned: issued,
          valid,
          votes: votes
            .map(([person, approve, against, abstain]) => ({
              candidateId: candidates.find(({ personId }) => personId === person.id)?.id ?? '',
              approve,
              against,
              abstain,
            }))
            .filter(({ candidateId }) => open?.votes.some((vote) => vote.candidateId === candidateId)),
        },
      ],
    }
  }

  /** An election of the factory that has come as far as `state`; eight days pass for the notice. */
  async function electionAt(state: Reached, votes: Counted = clearCount): Promise<string> {
    const { id } = await zhao().open({ ...plan, purpose: 'term' })
    const steps: Record<Reached, () => Promise<unknown>> = {
      prepared: () => nominateAll(id),
      proposed: () => zhao().propose({ id }),
      on_notice: () => zhao().publish({ id, fromOn: today(), place: '厂区公告栏' }),
      submitted: async () => {
        district.house.clock = laterBy(district.clock(), 8)
        await zhao().submit({ id })
      },
      approved: () => li().approve({ id }),
      held: () => zhao().hold({ id, heldOn: district.house.clock().slice(0, 10), expected: 50, attended: 48 }),
      tallied: async () => zhao().tally(await tallyOf(id, votes)),
      counted: () => xie().check({ id }),
      reported: () => zhao().report({ id }),
    }
    for (const reached of way) {
      await steps[reached]()
      if (reached === state) break
    }
    return id
  }

  /** Brings what is open to an end, so that the next test may begin one, and sets the clock back. */
  async function clear(): Promise<void> {
    district.house.clock = district.clock
    const wang = as(small.officerWang.actor)
    for (const { id, state } of (await wang.list({ scope: 'open', limit: 200 })).rows) {
      const isEarly = workflow.steps.cancel.from.includes(state)
      const end = isEarly ? wang.cancel : state === 'reported' ? wang.reject : wang.annul
      await end({ id, note: '测试完毕' })
    }
  }

  return { district, as, zhao, xie, li, plan, orgId, electionAt, nominateAll, tallyOf, clear, today }
}

const laterBy = (now: string, days: number) => () =>
  Temporal.Instant.from(now)
    .add({ hours: 24 * days })
    .toString({ fractionalSecondDigits: 3 })
