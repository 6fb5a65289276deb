import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixedClock, systemClock } from './clock.ts'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  compareDays,
  dayOf,
  daysBetween,
  endOfDay,
  instantAt,
  isDay,
  monthRange,
  quarterRange,
  startOfDay,
  timeOf,
  weekday,
  yearRange,
} from './days.ts'

const someDay = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays('2000-01-01', n))

test('a matter received at half past midnight in Longgang belongs to that day, not to the day before in London', () => {
  expect(dayOf('2026-01-04T16:30:00.000Z')).toBe('2026-01-05')
  expect(dayOf('2026-01-05T15:59:59.999Z')).toBe('2026-01-05')
  expect(timeOf('2026-01-04T16:30:00.000Z')).toBe('00:30')
})

test('the year 2023 runs from midnight to midnight in Shanghai', () => {
  expect(yearRange(2023)).toEqual({ from: '2022-12-31T16:00:00.000Z', to: '2023-12-31T16:00:00.000Z' })
  expect(quarterRange(2023, 4)).toEqual({ from: '2023-09-30T16:00:00.000Z', to: '2023-12-31T16:00:00.000Z' })
  expect(monthRange(2024, 2)).toEqual({ from: '2024-01-31T16:00:00.000Z', to: '2024-02-29T16:00:00.000Z' })
})

test('nine in the morning at the service window is one in the morning in UTC', () => {
  expect(instantAt('2026-01-05', '09:00')).toBe('2026-01-05T01:00:00.000Z')
})

test('a day that does not exist is not a day', () => {
  expect(['2024-02-29', '2026-01-05'].every(isDay)).toBe(true)
  expect(['2023-02-29', '2026-13-01', '20260105', '2026-1-5', '', '0000-01-01', '明天'].some(isDay)).toBe(false)
})

test('one month after 31 January is the last day of February', () => {
  expect(addMonths('2023-01-31', 1)).toBe('2023-02-28')
  expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
})

test('a worker turns sixteen on the birthday, and one born on 29 February on 1 March', () => {
  expect(ageOn('2010-05-04', '2026-05-03')).toBe(15)
  expect(ageOn('2010-05-04', '2026-05-04')).toBe(16)
  expect(ageOn('2008-02-29', '2025-02-28')).toBe(16)
  expect(ageOn('2008-02-29', '2025-03-01')).toBe(17)
})

test('every day begins and ends inside itself, and days count and sort as they should', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -400, max: 400 }), (day, n) => {
      const other = addDays(day, n)
      expect(dayOf(startOfDay(day))).toBe(day)
      expect(dayOf(endOfDay(day))).toBe(day)
      expect(daysBetween(day, other)).toBe(n)
      expect(Math.sign(compareDays(other, day))).toBe(Math.sign(n))
      expect(weekday(addDays(day, 7))).toBe(weekday(day))
    }),
  )
})

test('the fixed clock stands still until it is moved, and the machine clock speaks the house format', () => {
  const clock = fixedClock('2026-01-05T09:00:00+08:00')
  expect(clock()).toBe('2026-01-05T01:00:00.000Z')
  clock.advance({ days: 2, hours: 1 })
  expect(clock()).toBe('2026-01-07T02:00:00.000Z')
  clock.set('2026-02-01T00:00:00Z')
  expect(clock()).toBe('2026-02-01T00:00:00.000Z')
  expect(systemClock()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(() => fixedClock('昨天')).toThrow(RangeError)
})
