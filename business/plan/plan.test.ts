import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { contract as federationsContract } from '../federations/contract.ts'
import { line as federations } from '../federations/line.ts'
import { targetsAtRisk, targetsOf, tasksOf } from './public.ts'
import { openPlan, taskWords } from './testing.ts'

let room: Awaited<ReturnType<typeof openPlan>>
beforeAll(async () => {
  room = await openPlan([federations])
})
afterAll(() => room.district.close())

const year = 2026
const targetOf = async (figure: string) => {
  const found = (await room.wang().plan({ year })).targets.find((one) => one.figure === figure)
  if (!found) throw new Error(`no target ${figure}`)
  return found
}
const taskOf = async (title: string) => {
  const found = (await room.wang().plan({ year })).tasks.find((one) => one.title === title)
  if (!found) throw new Error(`no task ${title}`)
  return found
}
const visits = 'federations.visits'
/** The clerk of 白泥坑 visits firms of her community so many times. */
async function visitTimes(times: number) {
  const clerk = room.district.as(small.clerks.bainikeng.actor, federations, federationsContract)
  const { rows } = await clerk.gridFirms({ id: small.bainikeng.id })
  for (let n = 0; n < times; n++) {
    const firmId = rows[n % rows.length]?.id ?? ''
    const visitedOn = `2026-02-${String(n + 1).padStart(2, '0')}`
    await clerk.visit({ id: small.bainikeng.id, firmId, visitedOn, found: '一切正常', needsFollowUp: false })
  }
}

describe('a draft', () => {
  test('is written by the department, seen by the district only, and becomes binding by the leader alone', async () => {
    await room.wang().startYear({ year, title: '2026 年度工作计划', source: room.source })
    await room.wang().saveTarget({ year, figure: visits, comparator: '>=', number: 30, source: room.source })
    await room.wang().saveTarget({
      year,
      figure: 'legal-aid.streetBrands',
      title: '一街道一品牌',
      unit: '个',
      comparator: '>=',
      number: 11,
      source: room.source,
    })
    for (const title of ['三方机制与民主协商新机制', '集体协商竞赛', '企务公开示范单位'])
      await room.wang().draftTask({ year, ...taskWords(title) })
    expect((await room.li().plan({ year })).year).toBeNull()
    expect((await room.li().years({})).length).toBe(0)
    await expect(room.wang().issueYear({ year })).rejects.toMatchObject({ status: 403 })
    expect(await room.within(small.officerWang.actor, (ctx) => targetsOf(ctx, year))).toEqual([])
    expect(await room.chen().issueYear({ year })).toEqual({ targets: 2, tasks: 3 })
    const plan = await room.wang().plan({ year })
    expect(plan.tasks.map(({ condition, lineTitle, chapterTitle }) => [condition, lineTitle, chapterTitle])).toEqual(
      Array.from({ length: 3 }, () => ['normal', '民主管理与劳资协商', '维权']),
    )
  })

  test.each([
    ['a second plan of the year', () => room.wang().startYear({ year, title: '又一份', source: '文件' }), 409],
    [
      'a target after it was issued',
      () => room.wang().saveTarget({ year, figure: visits, comparator: '>=', number: 1, source: '文件' }),
      409,
    ],
    ['a task after it was issued', () => room.wang().draftTask({ year, ...taskWords('补一项') }), 409],
    ['issuing it again', () => room.chen().issueYear({ year }), 409],
    [
      'a target of a year without plan',
      () => room.wang().saveTarget({ year: 2030, figure: visits, comparator: '>=', number: 1, source: '文件' }),
      404,
    ],
    ['drafting by a street', () => room.li().startYear({ year: 2027, title: '街道计划', source: '文件' }), 403],
    ['reading by a community', () => room.as(small.clerks.bainikeng.actor).plan({ year }), 403],
    ['reading by an administrator', () => room.as(small.systemAdmin.actor).plan({ year }), 403],
  ])('%s is refused', async (_what, act, status) => {
    await expect(act()).rejects.toMatchObject({ status })
  })

  test('a node outside the year, an unknown figure without words, or quarters the wrong way round are refused', async () => {
    await room.wang().startYear({ year: 2028, title: '2028 年度工作计划', source: '文件' })
    await expect(room.wang().draftTask({ year: 2028, ...taskWords('错年', 2027) })).rejects.toMatchObject({
      status: 422,
    })
    await expect(
      room.wang().saveTarget({ year: 2028, figure: 'legal-aid.unknown', comparator: '>=', number: 1, source: '文件' }),
    ).rejects.toMatchObject({ status: 422 })
    const backwards = { ...taskWords('倒着', 2028), quarterFrom: 3, quarterTo: 2 }
    await expect(room.wang().draftTask({ year: 2028, ...backwards })).rejects.toMatchObject({ status: 400 })
    await expect(room.chen().issueYear({ year: 2028 })).rejects.toMatchObject({ status: 422 })
  })
})

