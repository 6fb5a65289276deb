import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../district/cast.ts'
import { loadDistrict } from '../../district/load.ts'
import { districtOfficers, leader } from '../../district/officers.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { fixedClock } from '../../kernel/calendar/clock.ts'
import { freshKeys } from '../../kernel/crypto/keys.ts'
import { createSealer } from '../../kernel/crypto/seal.ts'
import type { House } from '../../kernel/ctx.ts'
import { type Database, inTransaction } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { addToOutbox } from '../../kernel/jobs/outbox.ts'
import { asSystem } from '../../kernel/jobs/system.ts'
import { effectiveCalendar } from '../../kernel/parameters/effective.ts'
import { saveTarget } from '../../kernel/parameters/targets.ts'
import { testDatabase } from '../../kernel/testing/database.ts'
import { targets as planned, SOURCE } from '../plan/demo/plan-2024.ts'
import { contract } from './contract.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'
import { workflow } from './workflow.ts'

let db: Database
let house: House
beforeAll(async () => {
  db = await testDatabase()
  const sealer = createSealer(freshKeys())
  await loadDistrict(db, sealer, { persons: 24_000 })
  const clock = fixedClock('2026-11-20T03:00:00.000Z')
  // Of the house the demonstration needs no more than this.
  house = {
    db,
    sealer,
    clock,
    lines: [line],
    federationId: '440307',
    rules: line.deadlines,
    calendar: effectiveCalendar([], 2026),
    later: (tx: Parameters<House['later']>[0], job: string, data: unknown, options = {}) =>
      addToOutbox(tx, '440307', clock(), job, data, options),
  } as unknown as House
  await demo.load(house, () => {})
}, 180_000)
afterAll(() => db.close())

const figure = async (name: string, year: number, orgPath = '440307.') =>
  (
    await inTransaction(db, standingOf(actorOf(leader)), (tx) =>
      total(tx, line, name, yearWindow('440307', orgPath, year)),
    )
  ).value
const [wang] = districtOfficers
const ask = (name: string, input: unknown) => {
  if (!wang) throw new Error('no district officer')
  return perform(house, line, name, input, { actor: actorOf(wang) })
}

describe('the demonstration', () => {
  test('has 22 pilots at the end of 2023, as the report of that year says, and founded no union in 2023', async () => {
    expect(await figure('pilots', 2023)).toBe(22)
    expect(await figure('pilots', 2022)).toBeLessThan(22)
    const founded = await db.owner
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
    for (const target of planned) await asSystem(house, (ctx) => saveTarget(ctx, { ...target, ...words }))
    const targets = contract.targets.output.parse(await ask('targets', { year: 2024 }))
    expect(targets.map((one) => [one.figure, one.isReached]).sort()).toEqual([
      ['federations.demonstrationPoints', true],
      ['federations.linkedStreets', true],
      ['federations.newFormFederations', false],
    ])
    expect(await figure('newFormFederations', 2024)).toBe(9)
    expect(await figure('newFormFederations', 2025)).toBe(12)
    expect(await figure('interlinked', 2024, '440307.003.')).toBe(4)
  })

  test('keeps the grades of the tree', async () => {
    expect(await Promise.all([1, 2, 3, 4].map((grade) => figure(`grade${grade}`, 2026)))).toEqual([9, 18, 45, 39])
  })

  test('has a matter in every state of the line but none that only passes, one late, and is loaded once', async () => {
    const rows = await db.owner.selectFrom('federation_matters').select(['state', 'id']).execute()
    const states = new Set(rows.map(({ state }) => state))
    expect(Object.keys(workflow.states).filter((state) => !states.has(state as never))).toEqual(['approved'])
    const late = await db.owner
      .selectFrom('cases')
      .select('id')
      .where('line', '=', 'federations')
      .where('is_open', '=', true)
      .where('next_due_at', '<', house.clock())
      .execute()
    expect(late.length).toBeGreaterThan(0)
    expect(late.length).toBeLessThan(5)
    expect(await demo.isLoaded(house)).toBe(true)
    await demo.load(house, () => {})
    expect((await db.owner.selectFrom('federation_matters').select('id').execute()).length).toBe(rows.length)
  })

  test('fills the table of each year from its records', async () => {
    for (const year of [2023, 2026]) {
      const rows = contract.yearTable.output.parse(await ask('yearTable', { year }))
      expect(rows.length).toBe(111)
      expect(rows.reduce((sum, { visits }) => sum + visits, 0)).toBe(await figure('visits', year))
      expect(rows.filter(({ isPilot }) => isPilot).length).toBe(22)
    }
  })
})
