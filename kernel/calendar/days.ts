// Imports nothing, so that the browser can share it.

/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string
/** An instant in UTC with milliseconds, `2026-01-05T01:00:00.000Z`; two of them compare as text. */
export type Instant = string
/** Half-open: `from <= instant < to`. */
export type Span = { from: Instant; to: Instant }

const zone = 'Asia/Shanghai'
const plain = (day: Day) => Temporal.PlainDate.from(day)
const written = (instant: Temporal.Instant): Instant => instant.toString({ fractionalSecondDigits: 3 })

/** Whether the text is a real day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return plain(text).year > 0
  } catch {
    return false
  }
}

/** The day it is in Shanghai at that instant. @throws RangeError on text that is no instant. */
export function dayOf(instant: Instant): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The wall-clock time in Shanghai at that instant, `HH:mm`. */
export function timeOf(instant: Instant): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The instant of a wall-clock time in Shanghai; `time` is `HH:mm`. */
export function instantAt(day: Day, time: string): Instant {
  return written(plain(day).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant())
}

/** Midnight at which the day begins. */
export function startOfDay(day: Day): Instant {
  return instantAt(day, '00:00')
}

/** The last millisecond of the day: 24:00 in the words of the law, yet still an instant of that same day. */
export function endOfDay(day: Day): Instant {
  return addMilliseconds(startOfDay(addDays(day, 1)), -1)
}

/** Moves an instant by milliseconds and writes it in the house format. */
export function addMilliseconds(instant: Instant, milliseconds: number): Instant {
  return written(Temporal.Instant.from(instant).add({ milliseconds }))
}

/** Milliseconds from one instant to another, negative when `to` is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds
}

/** The day some days later, or earlier when `days` is negative. */
export function addDays(day: Day, days: number): Day {
  return plain(day).add({ days }).toString()
}

/** The same day of a later month, or that month's last day when it has no such day (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  return plain(day).add({ months }).toString()
}

/** The same day of a later year; 29 February becomes 28 February in a common year (民法典 202). */
export function addYears(day: Day, years: number): Day {
  return plain(day).add({ years }).toString()
}

/** Calendar days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return plain(from).until(plain(to), { largestUnit: 'day' }).days
}

/** For sorting: negative, zero or positive. */
export function compareDays(a: Day, b: Day): number {
  return Temporal.PlainDate.compare(plain(a), plain(b))
}

/** Monday 1 … Sunday 7. */
export function weekday(day: Day): number {
  return plain(day).dayOfWeek
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return plain(day).year
}

/** Full years of age (周岁) on a day; someone born on 29 February turns older on 1 March in a common year. */
export function ageOn(birthOn: Day, day: Day): number {
  return plain(birthOn).until(plain(day), { largestUnit: 'year' }).years
}

const spanOf = (first: Day, months: number): Span => ({
  from: startOfDay(first),
  to: startOfDay(addMonths(first, months)),
})
const dayOne = (year: number, month: number): Day => Temporal.PlainDate.from({ year, month, day: 1 }).toString()

/** The instants of a calendar year in Shanghai, half-open. */
export function yearRange(year: number): Span {
  return spanOf(dayOne(year, 1), 12)
}

/** The instants of a quarter in Shanghai, half-open; `quarter` is 1–4. */
export function quarterRange(year: number, quarter: number): Span {
  return spanOf(dayOne(year, quarter * 3 - 2), 3)
}

/** The instants of a month in Shanghai, half-open; `month` is 1–12. */
export function monthRange(year: number, month: number): Span {
  return spanOf(dayOne(year, month), 1)
}
