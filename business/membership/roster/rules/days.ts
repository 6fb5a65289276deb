import { type Day, isDay } from '../../../../kernel/calendar/days.ts'

/** A day that was read. `rough`: only the year was written, or the month cannot be told for sure, so it wants a look. */
export type ReadDay = { day: Day; isRough: boolean }

/** 长期: a document that never runs out. */
export const FOREVER: Day = '9999-12-31'

const long = /^(长期|长期有效|永久|永久有效|永久居留|无期限|无限期|终身)$/
const pad = (n: number | string) => String(n).padStart(2, '0')
const dated = (year: string, month: string, day: string): Day | null => {
  const text = `${year}-${pad(month)}-${pad(day)}`
  return isDay(text) ? text : null
}
const lastOf = (year: number, month: number) => Temporal.PlainYearMonth.from({ year, month }).daysInMonth

function partOf(year: string, month: string | undefined, edge: 'first' | 'last'): Day | null {
  const at = month === undefined ? (edge === 'first' ? 1 : 12) : Number(month)
  if (at < 1 || at > 12 || Number(year) < 1900) return null
  return dated(year, String(at), String(edge === 'first' ? 1 : lastOf(Number(year), at)))
}

/** Days as spreadsheets count them, of the years 1927 to 2118: 45356 → 2024-03-05. */
function fromSerial(text: string): Day | null {
  const serial = /^(\d{5})(\.\d+)?$/.exec(text)?.[1]
  const count = Number(serial)
  return serial && count >= 10_000 && count < 80_000
    ? Temporal.PlainDate.from('1899-12-30').add({ days: count }).toString()
    : null
}

/**
 * Reads a day in any usual form: 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日, 20240305, a spreadsheet's number of days, also with a time behind; a month or
 * a year alone stands for its first or last day. 5/3/2024 is not read, because nobody can tell the day from the month.
 */
export function readDay(raw: string, edge: 'first' | 'last' = 'first'): ReadDay | null {
  const text = raw.replace(/[\sT]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/i, '').replace(/\s/g, '')
  if (long.test(text)) return { day: FOREVER, isRough: false }
  const sure = (day: Day | null): ReadDay | null => (day === null ? null : { day, isRough: false })
  const rough = (day: Day | null): ReadDay | null => (day === null ? null : { day, isRough: true })
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (full) return sure(dated(full[1]!, full[2]!, full[3]!))
  const month = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text) ?? /^(19\d{2}|20\d{2})(\d{2})$/.exec(text)
  // A cell that holds the number 2024.10 shows 2024.1, which may be January or October.
  if (month) return (/^\d{4}\.1$/.test(text) ? rough : sure)(partOf(month[1]!, month[2], edge))
  const year = /^(19\d{2}|20\d{2})年?$/.exec(text)
  return year ? rough(partOf(year[1]!, undefined, edge)) : sure(fromSerial(text))
}

/** The end of a validity: 2015.03.05-2035.03.05, 2015.03.05至长期, or a day alone. */
export function readValidTo(raw: string): ReadDay | null {
  const span = /^(.*\d日?)\s*(?:至|到|~|—+|--|-)\s*((?:\d{4}|长期|永久).*)$/.exec(raw)
  const isSpan = span !== null && readDay(span[1] ?? '') !== null
  return readDay(isSpan ? (span[2] ?? '') : raw, 'last')
}