describe('progress', () => {
  test('is counted from records, what no line records has none, and nobody can type one', async () => {
    await visitTimes(4)
    await room.read(year, visits)
    const target = await targetOf(visits)
    expect(target).toMatchObject({ value: 4, percent: (4 / 30) * 100, isRecorded: true, risk: 'at_risk' })
    // Four by the 61st day of the year and no year before to compare with.
    expect(target.reading).toMatchObject({ method: 'linear', error: null, errorPoints: 0 })
    expect(target.reading?.forecast).toBeCloseTo((4 * 365) / 61, 6)
    expect(await targetOf('legal-aid.streetBrands')).toMatchObject({
      value: null,
      isRecorded: false,
      risk: 'unknown',
      reading: null,
    })
  })

  test('a street sees its own share, what it has of it, and the mean of the streets; not the others', async () => {
    const { id } = await targetOf(visits)
    const { streets, even } = await room.wang().target({ id })
    expect(even.reduce((sum, one) => sum + one, 0)).toBe(30)
    expect(streets.map(({ path }) => path)).toEqual([small.pinghu.path, small.jihua.path, small.longcheng.path])
    const shares = streets.map(({ id: orgId }, i) => ({ orgId, number: i === 0 ? 8 : 10 }))
    await room.wang().split({ id, shares })
    await room.read(year, visits)
    const page = await room.wang().target({ id })
    expect(page.hint).toContain('比全区目标')
    expect(page.streets[0]).toMatchObject({ number: 8, value: 4, percent: 50 })
    const own = await room.li().target({ id })
    expect(own.target).toMatchObject({ number: 8, districtNumber: 30, value: 4, percent: 50 })
    expect(own.target.reading?.average).toBeCloseTo(50 / streets.length, 6)
    expect(own.streets).toEqual([])
    expect((await room.as(small.officerYe.actor).target({ id })).target.value).toBe(0)
    await expect(room.li().split({ id, shares })).rejects.toMatchObject({ status: 403 })
    await expect(room.wang().split({ id, shares: [{ orgId: small.bainikeng.id, number: 1 }] })).rejects.toMatchObject({
      status: 422,
    })
  })

  test('other lines hear of it what they need: targets, those at risk, tasks', async () => {
    const { all, risky, tasks } = await room.within(small.leaderChen.actor, async (ctx) => ({
      all: await targetsOf(ctx, year),
      risky: await targetsAtRisk(ctx, { year }),
      tasks: await tasksOf(ctx, year),
    }))
    expect([all.length, risky.map(({ figure }) => figure), tasks.length]).toEqual([2, [visits], 3])
  })
})

describe('a task', () => {
  test('goes node by node to its report with proof, and is signed off by another than who reported it', async () => {
    const { id, nodes } = await taskOf('集体协商竞赛')
    const [first, second] = nodes
    await expect(room.wang().finish({ id, note: '全部完成了' })).rejects.toMatchObject({ status: 409 })
    await expect(
      room.wang().markNode({ id, nodeId: first?.id ?? '', doneOn: '2026-03-03', note: '明天才开' }),
    ).rejects.toMatchObject({ status: 422 })
    const marked = await room.wang().markNode({ id, nodeId: first?.id ?? '', doneOn: '2026-03-02', note: '已召开' })
    expect(marked.state).toBe('running')
    await expect(
      room.wang().markNode({ id, nodeId: first?.id ?? '', doneOn: '2026-03-02', note: '再报一次' }),
    ).rejects.toMatchObject({ status: 409 })
    await room.wang().markNode({ id, nodeId: second?.id ?? '', doneOn: '2026-03-01', note: '已印发' })
    await expect(room.wang().finish({ id, note: '见外面的网页', link: 'https://example.com/' })).rejects.toMatchObject({
      status: 400,
    })
    await room.wang().finish({ id, note: '决赛已办，结果已公示', link: '/console/federations' })
    await expect(room.wang().signOff({ id })).rejects.toMatchObject({ status: 422 })
    await room.chen().giveBack({ id, note: '请补参赛企业名单' })
    expect((await room.wang().finish({ id, note: '名单已经补齐' })).state).toBe('done')
    expect((await room.chen().signOff({ id, note: '已核实' })).state).toBe('signed_off')
    const matter = await room.wang().get({ id })
    expect(matter.task).toMatchObject({ condition: 'signed_off' })
    expect(matter.events.map(({ verb }) => verb)).toEqual([
      'draftTask',
      'issue',
      'markNode',
      'markNode',
      'finish',
      'giveBack',
      'finish',
      'signOff',
    ])
    expect(matter.clocks.filter(({ name }) => name === 'signOff').every(({ metAt }) => metAt !== null)).toBe(true)
  })
})

