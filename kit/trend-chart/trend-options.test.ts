import { expect, test } from 'vitest'
import { type Trend, trendOptions } from './trend-options.ts'

const palette = { ink: '1', soft: '2', line: '3', blue: '4', red: '5', bar: '6', font: '7' }
const trend: Trend = {
  kind: 'line',
  unit: '%',
  marks: [{ at: '6 月', words: '跌破' }],
  target: { value: 85, words: '目标 85%' },
  points: [
    { at: '5 月', value: 88 },
    { at: '6 月', value: 84 },
  ],
}

test('the target is a dashed line with its words on it, and there is no legend', () => {
  const options = trendOptions(trend, palette)
  expect(options).toMatchObject({
    series: [{ markLine: { lineStyle: { type: 'dashed' }, label: { formatter: '目标 85%' }, data: [{ yAxis: 85 }] } }],
  })
  expect(options).not.toHaveProperty('legend')
})

test('only the last point carries its value, and a mark stands on its point', () => {
  expect(trendOptions(trend, palette)).toMatchObject({
    series: [
      { data: [{ label: { show: false } }, { label: { show: true } }], markPoint: { data: [{ coord: ['6 月', 84] }] } },
    ],
  })
})

test('a rate that hardly moves is not drawn as a cliff, a count is drawn from its own lowest', () => {
  const floor = (unit: string) =>
    (trendOptions({ ...trend, unit, target: undefined }, palette) as { yAxis: { min?: (of: object) => number } }).yAxis
      .min
  expect(floor('%')?.({ min: 99.6, max: 100 })).toBe(95)
  expect(floor('%')?.({ min: 60, max: 80 })).toBe(60)
  expect(floor('%')?.({ min: 1, max: 2 })).toBe(0)
  expect(floor(' 家')).toBeUndefined()
})

test('an earlier year is a second, quiet line named at its end', () => {
  const options = trendOptions({ ...trend, last: { name: '上年', points: trend.points } }, palette)
  expect(options).toMatchObject({ series: [{}, { name: '上年', lineStyle: { type: 'dotted' } }] })
})

test('two lines that end at the same height do not write over each other', () => {
  const aside = (points: Trend['points']) => trendOptions({ ...trend, last: { name: '上年', points } }, palette)
  expect(aside(trend.points)).toMatchObject({ series: [{}, { label: { offset: [0, 14] } }] })
  expect(aside([trend.points[1]!, { at: '6 月', value: 88 }])).toMatchObject({
    series: [{}, { label: { offset: [0, 0] } }],
  })
})

test('a sum behind the last bar has the room it needs, so that it stands on no bar', () => {
  const sums: Trend = {
    ...trend,
    kind: 'bar',
    unit: ' 万元',
    target: undefined,
    points: [{ at: '12 月', value: 239.43 }],
  }
  const { grid } = trendOptions(sums, palette) as { grid: { right: number } }
  expect(trendOptions(sums, palette)).toMatchObject({ series: [{ label: { position: 'right' } }] })
  expect(grid.right).toBeGreaterThan(80)
  expect(trendOptions(trend, palette)).toMatchObject({ grid: { right: 48 } })
})
