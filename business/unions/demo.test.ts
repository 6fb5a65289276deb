import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDistrict } from '../../district/load.ts'
import { fixedClock } from '../../kernel/calendar/clock.ts'
import { addDays } from '../../kernel/calendar/days.ts'
import { freshKeys } from '../../kernel/crypto/keys.ts'
import { createSealer } from '../../kernel/crypto/seal.ts'
import type { House } from '../../kernel/ctx.ts'
import { asOwner, type Database } from '../../kernel/db/database.ts'
import { effectiveCalendar } from '../../kernel/parameters/effective.ts'
import { testDatabase } from '../../kernel/testing/database.ts'
import { planOf } from './demo/plan.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'

const TODAY = '2026-11-20'
let db: Database
let house: House
beforeAll(async () => {
  db = await testDatabase()
  const sealer = createSealer(freshKeys())
  await loadDistrict(db, sealer, { persons: 9_000 })
  const clock = fixedClock(`${TODAY}T03:00:00.000Z`)
  // Of the house the demonstration needs no more than this.
  house = {
    db,
    sealer,
    clock,
    federationId: '440307',
    lines: [line],
    rules: line.deadlines,
    calendar: effectiveCalendar([], 2026),
    later: async () => {},
  } as unknown as House
  await demo.load(house, () => {})
})
afterAll(() => db.close())

describe('the register of the demonstration', () => {
  test('gives every base union its terms from the founding on; some six in a hundred are past, some three are due', async () => {
    const terms = await asOwner(db, (tx) =>
      tx.selectFrom('union_terms').select(['org_id', 'expires_on']).where('ended_on', 'is', null).execute(),
    )
    expect(terms).toHaveLength(4_841)
    const share = (is: (day: string) => boolean) => terms.filter((term) => is(term.expires_on)).length / terms.length
    expect(share((day) => day < TODAY)).toBeGreaterThan(0.04)
    expect(share((day) => day < TODAY)).toBeLessThan(0.1)
    const due = share((day) => day >= TODAY && day <= addDays(TODAY, 90))
    expect(due).toBeGreaterThan(0.02)
    expect(due).toBeLessThan(0.09)
  })

  test('has changes in every state, one of them late', async () => {
    const cards = await asOwner(db, (tx) =>
      tx.selectFrom('cases').select(['state', 'next_due_at']).where('line', '=', 'unions').execute(),
    )
    expect(new Set(cards.map(({ state }) => state))).toEqual(new Set(Object.keys(line.workflow?.states ?? {})))
    expect(cards.some(({ next_due_at }) => next_due_at !== null && next_due_at < house.clock())).toBe(true)
  })

  test('loading again after an interruption adds nothing', async () => {
    const count = () =>
      asOwner(db, async (tx) => [
        (await tx.selectFrom('union_officers').select('id').execute()).length,
        (await tx.selectFrom('case_events').select('id').execute()).length,
      ])
    const before = await count()
    expect(await demo.isLoaded(house)).toBe(true)
    await demo.load(house, () => {})
    expect(await count()).toEqual(before)
  })

  test('plans terms that follow each other without a gap or an overlap', () => {
    for (let number = 100_000; number < 100_400; number++) {
      const union = {
        id: '',
        path: '',
        number,
        foundedOn: addDays('2008-01-01', number % 5_000),
        creditCode: null,
        address: null,
        isOwn: true,
      }
      const { terms } = planOf(union, TODAY)
      expect(terms.map(({ endedOn }) => endedOn)).toEqual([...terms.slice(1).map(({ fromOn }) => fromOn), null])
      expect(terms.every(({ fromOn, endedOn }) => endedOn === null || endedOn > fromOn)).toBe(true)
    }
  })
})
