import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../district/cast.ts'
import { loadDistrict } from '../../district/load.ts'
import { leader } from '../../district/officers.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { fixedClock } from '../../kernel/calendar/clock.ts'
import { freshKeys } from '../../kernel/crypto/keys.ts'
import { createSealer } from '../../kernel/crypto/seal.ts'
import type { House } from '../../kernel/ctx.ts'
import { type Database, inTransaction } from '../../kernel/db/database.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { effectiveCalendar } from '../../kernel/parameters/effective.ts'
import { testDatabase } from '../../kernel/testing/database.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'
import { workflow } from './workflow.ts'

let db: Database
let house: House
beforeAll(async () => {
  db = await testDatabase()
  const sealer = createSealer(freshKeys())
  await loadDistrict(db, sealer, { persons: 6_000 })
  const clock = fixedClock('2026-11-20T03:00:00.000Z')
  // Of the house the demonstration needs no more than this.
  house = {
    db,
    sealer,
    clock,
    federationId: '440307',
    rules: line.deadlines,
    calendar: effectiveCalendar([], 2026),
  } as unknown as House
  await demo.load(house, () => {})
})
afterAll(() => db.close())

const figure = async (name: string, year: number) =>
  (
    await inTransaction(db, standingOf(actorOf(leader)), (tx) =>
      total(tx, line, name, yearWindow('440307', '440307.', year)),
    )
  ).value

describe('the demonstration', () => {
  test('has matters in every state that lasts, some due soon, one run out', async () => {
    const rows = await db.owner.selectFrom('cases').selectAll().where('line', '=', 'transfers').execute()
    const lasting = Object.keys(workflow.states).filter((state) => state !== 'requested')
    expect([...new Set(rows.map((row) => row.state))].sort()).toEqual(lasting.sort())
    const open = rows.filter((row) => row.is_open)
    expect(open.length).toBeGreaterThan(20)
    expect(open.every((row) => row.next_due_at !== null)).toBe(true)
    expect(open.filter((row) => (row.next_due_at ?? '') < house.clock())).toMatchObject([{ state: 'approving' }])
  })

  test('moved people as its matters say, one stint after the other, and leaves the figures of who joined alone', async () => {
    for (const year of [2023, 2024]) expect(await figure('done', year)).toBeGreaterThan(60)
    expect(await figure('releasedBySilence', 2023)).toBeGreaterThan(10)
    expect(await figure('retained', 2025)).toBeGreaterThan(20)
    expect(
      (await figure('left', 2023)) + (await figure('died', 2023)) + (await figure('expelled', 2024)),
    ).toBeGreaterThan(4)
    const wrong = await db.owner
      .selectFrom('past_memberships as m')
      .innerJoin('persons as p', 'p.id', 'm.person_id')
      .select('p.id')
      .where((eb) => eb.or([eb('p.joined_on', '>=', '2022-01-01'), eb('m.to_on', '>', eb.ref('p.member_since'))]))
      .execute()
    expect(wrong).toEqual([])
  })

  test('loaded again adds nothing', async () => {
    const count = async () => (await db.owner.selectFrom('case_events').select('id').execute()).length
    const before = await count()
    await demo.load(house, () => {})
    expect([await count(), await demo.isLoaded(house)]).toEqual([before, true])
  })
})
