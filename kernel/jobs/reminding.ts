import {
  addDays,
  addMilliseconds,
  type Day,
  dayOf,
  endOfDay,
  type Instant,
  timeOf,
  weekday,
  yearOf,
} from '../calendar/days.ts'
import type { Calendar } from '../calendar/holidays.ts'

const MORNING = '08:30'
const WEEK = 7 * 24 * 3_600_000

/** In the first days of a year whose holiday notice nobody has entered, a Monday to Friday counts as worked: the watch must not fall silent. */
const isWorked = (day: Day, calendar: Calendar): boolean =>
  calendar.covers(yearOf(day)) ? calendar.isWorkingDay(day) : weekday(day) < 6

function step(from: Day, by: 1 | -1, calendar: Calendar): Day {
  let day = addDays(from, by)
  while (!isWorked(day, calendar)) day = addDays(day, by)
  return day
}

/**
 * Up to which due instant (inclusive) clocks of days are reminded of now: the end of the working day after the last working morning, 08:30 in
 * Shanghai. What falls due on Sunday is told on Friday morning; after a holiday nobody is told at night.
 */
export function remindUpTo(now: Instant, calendar: Calendar): Instant {
  const today = dayOf(now)
  const hasBegun = isWorked(today, calendar) && timeOf(now) >= MORNING
  return endOfDay(step(hasBegun ? today : step(today, -1, calendar), 1, calendar))
}

/** How far ahead clocks of hours are looked at; the last fifth of one begins later than this for terms up to five weeks. */
export const furthestHours = (now: Instant): Instant => addMilliseconds(now, WEEK)

/** A due instant as people say it: 2026年1月9日24时, 2026年1月9日15时30分. */
export function sayDue(due: Instant): string {
  const day = dayOf(due)
  const [year, month, date] = day.split('-').map(Number)
  const [hour, minute] = (due === endOfDay(day) ? '24:00' : timeOf(due)).split(':').map(Number)
  return `${year}年${month}月${date}日${hour}时${minute ? `${minute}分` : ''}`
}
