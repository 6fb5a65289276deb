import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../district/cast.ts'
import { loadDistrict } from '../../district/load.ts'
import { leader, riders } from '../../district/officers.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { fixedClock } from '../../kernel/calendar/clock.ts'
import { freshKeys } from '../../kernel/crypto/keys.ts'
import { createSealer } from '../../kernel/crypto/seal.ts'
import type { House } from '../../kernel/ctx.ts'
import { type Database, inTransaction } from '../../kernel/db/database.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { effectiveCalendar } from '../../kernel/parameters/effective.ts'
import { testDatabase } from '../../kernel/testing/database.ts'
import { POOLED } from './demo/plan.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'
import { workflow } from './workflow.ts'

let db: Database
let house: House
beforeAll(async () => {
  db = await testDatabase()
  const sealer = createSealer(freshKeys())
  await loadDistrict(db, sealer, { persons: 6_000 })
  // Of the house the demonstration needs no more than this.
  house = {
    db,
    sealer,
    clock: fixedClock('2026-11-20T03:00:00.000Z'),
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
  test('has applications in every state, some due soon, one that the district has let run out', async () => {
    const rows = await db.owner.selectFrom('cases').selectAll().where('line', '=', 'membership').execute()
    expect([...new Set(rows.map((row) => row.state))].sort()).toEqual(Object.keys(workflow.states).sort())
    const late = rows.filter(
      (row) => row.is_open && row.state === 'applied' && (row.next_due_at ?? '9') < house.clock(),
    )
    expect(late.some((row) => row.unit_path === '440307.')).toBe(true)
    expect(rows.filter((row) => row.state === 'applied').length).toBeGreaterThan(12)
    const soon = rows.filter((row) => row.state === 'applied' && (row.next_due_at ?? '9') < '2026-11-23')
    expect(soon.length).toBeGreaterThan(3)
  })

  test('has people in the pools, the longest for more than six weeks, and changes nothing of 2023', async () => {
    const pooled = await db.owner
      .selectFrom('persons')
      .select('member_since')
      .where('membership', '=', 'pooled')
      .execute()
    expect(pooled).toHaveLength(POOLED)
    expect(pooled.some(({ member_since }) => (member_since ?? '9') < '2026-10-09')).toBe(true)
    expect(await figure('pooled', 2026)).toBe(POOLED)
    expect(await figure('received', 2023)).toBe(0)
    expect(await figure('approved', 2026)).toBeGreaterThan(60)
    const joined2023 = await db.owner
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
      db.owner.selectFrom('persons').select('membership').where('id', '=', id).executeTakeFirst()
    expect(await of(zhang.personId)).toMatchObject({ membership: 'full' })
    expect(await of(chen.personId)).toMatchObject({ membership: 'none' })
    await demo.load(house, () => {})
    expect(await figure('pooled', 2026)).toBe(POOLED)
  })
})
