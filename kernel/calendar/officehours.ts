import { addMilliseconds, type Day, dayOf, type Instant, instantAt, millisecondsBetween } from './days.ts'
import type { Calendar } from './holidays.ts'

/** The instant at which the offices close on a day (民法典 203: 有业务时间的，停止业务活动的时间为截止时间). */
export function closingTime(day: Day, calendar: Calendar): Instant {
  const last = calendar.officeShifts.at(-1)
  if (!last) throw new RangeError('a calendar needs at least one office shift')
  return instantAt(day, last.to)
}

/**
 * Runs a term of hours while offices are open, and stops it overnight, at noon and on rest days.
 * @param start ISO instant. @param hours whole or part hours, more than zero. @returns ISO instant.
 * @throws Failure 409 in a year whose holiday notice is not known
 */
export function addOfficeHours(start: Instant, hours: number, calendar: Calendar): Instant {
  let left = hours * 3_600_000
  if (calendar.officeShifts.length === 0) throw new RangeError('a calendar needs at least one office shift')
  for (let day = calendar.workingDayOnOrAfter(dayOf(start)); ; day = calendar.nextWorkingDay(day)) {
    for (const shift of calendar.officeShifts) {
      const opens = instantAt(day, shift.from)
      const from = opens < start ? start : opens
      const open = Math.max(0, millisecondsBetween(from, instantAt(day, shift.to)))
      if (left <= open) return addMilliseconds(from, left)
      left -= open
    }
  }
}
