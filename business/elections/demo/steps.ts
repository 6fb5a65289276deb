import type { Actor } from '../../../kernel/access/actor.ts'
import { addDays, type Day, dayOf, instantAt } from '../../../kernel/calendar/days.ts'
import type { OutputOf } from '../../../kernel/contract/contract.ts'
import type { House } from '../../../kernel/ctx.ts'
import { perform } from '../../../kernel/http/perform.ts'
import { contract } from '../contract.ts'
import { line } from '../line.ts'
import { delegatesFor } from '../rules/sizes.ts'
import { type Story, shares } from './stories.ts'

/** Who does what in one demonstration election. */
export type Played = {
  orgId: string
  members: readonly string[]
  /** Prepares and counts. */
  prepares: Actor
  /** Checks the count. */
  checks: Actor
  /** Of the street: approves and confirms. */
  answers: Actor
}

type Election = OutputOf<typeof contract.get>

/** Plays one election as far as its story goes, each step on its own day, through the same door as any other. */
export async function play(house: House, story: Story, who: Played): Promise<void> {
  const diary = diaryOf(house, story)
  const act = async (day: Day, actor: Actor, name: string, input: object): Promise<unknown> => {
    const at = instantAt(day, '10:00')
    const now = house.clock()
    return perform({ ...house, clock: () => (at < now ? at : now) }, line, name, input, { actor })
  }
  const expected = delegatesFor(who.members.length)?.fewest
  const { id, number } = contract.open.output.parse(
    await act(diary.opened, who.prepares, 'open', {
      orgId: who.orgId,
      purpose: story.purpose,
      body: expected === undefined ? 'general' : 'congress',
      membersCount: who.members.length,
      ...(expected === undefined ? {} : { expectedCount: expected }),
      ...(story.purpose === 'term' ? { termYears: 5 } : {}),
      plannedOn: diary.held,
      seats: story.purpose === 'vote' ? [{ duty: 'motion', seats: 1 }] : seats,
    }),
  )
  const scene: Scene = { id, number, diary, story, who, act, expected: expected ?? who.members.length }
  for (const step of story.purpose === 'vote' ? voteWay : way) {
    if (!(await step(scene))) return
  }
}

const seats = [
  { duty: 'committee', seats: 3 },
  { duty: 'chair', seats: 1, isEqual: true },
]

type Scene = {
  id: string
  number: string
  diary: ReturnType<typeof diaryOf>
  story: Story
  who: Played
  act: (day: Day, actor: Actor, name: string, input: object) => Promise<unknown>
  expected: number
}

