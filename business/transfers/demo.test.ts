import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenDistrict, openDistrict } from '../../district/testing.ts'
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
  test('has matters in every state that lasts, some due soon, one run out', async () => {
    const rows = await district.db.owner.selectFrom('cases').selectAll().where('line', '=', 'transfers').execute()
    const lasting = Object.keys(workflow.states).filter((state) => state !== 'requested')
    expect([...new Set(rows.map((row) => row.state))].sort()).toEqual(lasting.sort())
    const open = rows.filter((row) => row.is_open)
    expect(open.length).toBeGreaterThan(20)
    expect(open.every((row) => row.next_due_at !== null)).toBe(true)
    expect(open.filter((row) => (row.next_due_at ?? '') < district.house.clock())).toMatchObject([
      { state: 'approving' },
    ])
  })

  test('moved people as its matters say, one stint after the other, and leaves the figures of who joined alone', async () => {
    for (const year of [2023, 2024]) expect(await district.figure('done', year)).toBeGreaterThan(60)
    expect(await district.figure('releasedBySilence', 2023)).toBeGreaterThan(10)
    expect(await district.figure('retained', 2025)).toBeGreaterThan(20)
    expect(
      (await district.figure('left', 2023)) +
        (await district.figure('died', 2023)) +
        (await district.figure('expelled', 2024)),
    ).toBeGreaterThan(4)
    const wrong = await district.db.owner
      .selectFrom('past_memberships as m')
      .innerJoin('persons as p', 'p.id', 'm.person_id')
      .select('p.id')
      .where((eb) => eb.or([eb('p.joined_on', '>=', '2022-01-01'), eb('m.to_on', '>', eb.ref('p.member_since'))]))
      .execute()
    expect(wrong).toEqual([])
  })

  test('loaded again adds nothing', async () => {
    const count = async () => (await district.db.owner.selectFrom('case_events').select('id').execute()).length
    const before = await count()
    await demo.load(district.house, () => {})
    expect([await count(), await demo.isLoaded(district.house)]).toEqual([before, true])
  })
})
