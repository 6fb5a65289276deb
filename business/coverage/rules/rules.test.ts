import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthEnds } from '../trend.ts'
import { parameterAt, parameters, versionSpans } from './parameters.ts'
import { byDay, type Watched, warningOf } from './watch.ts'
import { rateOf } from './words.ts'

const TODAY = '2026-03-02'
const firm: Watched = {
  status: 'counted',
  isCovered: false,
  headcount: 92,
  countedOn: '2026-02-01',
  openedOn: '2019-05-01',
  before: { headcount: 86, countedOn: '2025-11-03' },
  excludedUntil: null,
  unionEndsOn: null,
  termEndsOn: null,
}

describe('a rate', () => {
  test('is a hundred only when nothing is missing', () => {
    expect([rateOf(884, 884), rateOf(9_999, 10_000), rateOf(4_812, 5_108), rateOf(0, 0), rateOf(0, 3)]).toEqual([
      100,
      99.9,
      94.2,
      null,
      0,
    ])
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(50_000), (a, b) => {
        const [covered, base] = [Math.min(a, b), Math.max(a, b)]
        const rate = rateOf(covered, base)
        expect(rate === null ? base === 0 : rate >= 0 && rate <= 100 && (rate === 100) === (covered === base)).toBe(
          true,
        )
      }),
    )
  })

  test('rests on parameters that each say since when, from where and how sure', () => {
    for (const { versions } of Object.values(parameters)) {
      expect(versions.map(({ validFrom }) => validFrom)).toEqual(versions.map(({ validFrom }) => validFrom).toSorted())
      expect(versions.every(({ source, sure }) => source.length > 0 && 'KFU'.includes(sure))).toBe(true)
    }
    expect([
      parameterAt('settlingMonths', '2024-12-31').value,
      parameterAt('settlingMonths', '2025-01-01').value,
    ]).toEqual([0, 6])
    expect(versionSpans('settlingMonths').map(({ from, to }) => [from, to])).toEqual([
      ['2000-01-01', '2025-01-01'],
      ['2025-01-01', null],
    ])
    expect(() => parameterAt('freshMonths', '1999-12-31')).toThrow(RangeError)
  })

  test('is drawn at the ends of eleven months and on the day itself', () => {
    expect(monthEnds('2026-03-02')).toEqual([
      '2025-04-30',
      '2025-05-31',
      '2025-06-30',
      '2025-07-31',
      '2025-08-31',
      '2025-09-30',
      '2025-10-31',
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-02',
    ])
    expect(monthEnds('2024-02-29').at(-2)).toBe('2024-01-31')
  })
})

describe('the next firm to break the hundred per cent', () => {
  test('grows towards a hundred: the day is reckoned from its last two counts', () => {
    expect(warningOf(firm, TODAY)).toMatchObject({ kind: 'growing', on: '2026-06-01', isEstimate: true })
    expect(warningOf({ ...firm, headcount: 86 }, TODAY)).toBeNull()
    expect(warningOf({ ...firm, before: null }, TODAY)).toBeNull()
    expect(warningOf({ ...firm, headcount: 79, before: { headcount: 60, countedOn: '2025-11-03' } }, TODAY)).toBeNull()
    expect(warningOf({ ...firm, headcount: 87 }, TODAY)).toBeNull()
    expect(warningOf({ ...firm, isCovered: true }, TODAY)).toBeNull()
  })

  test('has just opened, comes back from an exclusion, waits for a count, or is about to fall out of the base', () => {
    const large = { ...firm, headcount: 130 }
    expect(warningOf({ ...large, status: 'settling', openedOn: '2026-01-31' }, TODAY)).toMatchObject({
      kind: 'settling',
      on: '2026-07-31',
    })
    expect(warningOf({ ...large, status: 'excluded', excludedUntil: '2026-03-20' }, TODAY)).toMatchObject({
      kind: 'expiring',
      on: '2026-03-20',
    })
    expect(warningOf({ ...large, status: 'stale', countedOn: '2025-01-31' }, TODAY)).toMatchObject({
      kind: 'stale',
      on: null,
    })
    expect(warningOf({ ...large, countedOn: '2025-03-20' }, TODAY)).toMatchObject({ kind: 'leaving', on: '2026-03-21' })
    expect(warningOf(large, TODAY)).toBeNull()
    for (const status of ['settling', 'excluded', 'stale'] as const)
      expect(warningOf({ ...firm, status }, TODAY)).toBeNull()
  })

  test('has a union that ends, or one without a committee for longer than a year', () => {
    const covered = { ...firm, isCovered: true, headcount: 240 }
    expect(warningOf({ ...covered, unionEndsOn: '2026-04-01' }, TODAY)).toMatchObject({
      kind: 'ending',
      on: '2026-04-01',
    })
    expect(warningOf({ ...covered, termEndsOn: '2025-03-01' }, TODAY)).toMatchObject({ kind: 'lapsed', on: null })
    expect(warningOf({ ...covered, termEndsOn: '2025-03-02' }, TODAY)).toBeNull()
    expect(warningOf(covered, TODAY)).toBeNull()
  })

  test('each says why, in days that sort', () => {
    fc.assert(
      fc.property(
        fc.record({
          status: fc.constantFrom('counted' as const, 'excluded' as const, 'stale' as const, 'settling' as const),
          isCovered: fc.boolean(),
          headcount: fc.integer({ min: 25, max: 400 }),
          months: fc.nat(30),
        }),
        ({ months, ...given }) => {
          const countedOn = `202${4 + Math.floor(months / 12)}-${String(1 + (months % 12)).padStart(2, '0')}-10`
          const warned = warningOf(
            { ...firm, ...given, countedOn, before: { headcount: 20, countedOn: '2023-10-10' } },
            '2027-01-10',
          )
          expect(warned === null || warned.why.length > 10).toBe(true)
          if (warned?.kind === 'growing') expect(warned.on && warned.on >= '2027-01-10').toBe(true)
        },
      ),
    )
    expect([{ on: null }, { on: '2026-05-01' }, { on: '2026-04-01' }].toSorted(byDay).map(({ on }) => on)).toEqual([
      '2026-04-01',
      '2026-05-01',
      null,
    ])
  })
})
