import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemsAt, tally } from './checklist.ts'
import { criteriaStateOn } from './grade-criteria.ts'
import { parameterAt, parameters } from './parameters.ts'
import { compareResults, criteriaAt, resultOf, type Sheet } from './scoring.ts'

const sheet = (sense: number, response = 20, influence = 20, cohesion = 20): Sheet => ({
  sense,
  response,
  influence,
  cohesion,
})
const points = fc.integer({ min: 0, max: 25 })
const sheets = (min: number, max: number) =>
  fc.array(fc.record({ sense: points, response: points, influence: points, cohesion: points }), {
    minLength: min,
    maxLength: max,
  })
const sum = (one: Sheet) => Object.values(one).reduce((a, b) => a + b, 0)

describe('the score of a project', () => {
  test('is the mean of three sheets, half a hundredth goes up', () => {
    expect(resultOf([sheet(20), sheet(21), sheet(22)], 'sense', 5)).toEqual({ score: 8100, first: 2100 })
    expect(resultOf([sheet(20), sheet(20), sheet(21)], 'sense', 5)).toEqual({ score: 8033, first: 2033 })
    expect(resultOf([sheet(20), sheet(21), sheet(21)], 'sense', 5)).toEqual({ score: 8067, first: 2067 })
  })

  test('leaves out one highest and one lowest from five judges on, not before', () => {
    const four = [sheet(0, 0, 0, 0), sheet(20), sheet(20), sheet(25, 25, 25, 25)]
    expect(resultOf(four, 'sense', 5).score).toBe(6500)
    expect(resultOf([...four, sheet(20)], 'sense', 5).score).toBe(8000)
  })

  test('does not exist without a sheet', () => {
    expect(() => resultOf([], 'sense', 5)).toThrow(RangeError)
  })

  test('lies between the lowest and the highest sheet, whatever the order in which they come in', () => {
    fc.assert(
      fc.property(sheets(1, 9), fc.nat(), (all, seed) => {
        const { score } = resultOf(all, 'sense', 5)
        const totals = all.map(sum)
        expect(score).toBeGreaterThanOrEqual(Math.min(...totals) * 100)
        expect(score).toBeLessThanOrEqual(Math.max(...totals) * 100)
        const turned = all.map((_, i) => all[(i + seed) % all.length] as Sheet)
        expect(resultOf(turned, 'sense', 5)).toEqual(resultOf(all, 'sense', 5))
      }),
    )
  })

  test('one judge among five or more cannot lift it beyond what another gave', () => {
    fc.assert(
      fc.property(sheets(4, 8), (others) => {
        const { score } = resultOf([...others, sheet(25, 25, 25, 25)], 'sense', 5)
        expect(score).toBeLessThanOrEqual(Math.max(...others.map(sum)) * 100)
      }),
    )
  })

  test('orders projects by score, then by the first criterion, and leaves the rest level', () => {
    const a = { score: 9000, first: 2300 }
    expect(compareResults(a, { score: 8900, first: 2500 })).toBeLessThan(0)
    expect(compareResults(a, { score: 9000, first: 2400 })).toBeGreaterThan(0)
    expect(compareResults(a, { ...a })).toBe(0)
  })
})

describe('the checklist', () => {
  const facts = {
    hasChair: true,
    committee: 5,
    committeeLeast: 3,
    termUntil: '2026-03-02',
    day: '2026-03-02',
    organisers: 1,
    firms: 10,
    unassigned: 0,
    visits: 3,
    activities: 2,
    officeArea: 60,
    hasAccount: true,
  }
  const stateOf = (code: string, change: Partial<typeof facts> | { officeArea: null } | { termUntil: null }) =>
    itemsAt('2026-03-02')
      .find((item) => item.code === code)
      ?.by?.({ ...facts, ...change }).state

  test('reads what it can from records, to the last day of the term', () => {
    expect(stateOf('term', {})).toBe('met')
    expect(stateOf('term', { termUntil: '2026-03-01' })).toBe('not_met')
    expect(stateOf('term', { termUntil: null })).toBe('not_met')
    expect(stateOf('team', { committee: 2 })).toBe('not_met')
    expect(stateOf('ledger', { unassigned: 1 })).toBe('not_met')
    expect(stateOf('office', { officeArea: null })).toBe('unknown')
    expect(stateOf('rules', {})).toBeUndefined()
  })

  test('counts what is met, not met and open, and gives no mark', () => {
    expect(tally(['met', 'met', 'not_met', 'confirmed', 'unknown'])).toEqual({ met: 2, notMet: 1, open: 2 })
  })

  test('holds from the day it came into force', () => {
    expect(itemsAt('2022-12-31')).toEqual([])
    expect(itemsAt('2023-01-01').length).toBe(12)
  })
})

test('every parameter holds from 2000 on with a source, and the criteria make a hundred', () => {
  for (const name of Object.keys(parameters) as (keyof typeof parameters)[]) {
    expect(parameterAt(name, '2024-01-01').source).not.toBe('')
  }
  expect(() => parameterAt('visitMonths', '1999-12-31')).toThrow(RangeError)
  expect(criteriaAt('2024-01-01').criteria.reduce((all, { max }) => all + max, 0)).toBe(100)
})

test('what a grade asks for holds until something newer for the same grade does', () => {
  const [old, present, coming, other] = [
    { grade: 1, validFrom: '2023-01-01' },
    { grade: 1, validFrom: '2024-07-01' },
    { grade: 1, validFrom: '2025-01-01' },
    { grade: 2, validFrom: '2022-01-01' },
  ] as const
  const all = [old, present, coming, other]
  expect(all.map((one) => criteriaStateOn(one, all, '2024-07-01'))).toEqual(['past', 'holds', 'coming', 'holds'])
})
