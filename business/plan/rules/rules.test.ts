import { array as arrayOf, assert, constantFrom, double, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditionOf, type Timed } from './condition.ts'
import { endOfMonth, inYear, monthName, quarterEnd, shareOfYear } from './days.ts'
import { forecastAt, pastErrorOf, type Series } from './forecast.ts'
import { averageOf, percentOf, riskOf } from './progress.ts'
import { evenSplit, splitHint } from './split.ts'

const months = (year: number, values: readonly number[]) =>
  values.map((value, i) => ({ month: monthName(year, i + 1), value }))
const twelve = arrayOf(integer({ min: 1, max: 500 }), { minLength: 12, maxLength: 12 })

describe('the forecast of a flow', () => {
  test('that repeats the season of the year before, however much larger, is exact at every month end and so has no past error', () => {
    assert(
      property(twelve, integer({ min: 1, max: 9 }), integer({ min: 1, max: 12 }), (season, times, month) => {
        const done = season.slice(0, month).map((value) => value * times)
        const series: Series = { kind: 'flow', months: [...months(2024, season), ...months(2025, done)] }
        const { value, method } = forecastAt(series, endOfMonth(monthName(2025, month)))
        expect(method).toBe('seasonal')
        expect(value).toBeCloseTo(season.reduce((sum, one) => sum + one, 0) * times, 6)
        const two: Series = { kind: 'flow', months: [...months(2023, season), ...months(2024, season)] }
        const alone = pastErrorOf(two, 2025, 1)
        expect(alone.points).toBe(11)
        expect(alone.percent).toBeCloseTo(0, 6)
      }),
    )
  })

  test('is never less than what is there already', () => {
    assert(
      property(twelve, twelve, integer({ min: 0, max: 364 }), (past, now, n) => {
        const day = Temporal.PlainDate.from('2025-01-01').add({ days: n })
        const done = now.slice(0, day.month)
        const series: Series = { kind: 'flow', months: [...months(2024, past), ...months(2025, done)] }
        const sum = done.reduce((all, one) => all + one, 0)
        expect(forecastAt(series, day.toString()).value).toBeGreaterThanOrEqual(sum - 1e-9)
      }),
    )
  })

  test('without a past year goes by the days that have passed, and says that it has no past error', () => {
    const series: Series = { kind: 'flow', months: months(2025, [31, 28, 31]) }
    expect(forecastAt(series, '2025-03-31')).toEqual({ value: 365, method: 'linear' })
    expect(pastErrorOf(series, 2025)).toEqual({ percent: null, points: 0 })
    expect(forecastAt({ kind: 'flow', months: [] }, '2025-03-31')).toEqual({ value: null, method: 'none' })
  })

  test('its past error is the mean over the month ends of each past year, made only from what was known then', () => {
    // The first year on record had nothing to compare with and went by days: all came in December, so eleven forecasts saw nothing.
    const late: Series = { kind: 'flow', months: months(2024, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 120]) }
    expect(pastErrorOf(late, 2025)).toEqual({ percent: null, points: 0 })
    const early: Series = { kind: 'flow', months: months(2023, [100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }
    const { percent, points } = pastErrorOf(early, 2024)
    const expected = Array.from({ length: 11 }, (_, i) => 1 / shareOfYear(2023, endOfMonth(monthName(2023, i + 1))) - 1)
    expect(points).toBe(11)
    expect(percent).toBeCloseTo((expected.reduce((sum, one) => sum + one, 0) / 11) * 100, 6)
  })
})

describe('the forecast of a stock', () => {
  test('that grows evenly is exact, and one that shrinks never falls below nothing', () => {
    assert(
      property(integer({ min: 0, max: 50 }), integer({ min: -3, max: 3 }), (start, slope) => {
        const days = ['2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30']
        const at = (day: string) => 1000 + start + slope * Temporal.PlainDate.from(day).dayOfYear
        const series: Series = { kind: 'stock', levels: days.map((on) => ({ on, value: at(on) })) }
        expect(forecastAt(series, '2025-06-30').value).toBeCloseTo(Math.max(0, at('2025-12-31')), 6)
      }),
    )
    const falling = {
      kind: 'stock',
      levels: [
        { on: '2025-05-31', value: 100 },
        { on: '2025-06-30', value: 10 },
      ],
    } as const
    expect(forecastAt(falling, '2025-06-30')).toEqual({ value: 0, method: 'trend' })
  })

  test('looks back six months and no further, and needs two points', () => {
    const levels = [
      { on: '2024-01-31', value: 1 },
      { on: '2025-06-30', value: 10 },
    ]
    expect(forecastAt({ kind: 'stock', levels }, '2025-06-30')).toEqual({ value: null, method: 'none' })
  })
})

test('the forecast of a rate is that of its parts, not of itself', () => {
  const over: Series = { kind: 'flow', months: months(2025, [31, 28, 31]) }
  const under: Series = { kind: 'flow', months: months(2025, [62, 56, 62]) }
  expect(forecastAt({ kind: 'rate', over, under }, '2025-03-31')).toEqual({ value: 50, method: 'parts' })
  expect(forecastAt({ kind: 'rate', over, under: { kind: 'flow', months: [] } }, '2025-03-31').value).toBeNull()
})

describe('shares', () => {
  test('of a whole number add up to it and differ by one at most', () => {
    assert(
      property(integer({ min: 0, max: 100_000 }), integer({ min: 1, max: 40 }), (number, among) => {
        const shares = evenSplit(number, among, true)
        expect(shares.reduce((sum, one) => sum + one, 0)).toBe(number)
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
        expect(splitHint(number, shares, '个', true).words).toContain('正好等于全区目标')
      }),
    )
  })

  test('that fall short or go beyond are said so and not refused; those of a rate are not added', () => {
    expect(splitHint(12, [5, 6], '个', true).words).toBe('各街道合计 11 个，比全区目标少 1 个')
    expect(splitHint(12, [5, 8], '个', true).words).toBe('各街道合计 13 个，比全区目标多 1 个')
    expect(splitHint(85, [85, 85], '%', false)).toEqual({ sum: null, words: '比率不相加，各街道分别对照' })
    expect(evenSplit(85, 2, false)).toEqual([85, 85])
    expect(splitHint(12, [], '个', true).words).toBe('还没有分到街道')
  })
})

describe('progress', () => {
  test('the mean of the streets counts each up to its share, so that one street does not hide another', () => {
    const two = { comparator: '>=', number: 2 } as const
    expect(averageOf([8, 0].map((value) => ({ ...two, value })))).toBe(50)
    expect(averageOf([])).toBeNull()
    expect(percentOf({ ...two, number: 0 }, 0)).toBe(100)
  })

  test('is not made towards a limit: it is kept or broken', () => {
    const limit = { comparator: '<=', number: 4 } as const
    expect([percentOf(limit, 1), averageOf([{ ...limit, value: 1 }])]).toEqual([null, null])
  })

  test('is at risk when the forecast misses, missed only when the year is over, unknown without records', () => {
    const target = { comparator: '>=', number: 10, year: 2025 } as const
    expect(riskOf(target, null, null, '2025-06-30')).toBe('unknown')
    expect(riskOf(target, 4, null, '2025-06-30')).toBe('unknown')
    expect(riskOf(target, 4, 9, '2025-06-30')).toBe('at_risk')
    expect(riskOf(target, 4, 10, '2025-06-30')).toBe('on_way')
    expect(riskOf(target, 10, 3, '2025-06-30')).toBe('reached')
    expect(riskOf(target, 9, 9, '2026-01-01')).toBe('missed')
    const limit = { comparator: '<=', number: 10, year: 2025 } as const
    expect([
      riskOf(limit, 4, 11, '2025-06-30'),
      riskOf(limit, 4, 9, '2025-06-30'),
      riskOf(limit, 9, 9, '2026-01-01'),
    ]).toEqual(['at_risk', 'on_way', 'reached'])
  })

  test('a value beyond the number reaches, whatever the forecast', () => {
    assert(
      property(
        record({ number: integer({ min: 0, max: 100 }), more: integer({ min: 0, max: 50 }) }),
        double({ min: 0, max: 500, noNaN: true }),
        ({ number, more }, forecast) =>
          riskOf({ comparator: '>=', number, year: 2025 }, number + more, forecast, '2025-05-01') === 'reached',
      ),
    )
  })
})

describe('a task', () => {
  const task: Timed = {
    state: 'issued',
    year: 2025,
    quarterFrom: 2,
    quarterTo: 3,
    nodes: [
      { dueOn: '2025-05-31', doneOn: null },
      { dueOn: '2025-09-15', doneOn: null },
    ],
  }
  const begun = {
    ...task,
    state: 'running',
    nodes: task.nodes.map((node, i) => (i === 0 ? { ...node, doneOn: '2025-05-30' } : node)),
  }

  test.each([
    ['2025-03-31', task, 'waiting'],
    ['2025-04-01', task, 'normal'],
    ['2025-05-31', task, 'normal'],
    ['2025-06-01', task, 'behind'],
    ['2025-06-01', begun, 'normal'],
    ['2025-09-16', begun, 'behind'],
    ['2025-10-01', begun, 'late'],
    ['2025-10-01', { ...begun, state: 'done' }, 'done'],
    ['2025-10-01', { ...begun, state: 'signed_off' }, 'signed_off'],
    ['2025-10-01', { ...task, state: 'draft' }, 'draft'],
    ['2025-07-01', { ...task, nodes: [] }, 'behind'],
  ] as const)('on %s stands as %o does: %s', (day, one, condition) => {
    expect(conditionOf(one, day)).toBe(condition)
  })

  test('never gets better by waiting', () => {
    const order = ['waiting', 'normal', 'behind', 'late']
    assert(
      property(
        integer({ min: 0, max: 380 }),
        integer({ min: 0, max: 60 }),
        constantFrom(task, begun),
        (n, later, one) => {
          const day = Temporal.PlainDate.from('2025-01-01').add({ days: n })
          const at = (date: Temporal.PlainDate) => order.indexOf(conditionOf(one, date.toString()))
          expect(at(day.add({ days: later }))).toBeGreaterThanOrEqual(at(day))
        },
      ),
    )
  })
})

test('days of a carried-over plan keep their place in the year', () => {
  expect(inYear('2024-02-29', 2025)).toBe('2025-02-28')
  expect(quarterEnd(2024, 1)).toBe('2024-03-31')
  expect([shareOfYear(2024, '2023-12-31'), shareOfYear(2024, '2024-12-31'), shareOfYear(2024, '2025-06-01')]).toEqual([
    0, 1, 1,
  ])
})
