import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { line as appeals } from '../../business/appeals/line.ts'
import { openAppeals } from '../../business/appeals/testing.ts'
import { small } from '../../district/small.ts'
import { type Actor, standingOf } from '../access/actor.ts'
import type { Ctx } from '../ctx.ts'
import { inTransaction } from '../db/database.ts'
import { newCtx } from '../http/new-ctx.ts'
import { perform } from '../http/perform.ts'
import { effectiveCalendar, effectiveRules } from './effective.ts'
import { line } from './line.ts'
import { isReached, listTargets, type NewTarget, saveTarget } from './targets.ts'

let room: Awaited<ReturnType<typeof openAppeals>>
beforeAll(async () => {
  room = await openAppeals()
})
afterAll(() => room.district.close())
const set = (name: string, input: unknown, actor = small.systemAdmin.actor) =>
  perform(room.district.house, line, name, input, { actor })

describe('a limit changed by the system administrator', () => {
  test('holds for what begins afterwards; what has begun keeps the limit it began under', async () => {
    const id = await room.appealAt('assigned')
    await set('setDeadline', { rule: 'appeals.sign', amount: 4, validFrom: '2026-03-03', source: '区总〔2026〕3 号' })
    const signOf = async (appeal: string) =>
      (await room.li().get({ id: appeal })).clocks.find((clock) => clock.name === 'sign')
    expect(await signOf(id)).toMatchObject({ version: 1, dueAt: '2026-03-02T03:00:00.000Z' })
    room.district.clock.set('2026-03-03T01:00:00.000Z')
    expect(await signOf(await room.appealAt('assigned'))).toMatchObject({
      version: 2,
      dueAt: '2026-03-03T07:00:00.000Z',
      basis: '区总〔2026〕3 号',
    })
  })

  test.each([
    ['from today on', { rule: 'appeals.sign', amount: 4, validFrom: '2026-03-03', source: '文件' }, 422],
    ['of a law', { rule: 'labour.mediation', amount: 20, validFrom: '2027-01-01', source: '文件' }, 422],
    ['that is none', { rule: 'appeals.nothing', amount: 4, validFrom: '2027-01-01', source: '文件' }, 404],
    ['to nothing', { rule: 'appeals.sign', amount: 0, validFrom: '2027-01-01', source: '文件' }, 400],
    ['without a source', { rule: 'appeals.sign', amount: 4, validFrom: '2027-01-01', source: ' ' }, 400],
  ])('%s is refused', async (_what, input, status) => {
    await expect(set('setDeadline', input)).rejects.toMatchObject({ status })
  })

  test('by anybody else is refused', async () => {
    for (const person of [small.officerWang, small.securityAdmin, small.riderZhang]) {
      await expect(
        set('setMoney', { code: 'wage.minimum', fen: 236_000, validFrom: '2026-01-01', source: '通知' }, person.actor),
      ).rejects.toMatchObject({ status: 403 })
    }
  })
})

describe('dated amounts', () => {
  test('a new one ends the one before; nothing is known that was not entered', async () => {
    await set('setMoney', { code: 'wage.minimum', fen: 236_000, validFrom: '2022-01-01', source: '通知甲' })
    await set('setMoney', { code: 'wage.minimum', fen: 252_000, validFrom: '2025-03-01', source: '通知乙' })
    const values = (await perform(room.district.house, line, 'values', {}, { actor: small.visitor })) as {
      code: string
      validTo: string | null
    }[]
    expect(values.filter((value) => value.code === 'wage.minimum').map((value) => value.validTo)).toEqual([
      '2025-03-01',
      null,
    ])
    expect(values.some((value) => value.code === 'wage.average')).toBe(false)
  })
})

describe('targets', () => {
  const target = { figure: 'appeals.handled', comparator: '>=', number: 900, source: '2024 年度工作计划' } as const
  const within = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inTransaction(room.district.db, standingOf(actor), (tx) => work(newCtx(room.district.house, actor, tx)))
  const save = (wish: Partial<NewTarget>, actor: Actor = small.officerWang.actor) =>
    within(actor, (ctx) => saveTarget(ctx, { ...target, year: 2024, issuedOn: '2024-01-15', ...wish }))

  test('a year has one for a figure; entering it again replaces it; a draft and what no line records is told to the plan only', async () => {
    await save({ number: 800 })
    await save({})
    await save({ year: 2025, number: 950 })
    await save({ year: 2026, issuedOn: null })
    await save({ figure: 'legal-aid.streetBrands', title: '一街道一品牌', unit: '个', number: 11 })
    const words = { ...target, title: '接报处理职工诉求', unit: '宗' }
    expect(await perform(room.district.house, line, 'targets', {}, { actor: small.visitor })).toEqual([
      { ...words, year: 2024 },
      { ...words, year: 2025, number: 950 },
    ])
    const all = await within(small.officerWang.actor, (ctx) => listTargets(ctx, { withAll: true }))
    expect(all.map(({ year, title, isRecorded, issuedOn }) => [year, title, isRecorded, issuedOn])).toEqual([
      [2024, '接报处理职工诉求', true, '2024-01-15'],
      [2024, '一街道一品牌', false, '2024-01-15'],
      [2025, '接报处理职工诉求', true, '2024-01-15'],
      [2026, '接报处理职工诉求', true, null],
    ])
    expect([isReached({ comparator: '>=', number: 900 }, 900), isReached({ comparator: '<=', number: 3 }, 4)]).toEqual([
      true,
      false,
    ])
  })

  test('by a street is refused by the database itself', async () => {
    await expect(save({ year: 2027 }, small.officerLi.actor)).rejects.toThrow(/row-level security/)
  })
})

describe('holidays', () => {
  test('a year whose notice is not out is reckoned provisionally; once entered, the notice counts', async () => {
    const before = effectiveCalendar([], 2026)
    expect(before.covers(2027)).toBe(true)
    expect([
      before.isWorkingDay('2027-01-01'),
      before.isWorkingDay('2027-01-04'),
      before.isWorkingDay('2027-02-08'),
    ]).toEqual([false, true, true])
    await set('setHolidays', {
      year: 2027,
      holidays: ['2027-01-01', '2027-02-08', '2027-10-01'],
      makeUpDays: ['2027-02-14'],
      source: '国办发明电〔2026〕1 号',
    })
    const { calendar } = room.district.house
    expect([calendar.isWorkingDay('2027-02-08'), calendar.isWorkingDay('2027-02-14')]).toEqual([false, true])
  })

  test('a table that cannot be right is refused', async () => {
    await expect(
      set('setHolidays', { year: 2027, holidays: ['2027-10-01'], makeUpDays: ['2027-03-01'], source: '通知' }),
    ).rejects.toMatchObject({ status: 422 })
  })
})

test('rules without edits are the built-in ones', () => {
  expect(effectiveRules(appeals.deadlines ?? [], [])).toEqual(appeals.deadlines)
})
