import type { DeadlineRule } from '../calendar/deadlines.ts'
import { type Calendar, createCalendar, type HolidayYear } from '../calendar/holidays.ts'
import type { Database } from '../db/database.ts'

export type Parameter = { code: string; valid_from: string; valid_to: string | null; value: unknown; source: string }

/** All dated parameters of a federation, read once at the start and after each edit. */
export const readParameters = (db: Database, federationId: string): Promise<Parameter[]> =>
  db.owner
    .selectFrom('parameters')
    .select(['code', 'valid_from', 'valid_to', 'value', 'source'])
    .where('federation_id', '=', federationId)
    .orderBy('code')
    .orderBy('valid_from')
    .execute()

export type DeadlineEdit = { amount: number }

/** Code under which an administrator edits the limit of a deadline rule. */
export const deadlineCode = (rule: string): string => `deadline.${rule}`

/**
 * The rules of the lines with the administrator's dated versions added. A built-in rule of the same code ends where the edited one begins, so that a
 * matter keeps the version it began under.
 */
export function effectiveRules(builtIn: readonly DeadlineRule[], parameters: readonly Parameter[]): DeadlineRule[] {
  return builtIn.flatMap((rule) => {
    const edits = parameters.filter((p) => p.code === deadlineCode(rule.code))
    const versions = edits.map((edit, i) => ({
      ...rule,
      amount: (edit.value as DeadlineEdit).amount,
      version: rule.version + i + 1,
      validFrom: edit.valid_from,
      ...(edit.valid_to ? { validTo: edit.valid_to } : {}),
      basis: edit.source,
    }))
    return [rule, ...versions]
  })
}

/** Until a year's notice is entered, its working days are reckoned as Monday to Friday without the fixed holidays, and said to be so. */
const fixedHolidays = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

/**
 * The working calendar with the holiday years an administrator entered (`holidays.2027`), and for the two years after the last known notice a
 * provisional one: a limit that reaches into January must not keep a matter from being accepted in November.
 */
export function effectiveCalendar(parameters: readonly Parameter[], year: number): Calendar {
  const entered = parameters.filter((p) => p.code.startsWith('holidays.')).map((p) => p.value as HolidayYear)
  const known = createCalendar({ years: entered })
  const missing = [year, year + 1, year + 2].filter((y) => !known.covers(y))
  const provisional = missing.map((y) => ({
    year: y,
    basis: '暂按周一至周五推算，待国务院办公厅公布放假安排',
    holidays: fixedHolidays.map((d) => `${y}-${d}`),
    makeUpDays: [],
  }))
  return createCalendar({ years: [...entered, ...provisional] })
}
