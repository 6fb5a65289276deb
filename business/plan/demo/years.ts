import { leader } from '../../../district/officers.ts'
import { streets } from '../../../district/tree.ts'
import { addDays, type Day, dayOf, yearOf } from '../../../kernel/calendar/days.ts'
import type { OutputOf } from '../../../kernel/contract/contract.ts'
import type { House } from '../../../kernel/ctx.ts'
import { contract } from '../contract.ts'
import { quarterEnd } from '../rules/days.ts'
import { evenSplit } from '../rules/split.ts'
import { type Act, actsOf, headOf } from './acts.ts'
import { SOURCE, targets, tasks } from './plan-2024.ts'

type Plan = OutputOf<typeof contract.plan>
type Task = Plan['tasks'][number]
const office = headOf('办公室')

const planOf = async (act: Act, year: number, what: string): Promise<Plan> =>
  contract.plan.output.parse(await act(office, 'plan', { year }, `${year}-01-20`, what))

/** The plan of 2024 drafted by the office, issued by the leader, shared out to the streets. */
export async function startFirst(house: House): Promise<void> {
  const act = actsOf(house)
  const year = 2024
  await act(office, 'startYear', { year, title: '2024 年度工作计划', source: SOURCE }, '2024-01-08')
  for (const target of targets)
    await act(office, 'saveTarget', { year, source: SOURCE, ...target }, '2024-01-08', target.figure)
  for (const [n, { quarters, nodes, ...words }] of tasks.entries()) {
    const task = {
      ...words,
      source: '年度工作计划',
      responsibleId: headOf(words.department).personId,
      quarterFrom: quarters[0],
      quarterTo: quarters[1],
      nodes: nodes.map(([day, title]) => ({ title, dueOn: `${year}-${day}` })),
    }
    await act(headOf(words.department), 'draftTask', { year, ...task }, '2024-01-09', `${n}`)
  }
  await act(leader, 'issueYear', { year }, '2024-01-15')
  await shareOut(act, year, '2024-01-16')
}

/** The running year carried over from 2024, with a target more whose figure grows all year. */
export async function startRunning(house: House, extra: { figure: string; number: number }): Promise<number> {
  const act = actsOf(house)
  const year = yearOf(dayOf(house.clock()))
  if (year === 2024) return year
  const source = `沿用 2024 年度工作计划，${year} 年 1 月调整`
  await act(office, 'startYear', { year, title: `${year} 年度工作计划`, source, copyFrom: 2024 }, `${year}-01-05`)
  const target = { year, source, comparator: '>=', department: '组织建设部', ...extra }
  await act(office, 'saveTarget', target, `${year}-01-06`, extra.figure)
  await act(leader, 'issueYear', { year }, `${year}-01-08`)
  return year
}

async function shareOut(act: Act, year: number, on: Day): Promise<void> {
  const { targets: issued } = await planOf(act, year, 'targets')
  for (const target of issued) {
    if (!target.isRecorded) continue
    // Of twelve federations one is the district's own.
    const forStreets =
      target.figure === 'federations.newFormFederations' ? target.districtNumber - 1 : target.districtNumber
    const numbers = evenSplit(forStreets, streets.length, true)
    const shares = streets.map(({ id }, i) => ({ orgId: id, number: numbers[i] ?? 1 }))
    await act(office, 'split', { id: target.id, shares }, on, target.figure)
  }
}

/** Tasks whose latest node waits; in a year that is over only the first, which takes longer than a year. */
const LATE: readonly string[] = ['工人文化宫建设与运营模式', '产教融合实训基地和创新平台', '企务公开民主管理示范单位']
/** Reported as done, still to be looked at by another. */
const UNCHECKED: readonly string[] = ['集体协商竞赛']

/** What has been done of a year's tasks up to today: nodes on their days, reports of completion, signing off by the leader. */
export async function playYear(house: House, year: number, onStep: () => void): Promise<void> {
  const act = actsOf(house)
  const today = dayOf(house.clock())
  const isRunning = yearOf(today) === year
  for (const task of (await planOf(act, year, 'tasks')).tasks) {
    await playTask(act, task, today, isRunning)
    onStep()
  }
}

async function playTask(act: Act, task: Task, today: Day, isRunning: boolean): Promise<void> {
  const head = headOf(task.department)
  const isLate = LATE.includes(task.title) && (isRunning || task.title === LATE[0])
  const past = task.nodes.filter(({ dueOn }) => dueOn < today)
  const due = isLate ? past.slice(0, -1) : past
  for (const [i, node] of due.entries()) {
    const doneOn = addDays(node.dueOn, i % 2 === 0 ? -2 : -1)
    await act(
      head,
      'markNode',
      { id: task.id, nodeId: node.id, doneOn, note: '按计划完成，材料已存档' },
      doneOn,
      node.id,
    )
  }
  const last = task.nodes.at(-1)?.dueOn ?? quarterEnd(task.year, task.quarterTo)
  const reportOn = addDays(last, 3)
  if (due.length < task.nodes.length || reportOn >= today) return
  await act(head, 'finish', { id: task.id, note: '节点都已完成，成效写入年终总结' }, reportOn, task.id)
  const signOn = addDays(reportOn, 5)
  if (signOn >= today || (isRunning && UNCHECKED.includes(task.title))) return
  await act(leader, 'signOff', { id: task.id, note: '已核实' }, signOn, task.id)
}

/** One adjustment approved, one refused, one waiting for the leader. */
export async function playAdjustments(house: House, year: number): Promise<void> {
  const act = actsOf(house)
  const today = dayOf(house.clock())
  const { targets: issued, tasks: all } = await planOf(act, year, 'adjustments')
  const idOf = (title: string): string => all.find((one) => one.title === title)?.id ?? ''
  const propose = async (input: object, on: Day, department: string): Promise<string> => {
    const told = await act(headOf(department), 'propose', input, on, JSON.stringify(input).slice(0, 60))
    return contract.propose.output.parse(told).id
  }
  const points = issued.find(({ figure }) => figure === 'federations.demonstrationPoints')?.id
  const early = addDays(today, -6) < `${year}-02-01` ? today : addDays(today, -6)
  const approved = await propose(
    { targetId: points, aspect: 'number', number: 33, reason: '每个街道都有三个示范点，建议目标提高' },
    early,
    '组织建设部',
  )
  await act(leader, 'approve', { id: approved, note: '同意' }, addDays(early, 2), approved)
  const palace = idOf('工人文化宫建设与运营模式')
  const refused = await propose(
    { taskId: palace, aspect: 'department', department: '办公室', reason: '工程协调事项多，建议由办公室牵头' },
    addDays(early, 1),
    '财务和资产管理部',
  )
  await act(
    leader,
    'refuse',
    { id: refused, note: '工程款和合同都在财务部，仍由财务部牵头' },
    addDays(early, 3),
    refused,
  )
  await propose(
    {
      taskId: idOf('产教融合实训基地和创新平台'),
      aspect: 'quarters',
      quarterFrom: 2,
      quarterTo: 4,
      reason: '合作院校九月才开学，起步顺延一个季度',
    },
    today,
    '组织建设部',
  )
}
