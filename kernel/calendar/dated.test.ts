import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inForce, parameterTable } from './dated.ts'
import { addDays } from './days.ts'

const settling = {
  title: '新开业多久之后计入',
  unit: '个月',
  versions: [
    { validFrom: '2020-01-01', value: 0, source: '不设观察期', sure: 'U' },
    { validFrom: '2025-01-01', value: 6, source: '待确认', sure: 'U' },
  ],
} as const
const table = parameterTable({ settling })

test('a version holds from its day until the day before the next', () => {
  expect(table.at('settling', '2024-12-31').value).toBe(0)
  expect(table.at('settling', '2025-01-01').value).toBe(6)
})

test('before the first version nothing holds, and nobody makes up a value', () => {
  expect(() => table.at('settling', '2019-12-31')).toThrow(RangeError)
  expect(() => inForce([], '2025-01-01')).toThrow(RangeError)
})

test('what is shown beside a figure is what decided it', () => {
  expect(table.allAt('2026-05-01')).toEqual([
    {
      name: 'settling',
      title: '新开业多久之后计入',
      unit: '个月',
      validFrom: '2025-01-01',
      value: 6,
      source: '待确认',
      sure: 'U',
    },
  ])
})

test('every day lies in exactly the span of the version that holds on it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
      const day = addDays('2020-01-01', days)
      const spans = table.spans('settling').filter(({ from, to }) => from <= day && (to === null || day < to))
      expect(spans.map(({ value }) => value)).toEqual([table.at('settling', day).value])
    }),
  )
})
