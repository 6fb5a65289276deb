import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { fail } from '../contract/errors.ts'
import { addDays, type Day, isDay, weekday, yearOf } from './days.ts'

/** One year's holiday notice of the State Council, entered by an administrator; replaces the published table of that year. */
export type HolidayYear = {
  year: number
  /** The notice, e.g. 国办发明电〔2025〕7号. */
  basis: string
  /** Every day off that the notice names. Days of the December before may be among them. */
  holidays: readonly Day[]
  /** Weekend days to be worked (调休上班). */
  makeUpDays: readonly Day[]
}

/** One shift of an office, `HH:mm` in Shanghai. */
export type OfficeShift = { from: string; to: string }

export type Calendar = {
  /** Whether the holiday notice of that year is known. */
  covers(year: number): boolean
  isWorkingDay(day: Day): boolean
  /** The first working day after `day`. */
  nextWorkingDay(day: Day): Day
  /** `day` itself when it is worked, else the first working day after it. */
  workingDayOnOrAfter(day: Day): Day
  /** `day` itself when it is worked, else the last working day before it. */
  workingDayOnOrBefore(day: Day): Day
  /** The n-th working day after `day`, which is itself not counted; before it when `n` is negative. */
  addWorkingDays(day: Day, n: number): Day
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: Day, to: Day): number
  officeShifts: readonly OfficeShift[]
}

export type CalendarOptions = { years?: readonly HolidayYear[]; officeShifts?: readonly OfficeShift[] }

const shenzhenShifts: readonly OfficeShift[] = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '18:00' },
]

const refuseYear = (year: number): never =>
  fail(
    409,
    `还没有${year}年的节假日安排，无法推算工作日。请系统管理员在参数设置的“节假日”中录入国务院办公厅发布的${year}年放假和调休日期，保存后再办理。`,
    { missingHolidayYear: year },
  )

function checked(table: HolidayYear): HolidayYear {
  const belongs = (day: Day) => isDay(day) && (yearOf(day) === table.year || day.startsWith(`${table.year - 1}-12-`))
  const stray = [...table.holidays, ...table.makeUpDays].find((day) => !belongs(day))
  if (stray !== undefined) fail(422, `${table.year}年的节假日安排里有不属于这一年的日期“${stray}”，请更正后再保存。`)
  const weekdayMadeUp = table.makeUpDays.find((day) => weekday(day) < 6)
  if (weekdayMadeUp !== undefined) fail(422, `调休上班日${weekdayMadeUp}本来就不是周末，请核对通知原文。`)
  const both = table.makeUpDays.find((day) => table.holidays.includes(day))
  if (both !== undefined) fail(422, `${both}既填为放假又填为上班，请核对通知原文。`)
  if (!table.holidays.includes(`${table.year}-10-01`)) {
    fail(422, `${table.year}年的节假日安排不完整：缺少国庆节，请按通知补全七个节日。`)
  }
  if (table.basis.trim() === '') fail(422, `请填写${table.year}年节假日安排的文件名或文号。`)
  return table
}

function gather(years: readonly HolidayYear[]) {
  const replaced = new Set(years.map((table) => String(table.year)))
  const kept = (days: object) => Object.keys(days).filter((day) => !replaced.has(day.slice(0, 4)))
  const off = new Set([...kept(published.holidays), ...years.flatMap((table) => table.holidays)])
  const on = new Set([...kept(published.workdays), ...years.flatMap((table) => table.makeUpDays)])
  return { off, on }
}

/** How many entries of a sorted list are `<= day`. */
function countUpTo(days: readonly Day[], day: Day): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as Day) <= day) low = middle + 1
    else high = middle
  }
  return low
}

const isIn = (days: readonly Day[], day: Day) => days[countUpTo(days, day) - 1] === day

/** Which years are known, and the sorted working days of each. */
function workedYears(years: readonly HolidayYear[]) {
  const { off, on } = gather(years)
  const lists = new Map<number, readonly Day[]>()
  // Every notice names National Day, so its presence tells a known year from a guessed one.
  const covers = (year: number) => off.has(`${year}-10-01`)

  function workedIn(year: number): readonly Day[] {
    if (!covers(year)) refuseYear(year)
    const known = lists.get(year)
    if (known) return known
    const days: Day[] = []
    for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
      if (on.has(day) || (weekday(day) < 6 && !off.has(day))) days.push(day)
    }
    lists.set(year, days)
    return days
  }
  return { covers, workedIn }
}

/**
 * The working calendar: State Council notices as published by `chinese-days` (2004–2026), plus what administrators entered.
 * @param options.years further or corrected years. @param options.officeShifts hours of an office; Shenzhen's by default.
 * @throws Failure 422 on a malformed year; the calendar itself refuses with 409 a year it does not know, rather than guess.
 */
export function createCalendar({ years = [], officeShifts = shenzhenShifts }: CalendarOptions = {}): Calendar {
  const { covers, workedIn } = workedYears(years.map(checked))

  const isWorkingDay = (day: Day) => isIn(workedIn(yearOf(day)), day)

  function addWorkingDays(day: Day, n: number): Day {
    if (!Number.isInteger(n)) throw new RangeError(`working days must be a whole number, not ${n}`)
    let year = yearOf(day)
    if (n === 0) return isWorkingDay(day) ? day : addWorkingDays(day, 1)
    const passed = countUpTo(workedIn(year), day)
    let index = n > 0 ? passed + n - 1 : passed - (isWorkingDay(day) ? 1 : 0) + n
    while (index < 0) {
      year -= 1
      index += workedIn(year).length
    }
    while (index >= workedIn(year).length) {
      index -= workedIn(year).length
      year += 1
    }
    return workedIn(year)[index] as Day
  }

  function workingDaysBetween(from: Day, to: Day): number {
    if (to < from) return -workingDaysBetween(to, from)
    let count = countUpTo(workedIn(yearOf(to)), to) - countUpTo(workedIn(yearOf(from)), from)
    for (let year = yearOf(from); year < yearOf(to); year += 1) count += workedIn(year).length
    return count
  }

  return {
    covers,
    isWorkingDay,
    addWorkingDays,
    workingDaysBetween,
    officeShifts,
    nextWorkingDay: (day) => addWorkingDays(day, 1),
    workingDayOnOrAfter: (day) => addWorkingDays(day, 0),
    workingDayOnOrBefore: (day) => (isWorkingDay(day) ? day : addWorkingDays(day, -1)),
  }
}

/** The published notices with nothing added: for tests and tools. The server builds its own from the parameters. */
export const publishedCalendar = createCalendar()
