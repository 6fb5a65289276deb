import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { riders } from '../../district/officers.ts'
import { type OpenDistrict, openDistrict } from '../../district/testing.ts'
import { POOLED } from './demo/plan.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'
import { workflow } from './workflow.ts'

let district: OpenDistrict
beforeAll(async () => {
  district = await openDistrict(line, 6_000)
  await demo.load(district.house, () => {})
})
afterAll(() => district.close())

describe('the demonstration', () => {
  test('has applications in every state, some due soon, one that the district has let run out', async () => {
    const rows = await district.db.owner.selectFrom('cases').selectAll().where('line', '=', 'membership').execute()
    expect([...new Set(rows.map((row) => row.state))].sort()).toEqual(Object.keys(workflow.states).sort())
    const late = rows.filter(
      (row) => row.is_open && row.state === 'applied' && (row.next_due_at ?? '9') < district.house.clock(),
    )
    expect(late.some((row) => row.unit_path === '440307.')).toBe(true)
    expect(rows.filter((row) => row.state === 'applied').length).toBeGreaterThan(12)
    const soon = rows.filter((row) => row.state === 'applied' && (row.next_due_at ?? '9') < '2026-11-23')
    expect(soon.length).toBeGreaterThan(3)
  })

  test('has people in the pools, the longest for more than six weeks, and changes nothing of 2023', async () => {
    const pooled = await district.db.owner
      .selectFrom('persons')
      .select('member_since')
      .where('membership', '=', 'pooled')
      .execute()
    expect(pooled).toHaveLength(POOLED)
    expect(pooled.some(({ member_since }) => (member_since ?? '9') < '2026-10-09')).toBe(true)
    expect(await district.figure('pooled', 2026)).toBe(POOLED)
    expect(await district.figure('received', 2023)).toBe(0)
    expect(await district.figure('approved', 2026)).toBeGreaterThan(60)
    const joined2023 = await district.db.owner
      .selectFrom('persons')
      .select('id')
      .where('joined_on', '>=', '2026-01-01')
      .where('collected_on', '>', '2026-01-01')
      .execute()
    expect(joined2023).toEqual([])
  })

  test('leaves 张师傅 a member and 小陈 free to join, and is not loaded twice', async () => {
    const [zhang, chen] = riders
    const of = (id: string) =>
      district.db.owner.selectFrom('persons').select('membership').where('id', '=', id).executeTakeFirst()
    expect(await of(zhang.personId)).toMatchObject({ membership: 'full' })
    expect(await of(chen.personId)).toMatchObject({ membership: 'none' })
    await demo.load(district.house, () => {})
    expect(await district.figure('pooled', 2026)).toBe(POOLED)
  })
})
