import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenDistrict, openDistrict } from '../../district/testing.ts'
import { addDays } from '../../kernel/calendar/days.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { planOf } from './demo/plan.ts'
import { demo } from './demo.ts'
import { line } from './line.ts'

const TODAY = '2026-11-20'
let district: OpenDistrict
beforeAll(async () => {
  district = await openDistrict(line, 9_000)
  await demo.load(district.house, () => {})
})
afterAll(() => district.close())

describe('the register of the demonstration', () => {
  test('gives every base union its terms from the founding on; some six in a hundred are past, some three are due', async () => {
    const terms = await asOwner(district.db, (tx) =>
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
    const cards = await asOwner(district.db, (tx) =>
      tx.selectFrom('cases').select(['state', 'next_due_at']).where('line', '=', 'unions').execute(),
    )
    expect(new Set(cards.map(({ state }) => state))).toEqual(new Set(Object.keys(line.workflow?.states ?? {})))
    expect(cards.some(({ next_due_at }) => next_due_at !== null && next_due_at < district.house.clock())).toBe(true)
  })

  test('loading again after an interruption adds nothing', async () => {
    const count = () =>
      asOwner(district.db, async (tx) => [
        (await tx.selectFrom('union_officers').select('id').execute()).length,
        (await tx.selectFrom('case_events').select('id').execute()).length,
      ])
    const before = await count()
    expect(await demo.isLoaded(district.house)).toBe(true)
    await demo.load(district.house, () => {})
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
