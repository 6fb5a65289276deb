import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf, yearRange } from './days.ts'
import {
  isPeriod,
  isWholeYear,
  monthsOf,
  periodDays,
  periodRange,
  periodShape,
  periodWords,
  previousYear,
  statisticsYear,
  yearOf,
} from './period.ts'

const anyDay = fc
  .date({ min: new Date('2001-03-01'), max: new Date('2095-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const year = fc.integer({ min: 2001, max: 2098 })
const anyPeriod = fc.oneof(
  year.map(String),
  fc
    .tuple(year, fc.constantFrom('H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4', '01', '02', '12'))
    .map(([y, part]) => `${y}-${part}`),
  fc.tuple(anyDay, fc.nat(1095)).map(([first, days]) => `${first}~${addDays(first, days)}`),
)

describe('a period', () => {
  test.each([
    ['2023', '2023-01-01', '2023-12-31', '2023 年', '2022'],
    ['2023-H1', '2023-01-01', '2023-06-30', '2023 年上半年', '2022-H1'],
    ['2023-H2', '2023-07-01', '2023-12-31', '2023 年下半年', '2022-H2'],
    ['2023-Q3', '2023-07-01', '2023-09-30', '2023 年第三季度', '2022-Q3'],
    ['2023-07', '2023-07-01', '2023-07-31', '2023 年 7 月', '2022-07'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024 年 2 月', '2023-02'],
    [
      '2022-10-01~2023-09-30',
      '2022-10-01',
      '2023-09-30',
      '2022 年 10 月 1 日至 2023 年 9 月 30 日',
      '2021-10-01~2022-09-30',
    ],
    [
      '2024-02-29~2024-02-29',
      '2024-02-29',
      '2024-02-29',
      '2024 年 2 月 29 日至 2024 年 2 月 29 日',
      '2023-02-28~2023-02-28',
    ],
    [
      '2025-01-01~2025-02-28',
      '2025-01-01',
      '2025-02-28',
      '2025 年 1 月 1 日至 2025 年 2 月 28 日',
      '2024-01-01~2024-02-29',
    ],
  ])('%s goes from %s to %s, is called %s and follows %s', (period, first, last, words, before) => {
    expect(periodDays(period)).toEqual({ first, last })
    expect(periodWords(period)).toBe(words)
    expect(previousYear(period)).toBe(before)
  })

  test.each([
    '',
    '23',
    '1999',
    '2023-13',
    '2023-H3',
    '2023-Q5',
    '2023-7',
    '2023-02-30~2023-03-01',
    '2023-03-01~2023-02-01',
    '2020-01-01~2023-12-31',
    '2023~2024',
    '2023 ',
  ])('is not %j, and the answer says how to write one', (text) => {
    expect(isPeriod(text)).toBe(false)
    expect(periodShape.safeParse(text).error?.issues[0]?.message).toContain('2023-Q3')
    expect(() => periodRange(text)).toThrow(RangeError)
  })

  test('of a year is that year in Shanghai', () => {
    expect(periodRange('2023')).toEqual(yearRange(2023))
    expect(periodRange('2023').from).toBe('2022-12-31T16:00:00.000Z')
  })

  test('holds its first and its last day and nothing beyond', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const { first, last } = periodDays(period)
        const { from, to } = periodRange(period)
        expect(periodShape.parse(period)).toBe(period)
        expect(dayOf(from)).toBe(first)
        expect(dayOf(to)).toBe(addDays(last, 1))
        expect(yearOf(period)).toBe(Number(last.slice(0, 4)))
      }),
    )
  })

  test('one year before is of the same kind, a year earlier', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const before = previousYear(period)
        expect(isPeriod(before)).toBe(true)
        expect(yearOf(before)).toBe(yearOf(period) - 1)
        expect(before.length).toBe(period.length)
        expect(isWholeYear(before)).toBe(isWholeYear(period))
      }),
    )
  })

  test('is its months, without gap or overlap, when it begins and ends with one', () => {
    for (const period of ['2023', '2023-H2', '2024-Q1', '2024-02', statisticsYear(2023)]) {
      const months = monthsOf(period).map(periodRange)
      expect(months[0]?.from).toBe(periodRange(period).from)
      expect(months.at(-1)?.to).toBe(periodRange(period).to)
      for (const [i, month] of months.slice(1).entries()) expect(month.from).toBe(months[i]?.to)
    }
    expect(monthsOf('2023-11-20~2024-01-03')).toEqual(['2023-11', '2023-12', '2024-01'])
  })

  test('is a whole year only from New Year to New Year’s Eve', () => {
    expect(
      ['2023', '2023-01-01~2023-12-31', '2023-H1', statisticsYear(2023), '2022-01-01~2023-12-31'].map(isWholeYear),
    ).toEqual([true, true, false, false, false])
  })
})