const order = [
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
const lastOf = ({ until }: Story) =>
  until === 'confirmed' || until === 'rejected' ? 'reported' : until === 'cancelled' ? 'proposed' : until
const goesBeyond = (story: Story, state: (typeof order)[number]) => order.indexOf(lastOf(story)) > order.indexOf(state)

/** The days of the steps, reckoned back from the last one. */
function diaryOf(house: House, story: Story) {
  const last = house.calendar.addWorkingDays(dayOf(house.clock()), story.daysAgo === 0 ? 0 : -story.daysAgo)
  const back = (state: (typeof order)[number], before: Day, days: number) =>
    goesBeyond(story, state) ? addDays(before, -days) : before
  const reported = last
  const held =
    story.until === 'reported' || story.until === 'confirmed' || story.until === 'rejected' ? addDays(last, -2) : last
  const approved = back('approved', held, 3)
  const submitted = back('submitted', approved, 2)
  const published = back('on_notice', submitted, 9)
  const proposed = back('proposed', published, 1)
  return { opened: addDays(proposed, -2), proposed, published, submitted, approved, held, reported }
}

type Step = (scene: Scene) => Promise<boolean>

const nominate: Step = async ({ id, who, act, diary, story }) => {
  const count = story.until === 'prepared' ? 3 : 4
  for (const personId of who.members.slice(0, count))
    await act(diary.opened, who.prepares, 'nominate', { id, duty: 'committee', personId })
  await act(diary.opened, who.prepares, 'nominate', { id, duty: 'chair', personId: who.members[0] })
  return goesBeyond(story, 'prepared')
}

const propose: Step = async ({ id, who, act, diary, story }) => {
  await act(diary.proposed, who.prepares, 'propose', { id })
  if (story.until === 'cancelled')
    await act(diary.proposed, who.answers, 'cancel', { id, note: '企业停产搬迁，选举推后' })
  return goesBeyond(story, 'proposed')
}

const publish: Step = async ({ id, who, act, diary, story }) => {
  const posted = { id, fromOn: diary.published, place: '厂区公告栏和企业微信群' }
  await act(diary.published, who.prepares, 'publish', posted)
  if (story.objection) await act(diary.published, who.prepares, 'object', { id, content: story.objection })
  return goesBeyond(story, 'on_notice')
}

const submit: Step = async ({ id, who, act, diary, story }) => {
  await act(diary.submitted, who.prepares, 'submit', { id, note: '公示无异议' })
  return goesBeyond(story, 'submitted')
}

const approve: Step = async ({ id, who, act, diary, story }) => {
  await act(diary.approved, who.answers, 'approve', { id })
  return goesBeyond(story, 'approved')
}

const present = (expected: number) => Math.ceil(expected * 0.92)

const hold: Step = async ({ id, who, act, diary, story, expected }) => {
  const meeting = { id, heldOn: diary.held, heldPlace: '职工之家', expected, attended: present(expected) }
  await act(diary.held, who.prepares, 'hold', meeting)
  return goesBeyond(story, 'held')
}

const tally =
  (of: (story: Story) => readonly number[]): Step =>
  async ({ id, who, act, diary, story }) => {
    const election = contract.get.output.parse(await act(diary.held, who.prepares, 'get', { id }))
    const rounds = election.rounds
      .filter(({ round }) => round === election.round)
      .map((round) => entryOf(election, round, who, of(story)))
    await act(diary.held, who.prepares, 'tally', {
      id,
      supervisors: '会场推举监票人二名',
      tellers: '会场推举计票人三名',
      rounds,
    })
    return goesBeyond(story, 'tallied')
  }

/** The tally of one duty: approvals by the order of the members, the rest against. */
function entryOf(election: Election, round: Election['rounds'][number], who: Played, of: readonly number[]) {
  const place = (id: string) => who.members.indexOf(election.candidates.find((one) => one.id === id)?.personId ?? '')
  const inOrder = round.votes.map(({ candidateId }) => candidateId).toSorted((a, b) => place(a) - place(b))
  const votes = inOrder.map((candidateId, n) => {
    const approve = Math.floor((round.attended * (of[n] ?? 0)) / 100)
    return { candidateId, approve, against: round.attended - approve, abstain: 0 }
  })
  return { duty: round.duty, issued: round.attended, returned: round.attended, valid: round.attended, votes }
}

const check: Step = async ({ id, who, act, diary, story }) => {
  await act(diary.held, who.checks, 'check', { id, note: '与选票逐项核对一致' })
  return goesBeyond(story, 'counted') || story.again === true
}

const again: Step = async (scene) => {
  const { id, who, act, diary, story, expected } = scene
  if (!story.again) return true
  const meeting = { id, heldOn: diary.held, heldPlace: '职工之家', expected, attended: present(expected) }
  await act(diary.held, who.prepares, 'runOff', meeting)
  await tally(() => shares.again)(scene)
  await act(diary.held, who.checks, 'check', { id })
  return true
}

const report: Step = async ({ id, number, who, act, diary, story }) => {
  await act(diary.reported, who.prepares, 'report', { id })
  const day = diary.reported
  if (story.until === 'confirmed')
    await act(day, who.answers, 'confirm', {
      id,
      approvalNumber: `街工组〔${day.slice(0, 4)}〕${Number(number.slice(-4))}号`,
      fromOn: diary.held,
    })
  if (story.until === 'rejected')
    await act(day, who.answers, 'reject', { id, note: '会议通知未提前送达，程序不合规定，重新选举' })
  return false
}

const convene: Step = async ({ id, who, act, diary }) => {
  for (const motion of ['通过本年度工会经费预算', '通过女职工特殊保护专项集体合同草案'])
    await act(diary.opened, who.prepares, 'nominate', { id, duty: 'motion', motion })
  await act(diary.proposed, who.prepares, 'convene', { id })
  return true
}

const way: readonly Step[] = [
  nominate,
  propose,
  publish,
  submit,
  approve,
  hold,
  tally(({ count = 'clear' }) => shares[count]),
  check,
  again,
  report,
]
const voteWay: readonly Step[] = [convene, hold, tally(() => [93, 48]), check, report]
