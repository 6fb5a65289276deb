import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { line as federations } from '../federations/line.ts'
import { calendarOf } from './calendar.ts'
import { openPlan, taskWords } from './testing.ts'

const year = 2026
let room: Awaited<ReturnType<typeof openPlan>>
let visits: string
beforeAll(async () => {
  room = await openPlan([federations])
  const { source } = room
  await room.wang().startYear({ year, title: '2026 年度工作计划', source })
  const target = { year, comparator: '>=', source } as const
  visits = (await room.wang().saveTarget({ ...target, figure: 'federations.visits', number: 20 })).id
  const words = { title: '一街道一品牌', unit: '个' }
  await room.wang().saveTarget({ ...target, ...words, figure: 'legal-aid.streetBrands', number: 11 })
  for (const title of ['三方机制', '集体协商竞赛', '企务公开'])
    await room.wang().draftTask({ year, ...taskWords(title) })
  await room.wang().split({ id: visits, shares: [{ orgId: small.pinghu.id, number: 8 }] })
  await room.chen().issueYear({ year })
})
afterAll(() => room.district.close())

/** The content lines of a calendar as RFC 5545 3.1 has them: each physical line at most 75 octets of whole characters, then unfolded. */
function linesOf(text: string): string[] {
  const physical = text.split('\r\n')
  const bytes = (line: string) => Buffer.byteLength(line)
  expect(physical.filter((line) => bytes(line) > 75 || /[\r\n\ufffd]/.test(line))).toEqual([])
  return text.replace(/\r\n[ \t]/g, '').split('\r\n')
}

describe('the calendar', () => {
  test('is fetched by its secret address alone, holds nodes and quarter ends as whole days, and ends when it is revoked', async () => {
    const { path } = await room.wang().makeFeed({})
    const token = /^\/api\/calendar\/([\w-]{43})\.ics$/.exec(path)?.[1] ?? ''
    const text = (await calendarOf(room.district.house, token)) ?? ''
    expect(text.split('\r\n')[0]).toBe('BEGIN:VCALENDAR')
    expect(text).toContain('DTSTART;VALUE=DATE:20260310\r\nDTEND;VALUE=DATE:20260311')
    expect(text).toContain('DTSTART;VALUE=DATE:20260331\r\nDTEND;VALUE=DATE:20260401')
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(3 * 2 + 4)
    expect(text).not.toContain('王芳')
    const held = await room.district.db.owner.selectFrom('plan_feeds').selectAll().execute()
    expect(JSON.stringify(held)).not.toContain(token)
    expect(await calendarOf(room.district.house, `${token.slice(0, -1)}x`)).toBeNull()
    const { path: fresh } = await room.wang().makeFeed({})
    expect(fresh).not.toBe(path)
    expect(await calendarOf(room.district.house, token)).toBeNull()
    expect(await room.wang().feed({})).toEqual({ madeAt: '2026-03-02T01:00:00.000Z' })
    expect(await room.wang().revokeFeed({})).toEqual({ wasThere: true })
    expect(await room.wang().feed({})).toEqual({ madeAt: null })
  })

  test('escapes and folds what a title may hold, so that a strict reader gives it back', async () => {
    const title = '年终总结；名单，含“甲,乙;丙”与 C:\\\\附件'.padEnd(60, '长')
    await room.wang().startYear({ year: 2025, title: '2025 年度工作计划', source: '补录' })
    const nodes = [{ title, dueOn: '2025-12-20' }]
    await room.wang().draftTask({ year: 2025, ...taskWords('很长的任务'.repeat(16), 2025), nodes })
    room.district.clock.set('2025-12-01T01:00:00.000Z')
    await room.chen().issueYear({ year: 2025 })
    const { path } = await room.wang().makeFeed({})
    const token = path.slice('/api/calendar/'.length, -'.ics'.length)
    const lines = linesOf((await calendarOf(room.district.house, token)) ?? '')
    room.district.clock.set('2026-03-02T01:00:00.000Z')
    const said = lines.find((line) => line.startsWith('SUMMARY:年终总结'))?.slice('SUMMARY:'.length) ?? ''
    expect(said.replace(/\\([\\;,])/g, '$1')).toBe(title)
    expect(said).not.toMatch(/(?<!\\)[,;]/)
    const ids = lines.filter((line) => line.startsWith('UID:'))
    expect(new Set(ids).size).toBe(ids.length)
    await room.wang().revokeFeed({})
  })

  test('of a street holds quarter ends only, for its tasks are the district’s', async () => {
    const { path } = await room.li().makeFeed({})
    const text = await calendarOf(room.district.house, path.slice('/api/calendar/'.length, -'.ics'.length))
    expect(text?.match(/BEGIN:VEVENT/g)?.length).toBe(4)
  })
})

test('the next year is carried over as a draft: targets, shares and tasks, their days moved', async () => {
  const told = await room.wang().startYear({ year: 2027, title: '2027 年度工作计划', source: '沿用', copyFrom: year })
  expect(told).toEqual({ year: 2027, targets: 2, tasks: 3 })
  const plan = await room.wang().plan({ year: 2027 })
  expect(plan.year).toMatchObject({ copiedFrom: 2026, issuedOn: null })
  expect(plan.targets.map(({ districtNumber, value }) => [districtNumber, value])).toEqual([
    [20, null],
    [11, null],
  ])
  expect(plan.tasks.map(({ state, nodes }) => [state, nodes.map(({ dueOn }) => dueOn)])).toEqual(
    Array.from({ length: 3 }, () => ['draft', ['2027-03-10', '2027-06-20']]),
  )
  const [first] = plan.targets
  expect((await room.wang().target({ id: first?.id ?? '' })).streets[0]?.number).toBe(8)
  await room.wang().dropTarget({ id: first?.id ?? '' })
  const [task] = plan.tasks
  const responsibleId = small.officerWang.personId
  await room.wang().editTask({ id: task?.id ?? '', ...taskWords('改了名字', 2027), nodes: [], responsibleId })
  const edited = (await room.wang().plan({ year: 2027 })).tasks.find(({ title }) => title === '改了名字')
  expect(edited).toMatchObject({ responsible: '王芳', responsibleId, nodes: [] })
  await expect(room.wang().dropTarget({ id: visits })).rejects.toMatchObject({ status: 409 })
})

test('the list of tasks goes out as a table, with a reason', async () => {
  const told = await room.wang().exportPlan({ year, reason: '年中会议用' })
  expect(told).toMatchObject({ rows: 3 })
  await expect(room.li().exportPlan({ year, reason: '年中会议用' })).rejects.toMatchObject({ status: 403 })
})
