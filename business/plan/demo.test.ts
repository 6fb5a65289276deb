import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../district/cast.ts'
import { districtOfficers } from '../../district/officers.ts'
import { type OpenDistrict, openDistrict } from '../../district/testing.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import { perform } from '../../kernel/http/perform.ts'
import { line as federations } from '../federations/line.ts'
import { contract } from './contract.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'

let district: OpenDistrict
beforeAll(async () => {
  district = await openDistrict(line, 1000, [federations])
  await demo.load(district.house, () => {})
}, 180_000)
afterAll(() => district.close())

const office = districtOfficers[5]
const planOf = async (year: number): Promise<OutputOf<typeof contract.plan>> => {
  if (!office) throw new Error('no office')
  return contract.plan.output.parse(await perform(district.house, line, 'plan', { year }, { actor: actorOf(office) }))
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
    const rows = await district.db.owner.selectFrom('plan_matters').select(['kind', 'state']).execute()
    const states = new Set(rows.map(({ state }) => state))
    expect(['proposed', 'approved', 'refused', 'asked', 'answered'].filter((one) => !states.has(one as never))).toEqual(
      [],
    )
  })

  test('is loaded once; interrupted and taken up again it adds nothing', async () => {
    expect(await demo.isLoaded(district.house)).toBe(true)
    const count = async () => (await district.db.owner.selectFrom('plan_matters').select('id').execute()).length
    const before = await count()
    await district.db.owner
      .updateTable('plan_matters')
      .set({ state: 'asked', closed_at: null })
      .where('state', '=', 'answered')
      .execute()
    expect(await demo.isLoaded(district.house)).toBe(false)
    await demo.load(district.house, () => {})
    expect(await count()).toBe(before)
  })
})
