import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, endOfDay, instantAt } from '../calendar/days.ts'
import { createCalendar } from '../calendar/holidays.ts'
import { remindUpTo, sayDue } from './reminding.ts'

const calendar = createCalendar()
const until = (day: string, time: string) => dayOf(remindUpTo(instantAt(day, time), calendar))

describe('one working day ahead', () => {
  it('tells on Monday morning of what falls due by the end of Tuesday', () => {
    expect(until('2026-01-05', '08:30')).toBe('2026-01-06')
    expect(remindUpTo(instantAt('2026-01-05', '08:30'), calendar)).toBe(endOfDay('2026-01-06'))
  })

  it('tells nothing new before half past eight', () => {
    expect(until('2026-01-06', '08:29')).toBe('2026-01-06')
    expect(until('2026-01-06', '08:30')).toBe('2026-01-07')
  })

  it('tells on Friday of what falls due on the weekend or on Monday, and on the weekend nothing new', () => {
    for (const day of ['2026-01-09', '2026-01-10', '2026-01-11']) expect(until(day, '12:00')).toBe('2026-01-12')
  })

  it('takes the days off of a holiday and works on the Saturdays that make up for them', () => {
    // Spring Festival 2026: off 15–23 February, worked on Saturday 14 and Saturday 28 February.
    expect(until('2026-02-13', '10:00')).toBe('2026-02-14')
    expect(until('2026-02-14', '10:00')).toBe('2026-02-24')
  })

  it('goes on by Monday to Friday in a year whose holiday notice nobody has entered', () => {
    expect(calendar.covers(2031)).toBe(false)
    expect(until('2031-01-03', '09:00')).toBe('2031-01-06')
  })

  it('never looks less far the later it gets', () => {
    const minutes = fc.integer({ min: 0, max: 366 * 24 * 60 })
    const at = (n: number) => new Date(Date.UTC(2025, 11, 31) + n * 60_000).toISOString()
    fc.assert(
      fc.property(
        minutes,
        minutes,
        (a, b) => remindUpTo(at(Math.min(a, b)), calendar) <= remindUpTo(at(Math.max(a, b)), calendar),
      ),
      { numRuns: 200 },
    )
  })
})

it('says a due instant as people do', () => {
  expect(sayDue(endOfDay('2026-01-09'))).toBe('2026年1月9日24时')
  expect(sayDue(instantAt('2026-01-09', '15:30'))).toBe('2026年1月9日15时30分')
  expect(sayDue(instantAt('2026-01-09', '18:00'))).toBe('2026年1月9日18时')
})
