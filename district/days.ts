import type { Day } from '../kernel/calendar/days.ts'

const first = Temporal.PlainDate.from('1955-01-01')
const span = first.until('2025-01-01', { largestUnit: 'day' }).days
const days: Day[] = Array.from({ length: span }, (_, n) => first.add({ days: n }).toString())
const numbers = new Map(days.map((day, n) => [day, n]))

/** Days since 1955-01-01. Quarter of a million people need a million days: numbers are cheap where `Temporal` is not. @throws RangeError outside 1955–2024 */
export function numberOf(day: Day): number {
  const n = numbers.get(day)
  if (n === undefined) throw new RangeError(`no day of the demonstration: ${day}`)
  return n
}

/** The day with that number. @throws RangeError outside 1955–2024 */
export function dayAt(n: number): Day {
  const day = days[n]
  if (day === undefined) throw new RangeError(`no day of the demonstration: ${n}`)
  return day
}

/** The later of two days. */
export const laterOf = (a: Day, b: Day): Day => dayAt(Math.max(numberOf(a), numberOf(b)))
