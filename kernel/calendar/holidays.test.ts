import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, daysBetween, weekday } from './days.ts'
import { createCalendar, type HolidayYear, publishedCalendar } from './holidays.ts'

const { isWorkingDay, nextWorkingDay, addWorkingDays, workingDaysBetween } = publishedCalendar
const stretch = (from: Day, to: Day) => Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))

// The notices of the General Office of the State Council, retyped: first and last day off, then the days worked instead.
const notices: Record<number, { off: [Day, Day][]; on: Day[] }> = {
  2023: {
    off: [
      ['2023-01-01', '2023-01-02'],
      ['2023-01-21', '2023-01-27'],
      ['2023-04-05', '2023-04-05'],
      ['2023-04-29', '2023-05-03'],
      ['2023-06-22', '2023-06-24'],
      ['2023-09-29', '2023-10-06'],
    ],
    on: ['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'],
  },
  2024: {
    off: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    on: [
      ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11'],
      ...['2024-09-14', '2024-09-29', '2024-10-12'],
    ],
  },
  2025: {
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    on: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    on: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}

const table2027: HolidayYear = {
  year: 2027,
  basis: '试用通知',
  holidays: ['2026-12-31', '2027-01-01', ...stretch('2027-10-01', '2027-10-07')],
  makeUpDays: ['2026-12-27'],
}

test.each(Object.keys(notices).map(Number))(
  'every day of %i is worked or off exactly as the State Council announced',
  (year) => {
    const { off, on } = notices[year] as { off: [Day, Day][]; on: Day[] }
    const holidays = new Set(off.flatMap(([from, to]) => stretch(from, to)))
    for (const day of stretch(`${year}-01-01`, `${year}-12-31`)) {
      const worked = on.includes(day) || (weekday(day) < 6 && !holidays.has(day))
      expect({ day, worked: isWorkingDay(day) }).toEqual({ day, worked })
    }
  },
)

test('five working days from the eve of National Day 2023 skip the holiday and use the make-up weekend', () => {
  expect(addWorkingDays('2023-09-28', 5)).toBe('2023-10-11')
  expect(nextWorkingDay('2023-09-28')).toBe('2023-10-07')
  expect(addWorkingDays('2023-10-11', -5)).toBe('2023-09-28')
  expect(workingDaysBetween('2023-09-28', '2023-10-11')).toBe(5)
})

test('a year without a notice is refused with a sentence that tells the administrator what to enter', () => {
  expect(publishedCalendar.covers(2027)).toBe(false)
  expect(() => isWorkingDay('2027-03-01')).toThrow(
    expect.objectContaining({ status: 409, details: { missingHolidayYear: 2027 } }),
  )
  expect(() => addWorkingDays('2026-12-28', 10)).toThrow(
    '请系统管理员在参数设置的“节假日”中录入国务院办公厅发布的2027年放假',
  )
})

test('once the administrator has entered the next notice, terms run into that year and its December days count', () => {
  const calendar = createCalendar({ years: [table2027] })
  expect(calendar.isWorkingDay('2026-12-31')).toBe(false)
  expect(calendar.isWorkingDay('2026-12-27')).toBe(true)
  expect(calendar.addWorkingDays('2026-12-30', 1)).toBe('2027-01-04')
  expect(calendar.isWorkingDay('2026-05-09')).toBe(true)
})

test('an entered year replaces the published one', () => {
  const typhoon = { year: 2026, basis: '试用通知', holidays: ['2026-10-01', '2026-07-01'], makeUpDays: [] }
  const calendar = createCalendar({ years: [typhoon] })
  expect(calendar.isWorkingDay('2026-07-01')).toBe(false)
  expect(calendar.isWorkingDay('2026-05-09')).toBe(false)
})

test('a mistyped notice is refused with its fault', () => {
  const enter = (change: Partial<HolidayYear>) => () => createCalendar({ years: [{ ...table2027, ...change }] })
  expect(enter({ holidays: ['2028-10-01'] })).toThrow('不属于这一年的日期“2028-10-01”')
  expect(enter({ makeUpDays: ['2027-03-01'] })).toThrow('本来就不是周末')
  expect(enter({ makeUpDays: ['2027-10-02'] })).toThrow('既填为放假又填为上班')
  expect(enter({ holidays: ['2027-01-01'] })).toThrow('缺少国庆节')
  expect(enter({ basis: ' ' })).toThrow('文件名或文号')
})

const someDay = fc.integer({ min: 0, max: 1200 }).map((n) => addDays('2023-01-01', n))

test('a term of working days always ends on a working day, further on when it is longer, and can be counted back', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 60 }), (day, n) => {
      const end = addWorkingDays(day, n)
      expect(isWorkingDay(end)).toBe(true)
      expect(end > day).toBe(true)
      expect(addWorkingDays(day, n + 1) > end).toBe(true)
      expect(workingDaysBetween(day, end)).toBe(n)
      expect(workingDaysBetween(end, day)).toBe(-n)
      expect(addWorkingDays(addDays(day, 1), n) >= end).toBe(true)
    }),
  )
})

test('counting back lands on working days before, and the two roundings enclose the day', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 60 }), (day, n) => {
      const back = addWorkingDays(addDays(day, 100), -n)
      expect(isWorkingDay(back)).toBe(true)
      const [before, after] = [publishedCalendar.workingDayOnOrBefore(day), publishedCalendar.workingDayOnOrAfter(day)]
      expect(before <= day && day <= after).toBe(true)
      expect(before === after).toBe(isWorkingDay(day))
    }),
  )
})
