import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../district/cast.ts'
import { loadDistrict } from '../../district/load.ts'
import { districtOfficers } from '../../district/officers.ts'
import { fixedClock } from '../../kernel/calendar/clock.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import { freshKeys } from '../../kernel/crypto/keys.ts'
import { createSealer } from '../../kernel/crypto/seal.ts'
import type { House } from '../../kernel/ctx.ts'
import type { Database } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { addToOutbox } from '../../kernel/jobs/outbox.ts'
import { effectiveCalendar } from '../../kernel/parameters/effective.ts'
import { testDatabase } from '../../kernel/testing/database.ts'
import { line as federations } from '../federations/line.ts'
import { contract } from './contract.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'

let db: Database
let house: House
const clock = fixedClock('2026-11-20T03:00:00.000Z')
beforeAll(async () => {
  db = await testDatabase()
  const sealer = createSealer(freshKeys())
  await loadDistrict(db, sealer, { persons: 1000 })
  // Of the house the demonstration needs no more than this.
  house = {
    db,
    sealer,
    clock,
    lines: [line, federations],
    federationId: '440307',
    rules: line.deadlines,
    calendar: effectiveCalendar([], 2026),
    later: (tx: Parameters<House['later']>[0], job: string, data: unknown, options = {}) =>
      addToOutbox(tx, '440307', clock(), job, data, options),
  } as unknown as House
  await demo.load(house, () => {})
}, 180_000)
afterAll(() => db.close())

const office = districtOfficers[5]
const planOf = async (year: number): Promise<OutputOf<typeof contract.plan>> => {
  if (!office) throw new Error('no office')
  return contract.plan.output.parse(await perform(house, line, 'plan', { year }, { actor: actorOf(office) }))
}

describe('the demonstration', () => {
  test('has the eight targets and thirty-three tasks that the report of 2023 announced for 2024', async () => {
    const { year, targets, tasks } = await planOf(2024)
    expect(year?.issuedOn).toBe('2024-01-15')
    expect(targets.map(({ title, districtNumber, unit }) => `${title} ${districtNumber} ${unit}`)).toEqual([
      '专业化集体协商指导员队伍 300 人',
      '集体协商典型 50 个',
      '全区建会企业集体协商动态建制率 85 %',
      '工联会示范点 30 个',
      '互联互动达到个数的街道 11 个',
      '三级、四级工联会配备法律顾问的比例 100 %',
      '一街道一品牌 11 个',
      '区、街道新就业形态工联会 12 个',
    ])
    expect(targets.filter(({ isRecorded }) => isRecorded).length).toBe(3)
    expect(targets.filter(({ isRecorded, value }) => !isRecorded && value !== null)).toEqual([])
    expect(tasks.length).toBe(33)
    expect(tasks.filter(({ condition }) => condition === 'signed_off').length).toBe(32)
  })

  test('carries the running year over, with nodes done, some late and asked about, and matters of every kind', async () => {
    const { year, targets, tasks } = await planOf(2026)
    expect(year).toMatchObject({ copiedFrom: 2024 })
    expect([targets.length, tasks.length]).toEqual([9, 33])
    const standing = new Set(tasks.map(({ condition }) => condition))
    expect(['signed_off', 'done', 'normal', 'behind'].filter((one) => !standing.has(one as never))).toEqual([])
    const rows = await db.owner.selectFrom('plan_matters').select(['kind', 'state']).execute()
    const states = new Set(rows.map(({ state }) => state))
    expect(['proposed', 'approved', 'refused', 'asked', 'answered'].filter((one) => !states.has(one as never))).toEqual(
      [],
    )
  })

  test('is loaded once; interrupted and taken up again it adds nothing', async () => {
    expect(await demo.isLoaded(house)).toBe(true)
    const count = async () => (await db.owner.selectFrom('plan_matters').select('id').execute()).length
    const before = await count()
    await db.owner
      .updateTable('plan_matters')
      .set({ state: 'asked', closed_at: null })
      .where('state', '=', 'answered')
      .execute()
    expect(await demo.isLoaded(house)).toBe(false)
    await demo.load(house, () => {})
    expect(await count()).toBe(before)
  })
})
