import { actorOf, type Cast } from '../../../district/cast.ts'
import { districtOfficers, lawyers, leader, mediators, streetOfficers } from '../../../district/officers.ts'
import { enterprisesOf } from '../../../district/sampling.ts'
import { type Community, communities, communitiesOf, streets } from '../../../district/tree.ts'
import { addDays, dayOf, instantAt } from '../../../kernel/calendar/days.ts'
import type { House } from '../../../kernel/ctx.ts'
import { perform } from '../../../kernel/http/perform.ts'
import { contract } from '../contract.ts'
import { line } from '../line.ts'
import { criteriaAt } from '../rules/scoring.ts'
import { officerOf } from './plan.ts'

type Stage = 'applied' | 'returned' | 'accepted' | 'reviewing' | 'scored' | 'published' | 'awarded' | 'not_awarded'
type Plan = { title: string; stage: Stage; daysAgo: number }

const projects: readonly Plan[] = [
  { title: '“午间一小时”技能课堂', stage: 'awarded', daysAgo: 210 },
  { title: '企业包干走访一本账', stage: 'awarded', daysAgo: 208 },
  { title: '骑手休息点共建', stage: 'awarded', daysAgo: 205 },
  { title: '园区联合议事厅', stage: 'not_awarded', daysAgo: 204 },
  { title: '职工社团联盟赛', stage: 'published', daysAgo: 40 },
  { title: '暑期爱心托管班', stage: 'scored', daysAgo: 38 },
  { title: '新就业形态流动工会', stage: 'reviewing', daysAgo: 70 },
  { title: '车间普法小喇叭', stage: 'reviewing', daysAgo: 20 },
  { title: '青年职工联谊站', stage: 'accepted', daysAgo: 9 },
  { title: '夜校进园区', stage: 'returned', daysAgo: 8 },
  { title: '女职工康乃馨小屋', stage: 'applied', daysAgo: 12 },
  { title: '会员码上办', stage: 'applied', daysAgo: 1 },
]
const FOLLOW_UPS = [30, 12, 6, 1] as const
const PROPOSALS = [9, 4, 2, 20] as const
export const MATTERS = projects.length + FOLLOW_UPS.length + PROPOSALS.length

const [wang, liu, he] = districtOfficers as readonly [Cast, Cast, Cast]
const order: readonly Stage[] = ['applied', 'accepted', 'reviewing', 'scored', 'published', 'awarded']
const reached = (stage: Stage, wanted: Stage): boolean =>
  stage === 'not_awarded'
    ? wanted !== 'published' && wanted !== 'awarded'
    : order.indexOf(stage) >= order.indexOf(wanted)

/** Acts as somebody so many days ago, at ten in the morning, never after now; told again it is answered and not done twice. */
const actsOf = (house: House, story: string) => (who: Cast, name: string, input: unknown, daysAgo: number) => {
  const now = house.clock()
  const at = instantAt(addDays(dayOf(now), -daysAgo), '10:00')
  const idempotencyKey = `demo-federations-${story}-${name}-${who.personId}`
  return perform({ ...house, clock: () => (at < now ? at : now) }, line, name, input, {
    actor: actorOf(who),
    idempotencyKey,
  })
}

const judgesAt = (n: number): Cast[] => [
  he,
  ...lawyers.slice(n % 3, (n % 3) + 3),
  mediators[n % mediators.length] as Cast,
]

