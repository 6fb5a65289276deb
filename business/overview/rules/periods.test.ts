import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inYear, partOf, partsBegun, periodAt, readPeriod, spanFrom, spanWords } from './periods.ts'

const TODAY = '2026-05-20'

test('every part of every year is found again in its period', () => {
  const part = fc.constantFrom(...partsBegun(2025, TODAY).map(({ value }) => value)).filter((one) => one !== 'between')
  fc.assert(
    fc.property(fc.integer({ min: 2010, max: 2026 }), part, (year, one) => {
      expect(partOf(periodAt(year, one, '2024'))).toEqual({ year, part: one })
    }),
  )
})

test('a year offers what of it has begun, the statistics of the unions among it', () => {
  const titles = partsBegun(2026, TODAY).map(({ title }) => title)
  expect(titles).toEqual([
    '全年',
    '上半年',
    '第一季度',
    '第二季度',
    '1 月',
    '2 月',
    '3 月',
    '4 月',
    '5 月',
    '统计年度',
    '自选起止',
  ])
  expect(partsBegun(2025, TODAY)).toHaveLength(21)
})

test('a span of one’s own begins with the days that were shown', () => {
  expect(periodAt(2026, 'between', '2025-Q3')).toBe('2025-07-01~2025-09-30')
  expect(partOf('2025-07-01~2025-09-30')).toEqual({ year: 2025, part: 'between' })
  expect(periodAt(2026, 'statistics', '2026')).toBe('2025-10-01~2026-09-30')
})

test('another year keeps the part where it has begun there', () => {
  expect(inYear(2025, '2026-Q1', TODAY)).toBe('2025-Q1')
  expect(inYear(2026, '2025-Q4', TODAY)).toBe('2026')
  expect(inYear(2024, '2025-07-01~2025-08-02', TODAY)).toBe('2024')
})

test('an address that asks for no period shows the running year', () => {
  expect(readPeriod(null, TODAY)).toBe('2026')
  expect(readPeriod('lately', TODAY)).toBe('2026')
  expect(readPeriod('2023-H1', TODAY)).toBe('2023-H1')
})

test('nor does one that asks for what has not begun', () => {
  expect(['2027', '2026-Q3', '2026-05-21~2026-06-01'].map((period) => readPeriod(period, TODAY))).toEqual([
    '2026',
    '2026',
    '2026',
  ])
  expect(readPeriod('2026-05', TODAY)).toBe('2026-05')
})

test('a span of one’s own ends today at the latest and is three years long at the most', () => {
  expect(spanFrom('2025-05-21', TODAY, TODAY)).toEqual({ period: '2025-05-21~2026-05-20' })
  expect(spanFrom('2026-05-01', '2026-05-21', TODAY)).toHaveProperty('why')
  expect(spanFrom('2020-01-01', TODAY, TODAY)).toHaveProperty('why')
})

test('a span that still runs says up to when', () => {
  expect(spanWords('2026', TODAY)).toBe('2026 年到 5 月 20 日')
  expect(spanWords('2025-Q3', TODAY)).toBe('2025 年第三季度')
})
