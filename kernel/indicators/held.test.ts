import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import { asOwner, type Database } from '../db/database.ts'
import { testDatabase } from '../testing/database.ts'
import { hasBit, heldBetween, heldWhere, isHeldOn, lastDaysOf, mostDays } from './held.ts'

let db: Database
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const someDay = fc.nat(1_200).map((days) => addDays('2021-11-01', days))
const someDays = fc.uniqueArray(someDay, { minLength: 1, maxLength: mostDays }).map((days) => days.toSorted())

test('a row counts on just the days from its first to before its end, and for ever where it has none', async () => {
  await fc.assert(
    fc.asyncProperty(someDays, someDay, fc.option(someDay, { nil: null }), async (days, from, to) => {
      const held = await asOwner(db, async (tx) => {
        const bits = heldBetween(days, sql`${from}::date`, sql`${to}::date`)
        const { rows } = await sql<{ held: number; first: boolean }>`
          select f.held, ${isHeldOn('held', days, days[0] ?? '')} as first from (select ${bits} as held) f`.execute(tx)
        return rows[0]
      })
      const isOn = (day: string) => from <= day && (to === null || day < to)
      expect(days.map((_, bit) => hasBit(held?.held ?? -1, bit))).toEqual(days.map(isOn))
      expect(held?.first).toBe(isOn(days[0] ?? ''))
    }),
    { numRuns: 60 },
  )
})

test('a rule that changed counts on the days on which it held, up to the last bit', async () => {
  const days = Array.from({ length: mostDays }, (_, i) => addDays('2022-01-31', i * 30))
  const isHeld = (day: string) => day >= '2022-03-18'
  const held = await asOwner(db, async (tx) => {
    const { rows } = await sql<{ held: number }>`select ${heldWhere(days, isHeld)} as held`.execute(tx)
    return rows[0]?.held ?? -1
  })
  expect(days.map((_, bit) => hasBit(held, bit))).toEqual(days.map(isHeld))
})

test('the days of spans are their last ones in Shanghai, in order and once', () => {
  const to = (instant: string) => ({ to: instant })
  expect(
    lastDaysOf([to('2023-12-31T16:00:00.000Z'), to('2023-03-31T16:00:00.000Z'), to('2023-12-31T15:00:00.000Z')]),
  ).toEqual(['2023-03-31', '2023-12-31'])
  expect(() => isHeldOn('held', ['2023-03-31'], '2023-04-30')).toThrow(RangeError)
})