/** A project from its application as far as it has come. */
async function playProject(house: House, plan: Plan, n: number): Promise<void> {
  const act = actsOf(house, `project-${n}`)
  const community = communities[(n * 9) % communities.length] as Community
  const { daysAgo: ago, stage, title } = plan
  const year = Number(addDays(dayOf(house.clock()), -ago).slice(0, 4))
  const content = `${community.name}社区工联会围绕“${title}”，摸清职工需求，联合企业一起做，形成可以照着做的办法。`
  const told = await act(officerOf(community), 'apply', { id: community.id, title, content, year }, ago)
  const { id } = contract.apply.output.parse(told)
  if (stage === 'returned') await act(liu, 'giveBack', { id, note: '请补充参加人数和经费来源' }, ago - 3)
  if (!reached(stage, 'accepted') || stage === 'returned') return
  await act(liu, 'accept', { id }, ago - 3)
  if (!reached(stage, 'reviewing')) return
  const judges = judgesAt(n)
  await act(liu, 'appoint', { id, personIds: judges.map(({ personId }) => personId) }, ago - 5)
  const isDone = reached(stage, 'scored')
  for (const [j, judge] of (isDone ? judges : judges.slice(0, 2)).entries()) {
    const points = Object.fromEntries(
      criteriaAt('2024-01-01').criteria.map(({ code, max }, c) => [
        code,
        max - ((n * 3 + j * 2 + c) % 7) - (stage === 'not_awarded' ? 4 : 0),
      ]),
    )
    await act(judge, 'handIn', { id, points }, ago - 9)
  }
  if (isDone) await finish(act, id, stage, ago)
}

async function finish(act: ReturnType<typeof actsOf>, id: string, stage: Stage, ago: number): Promise<void> {
  await act(liu, 'conclude', { id }, ago - 14)
  if (stage === 'not_awarded') await act(leader, 'decline', { id, note: '成效还不明显，明年再报' }, ago - 18)
  const publishedAgo = stage === 'published' ? 2 : ago - 18
  if (reached(stage, 'published')) await act(liu, 'publish', { id, note: '区总工会公众号' }, publishedAgo)
  if (stage === 'awarded') await act(leader, 'award', { id, note: '授予“四力杯”优秀项目' }, ago - 40)
}

/** What visits found: two late or due, one done, one of yesterday. */
async function playFollowUp(house: House, ago: number, n: number): Promise<void> {
  const act = actsOf(house, `follow-${n}`)
  const street = streets[n % streets.length]
  const community = communitiesOf(street?.code ?? '003')[7] as Community
  const firm = enterprisesOf(community.street.code, { community: community.code })[n]
  if (!firm) return
  const visitedOn = addDays(dayOf(house.clock()), -ago)
  const found =
    [
      '职工反映高温津贴没有按月发。',
      '企业想建会，不知道怎么申请。',
      '宿舍线路老化，要提醒整改。',
      '青年职工想学电工证。',
    ][n] ?? ''
  const told = await act(
    officerOf(community),
    'visit',
    { id: community.id, firmId: firm.id, visitedOn, found, needsFollowUp: true },
    ago,
  )
  const { matterId } = contract.visit.output.parse(told)
  if (n === 1 && matterId)
    await act(officerOf(community), 'followUp', { id: matterId, note: '已上门指导建会流程' }, ago - 4)
}

/** Two changes of grade and two demonstration points; one of the grades was not approved. */
async function playProposal(house: House, ago: number, n: number): Promise<void> {
  const act = actsOf(house, `proposal-${n}`)
  const s = n * 2
  const community = communitiesOf(streets[s]?.code ?? '003')[5] as Community
  const isGrade = n % 2 === 1
  const grade = community.grade === 1 ? 2 : community.grade - 1
  const told = await act(
    streetOfficers[s] as Cast,
    'propose',
    {
      id: community.id,
      kind: isGrade ? 'grade' : 'point',
      ...(isGrade ? { grade } : {}),
      content: '企业和会员都增加，网格走访做得扎实',
    },
    ago,
  )
  const { id } = contract.propose.output.parse(told)
  if (n === 3) await act(wang, 'refuse', { id, note: '等级标准还没有定，定了再报' }, ago - 5)
}

/** Everything that is in hand or was decided, through the same door as any other. */
export async function playMatters(house: House, onStep: () => void): Promise<void> {
  for (const [n, plan] of projects.entries()) {
    await playProject(house, plan, n)
    onStep()
  }
  for (const [n, ago] of FOLLOW_UPS.entries()) {
    await playFollowUp(house, ago, n)
    onStep()
  }
  for (const [n, ago] of PROPOSALS.entries()) {
    await playProposal(house, ago, n)
    onStep()
  }
}
