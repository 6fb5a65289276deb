import { expect, test } from 'vitest'
import { courseOf, hasCourse, hasSum } from './course.ts'

const month = (name: string, value: number | null, lastYear: number | null) => ({
  month: name,
  value,
  lastYear,
  numerator: null,
  denominator: null,
})
const months = [month('2023-01', 3_000_000, 0), month('2023-02', null, 1_000_000), month('2023-03', 2_000_000, 0)]
const target = { number: 8_000_000, comparator: '>=', reached: false } as const
const money = { months, unit: '元', kind: 'flow', target, value: 5_000_000 } as const

test('months that add up to the whole may be summed, those of different persons may not', () => {
  expect(hasSum({ ...money, months })).toBe(true)
  expect(hasSum({ ...money, months, value: 4_000_000 })).toBe(false)
  expect(hasSum({ ...money, months, kind: 'stock' })).toBe(false)
})

test('months of nothing are not drawn', () => {
  expect(hasCourse({ months })).toBe(true)
  expect(hasCourse({ months: [month('2023-01', 0, 0), month('2023-02', null, null)] })).toBe(false)
})

test('single months are bars without the year’s target, with a gap where nothing was recorded', () => {
  const drawn = courseOf({ ...money, months }, 'months')
  expect(drawn).toMatchObject({
    kind: 'bar',
    unit: ' 万元',
    points: [{ at: '1 月', value: 300 }, { value: null }, { value: 200 }],
  })
  expect(drawn.target).toBeUndefined()
  expect(drawn.last?.points.map(({ value }) => value)).toEqual([0, 100, 0])
})

test('the sum grows towards the target', () => {
  const drawn = courseOf({ ...money, months }, 'sum')
  expect(drawn.points.map(({ value }) => value)).toEqual([300, 300, 500])
  expect(drawn).toMatchObject({ kind: 'line', target: { value: 800, words: '目标 800 万元' } })
})

test('a rate is a line with its target, and no line is drawn for a year without records', () => {
  const rate = [month('2023-01', 90, 0), month('2023-02', 92.456, null)]
  const drawn = courseOf(
    { months: rate, unit: '%', kind: 'rate', target: { ...target, number: 94 }, value: 92 },
    'months',
  )
  expect(drawn).toMatchObject({ kind: 'line', unit: '%', target: { value: 94, words: '目标 94%' } })
  expect(drawn.points[1]?.value).toBe(92.5)
  expect(drawn.last).toBeUndefined()
})
