import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../district/cast.ts'
import { districtOfficers } from '../../district/officers.ts'
import { type OpenDistrict, openDistrict } from '../../district/testing.ts'
import { perform } from '../../kernel/http/perform.ts'
import { asSystem } from '../../kernel/jobs/system.ts'
import { saveTarget } from '../../kernel/parameters/targets.ts'
import { targets as planned, SOURCE } from '../plan/demo/plan-2024.ts'
import { contract } from './contract.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'
import { workflow } from './workflow.ts'

let district: OpenDistrict
beforeAll(async () => {
  district = await openDistrict(line, 24_000)
  await demo.load(district.house, () => {})
}, 180_000)
afterAll(() => district.close())

const [wang] = districtOfficers
const ask = (name: string, input: unknown) => {
  if (!wang) throw new Error('no district officer')
  return perform(district.house, line, name, input, { actor: actorOf(wang) })
}

describe('the demonstration', () => {
  test('has 22 pilots at the end of 2023, as the report of that year says, and founded no union in 2023', async () => {
    expect(await district.figure('pilots', 2023)).toBe(22)
    expect(await district.figure('pilots', 2022)).toBeLessThan(22)
    const founded = await district.db.owner
      .selectFrom('orgs')
      .select('id')
      .where('form', '=', 'new_form')
      .where('kind', '=', 'community')
      .where('founded_on', '<', '2024-01-01')
      .execute()
    expect(founded).toEqual([])
  })

  test('goes towards the plan of 2024: points beyond thirty, four linked in each street, new-form federations still three short', async () => {
    const words = { year: 2024, source: SOURCE, issuedOn: '2024-01-15' }
    for (const target of planned) await asSystem(district.house, (ctx) => saveTarget(ctx, { ...target, ...words }))
    const targets = contract.targets.output.parse(await ask('targets', { year: 2024 }))
    expect(targets.map((one) => [one.figure, one.isReached]).sort()).toEqual([
      ['federations.demonstrationPoints', true],
      ['federations.linkedStreets', true],
      ['federations.newFormFederations', false],
    ])
    expect(await district.figure('newFormFederations', 2024)).toBe(9)
    expect(await district.figure('newFormFederations', 2025)).toBe(12)
    expect(await district.figure('interlinked', 2024, '440307.003.')).toBe(4)
  })

  test('keeps the grades of the tree', async () => {
    expect(await Promise.all([1, 2, 3, 4].map((grade) => district.figure(`grade${grade}`, 2026)))).toEqual([
      9, 18, 45, 39,
    ])
  })

  test('has a matter in every state of the line but none that only passes, one late, and is loaded once', async () => {
    const rows = await district.db.owner.selectFrom('federation_matters').select(['state', 'id']).execute()
    const states = new Set(rows.map(({ state }) => state))
    expect(Object.keys(workflow.states).filter((state) => !states.has(state as never))).toEqual(['approved'])
    const late = await district.db.owner
      .selectFrom('cases')
      .select('id')
      .where('line', '=', 'federations')
      .where('is_open', '=', true)
      .where('next_due_at', '<', district.house.clock())
      .execute()
    expect(late.length).toBeGreaterThan(0)
    expect(late.length).toBeLessThan(5)
    expect(await demo.isLoaded(district.house)).toBe(true)
    await demo.load(district.house, () => {})
    expect((await district.db.owner.selectFrom('federation_matters').select('id').execute()).length).toBe(rows.length)
  })

  test('fills the table of each year from its records', async () => {
    for (const year of [2023, 2026]) {
      const rows = contract.yearTable.output.parse(await ask('yearTable', { year }))
      expect(rows.length).toBe(111)
      expect(rows.reduce((sum, { visits }) => sum + visits, 0)).toBe(await district.figure('visits', year))
      expect(rows.filter(({ isPilot }) => isPilot).length).toBe(22)
    }
  })
})