describe('an adjustment', () => {
  test('of a target holds once the leader approves, and the history stays', async () => {
    const { id: targetId } = await targetOf(visits)
    const wish = { targetId, aspect: 'number', number: 20, reason: '两个社区撤并，走访面变小' } as const
    const { id } = await room.wang().propose(wish)
    expect((await targetOf(visits)).districtNumber).toBe(30)
    await expect(room.wang().propose({ ...wish, number: 25 })).rejects.toMatchObject({ status: 409 })
    await expect(room.wang().approve({ id })).rejects.toMatchObject({ status: 403 })
    await room.chen().approve({ id, note: '同意' })
    expect((await targetOf(visits)).districtNumber).toBe(20)
    const { adjustments } = await room.wang().target({ id: targetId })
    expect(adjustments).toMatchObject([{ aspect: 'number', was: '30', becomes: '20', state: 'approved' }])
    const refused = await room.wang().propose({ ...wish, number: 5, reason: '再降一些比较稳妥' })
    await room.chen().refuse({ id: refused.id, note: '没有新的理由' })
    expect((await targetOf(visits)).districtNumber).toBe(20)
  })

  test('of a task moves its quarters; one that changes nothing, or comes too late, is refused', async () => {
    const { id: taskId } = await taskOf('三方机制与民主协商新机制')
    const { id } = await room
      .wang()
      .propose({ taskId, aspect: 'quarters', quarterFrom: 1, quarterTo: 3, reason: '等省里的指引' })
    await room.chen().approve({ id })
    expect(await taskOf('三方机制与民主协商新机制')).toMatchObject({ quarterTo: 3, isAdjusted: true })
    const same = { taskId, aspect: 'quarters', quarterFrom: 1, quarterTo: 3, reason: '还是一样的' } as const
    await expect(room.wang().propose(same)).rejects.toMatchObject({ status: 422 })
    await expect(
      room.wang().propose({ taskId, aspect: 'number', number: 3, reason: '任务没有数' }),
    ).rejects.toMatchObject({ status: 422 })
    const done = (await taskOf('集体协商竞赛')).id
    await expect(room.wang().propose({ ...same, taskId: done, quarterTo: 4 })).rejects.toMatchObject({ status: 409 })
    await expect(room.wang().propose({ aspect: 'number', number: 3, reason: '不知道调整谁' })).rejects.toMatchObject({
      status: 422,
    })
  })
})

describe('supervision', () => {
  const asked = async () => (await room.wang().list({ kind: 'supervision', scope: 'all' })).rows

  test('asks once about what is late or will miss its target, and about nothing else', async () => {
    await room.read(year, visits)
    await room.watch()
    expect(await asked()).toEqual([])
    room.district.clock.set('2026-03-16T01:00:00.000Z')
    await room.read(year, visits)
    await room.watch()
    await room.watch()
    const rows = await asked()
    expect(rows.map(({ title }) => title).sort()).toEqual([
      '三方机制与民主协商新机制：节点“召开三方会议”逾期',
      '企务公开示范单位：节点“召开三方会议”逾期',
      '工联会走访企业：预计到年底完不成',
    ])
    expect(rows.every(({ nextVerb, nextDueAt }) => nextVerb === 'answer' && nextDueAt !== null)).toBe(true)
    expect(await taskOf('企务公开示范单位')).toMatchObject({ condition: 'behind', isAsked: true })
  })

  test('stands by its clock in the list of what is in hand, page by page, before what has none', async () => {
    const all = await room.wang().list({ scope: 'open', limit: 200 })
    const due = all.rows.map(({ nextDueAt }) => nextDueAt ?? '9999')
    expect(due).toEqual(due.toSorted())
    expect([due.at(0)?.startsWith('2026'), due.at(-1)]).toEqual([true, '9999'])
    const paged: string[] = []
    for (let after: string | undefined, isMore = true; isMore; isMore = after !== undefined) {
      const page = await room.wang().list({ scope: 'open', limit: 2, ...(after ? { after } : {}) })
      paged.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    }
    expect(paged).toEqual(all.rows.map(({ id }) => id))
    const closed = (await room.wang().list({ scope: 'closed', limit: 200 })).rows.map(({ createdAt }) => createdAt)
    expect(closed).toEqual(closed.toSorted().toReversed())
  })

  test('is answered with a reason and a new day, beside the planned one; a day that has gone is refused', async () => {
    const one = (await asked()).find(({ title }) => title.startsWith('企务公开'))
    const id = one?.id ?? ''
    await expect(room.wang().answer({ id, note: '正在协调会期', expectedOn: '2026-03-01' })).rejects.toMatchObject({
      status: 422,
    })
    await expect(room.chen().answer({ id, note: '正在协调会期', expectedOn: '2026-04-01' })).rejects.toMatchObject({
      status: 403,
    })
    await room.wang().answer({ id, note: '正在协调会期', expectedOn: '2026-04-01' })
    const { nodes } = await taskOf('企务公开示范单位')
    expect(nodes[0]).toMatchObject({ dueOn: '2026-03-10', expectedOn: '2026-04-01', doneOn: null })
    await room.watch()
    expect((await asked()).length).toBe(3)
  })

  test('is lifted when the cause has gone before anybody answered', async () => {
    const task = await taskOf('三方机制与民主协商新机制')
    const nodeId = task.nodes[0]?.id ?? ''
    await room.wang().markNode({ id: task.id, nodeId, doneOn: '2026-03-15', note: '会议已开' })
    await room.watch()
    const states = (await asked()).map(({ title, state }) => [title.slice(0, 4), state])
    expect(states.sort()).toEqual(
      [
        ['三方机制', 'settled'],
        ['企务公开', 'answered'],
        ['工联会走', 'asked'],
      ].sort(),
    )
  })
})
