import { expect, test } from 'vitest'
import { monthsOf, trendUnit } from './months.ts'

const months = [
  { month: '2023-01', value: 3_210_000 },
  { month: '2023-03', value: 50_000 },
]

test('a chart has one unit, that of its largest month, and a gap where nothing was recorded', () => {
  const points = monthsOf({ months, unit: '元' }, 2023)
  expect(trendUnit({ months, unit: '元' })).toEqual({ unit: '万元', scale: 10_000 })
  expect(points).toHaveLength(12)
  expect(points.slice(0, 3)).toEqual([
    { at: '1 月', value: 321 },
    { at: '2 月', value: null },
    { at: '3 月', value: 5 },
  ])
})

test('a year without records has no points, and a rate counts pieces', () => {
  expect(monthsOf({ months: [], unit: '宗' }, 2023)).toEqual([])
  expect(trendUnit({ months, unit: '%' }).unit).toBe('件')
})
