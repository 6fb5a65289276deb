import { fail } from '../contract/errors.ts'
import {
  addDays,
  addMilliseconds,
  addMonths,
  addYears,
  type Day,
  dayOf,
  endOfDay,
  type Instant,
  isDay,
  millisecondsBetween,
  yearOf,
} from './days.ts'
import type { Calendar } from './holidays.ts'
import { addOfficeHours, closingTime } from './officehours.ts'

export type Term = { amount: number; unit: 'hours' | 'naturalDays' | 'workingDays' | 'months' | 'years' }

/** One version of one deadline, for one place. Administrators edit these; code refers to them by `code`. */
export type DeadlineRule = Term & {
  code: string
  /** Chinese, as shown beside the badge. */
  title: string
  /** `legal` binds by law or regulation, `inner` is the federation's own earlier target. */
  clock: 'legal' | 'inner'
  /** The article or paper it comes from. */
  basis: string
  /** The event that starts it, in Chinese. */
  starts?: string
  /** K known from the text, F found in a copy, U a parameter to be confirmed by the federation. */
  sure: 'K' | 'F' | 'U'
  /** `CN`, or the leading digits of a GB/T 2260 code: `44` Guangdong, `4403` Shenzhen, `440307` Longgang. */
  jurisdiction: string
  version: number
  validFrom: Day
  /** First day on which it no longer holds. */
  validTo?: Day
  /** A last day that is a day of rest moves to the next working day (民法典 203). Never for hours. */
  rollsToWorkingDay: boolean
  /** Hours run only while offices are open; a term of days ends when they close. */
  officeHoursOnly?: boolean
  extension?: Term & { times: number }
}

const nameOf = (rule: DeadlineRule) => `期限规则“${rule.title}”（${rule.code}，第${rule.version}版）`

function faultOf(rule: DeadlineRule): string | undefined {
  if (!Number.isInteger(rule.amount) || rule.amount < 1) return '时长应为大于零的整数'
  if (rule.extension && !(Number.isInteger(rule.extension.amount) && rule.extension.amount > 0))
    return '延长时长应为大于零的整数'
  if (rule.extension && !(Number.isInteger(rule.extension.times) && rule.extension.times > 0))
    return '延长次数应为大于零的整数'
  if (!/^(CN|\d{2}|\d{4}|\d{6})$/.test(rule.jurisdiction)) return '适用地区应为 CN 或行政区划代码的前两、四、六位'
  if (!isDay(rule.validFrom)) return '生效日期应写成 2026-01-05 的样子'
  if (rule.validTo !== undefined && !(isDay(rule.validTo) && rule.validTo > rule.validFrom))
    return '失效日期应晚于生效日期'
  if (rule.unit === 'hours' && rule.rollsToWorkingDay) return '按小时计算的期限不顺延到工作日，请改用办公时间'
  if (rule.basis.trim() === '') return '请写明依据的条文或文件'
  return undefined
}

/**
 * Checks a list of deadline rules and keeps its codes as types, so that a misspelt code does not compile.
 * @throws Failure 422 naming the faulty rule.
 */
export function defineDeadlines<const Rule extends DeadlineRule>(rules: readonly Rule[]): readonly Rule[] {
  const seen = new Set<string>()
  for (const rule of rules) {
    const fault = faultOf(rule)
    if (fault) fail(422, `${nameOf(rule)}有误：${fault}。`)
    const key = [rule.code, rule.clock, rule.jurisdiction, rule.validFrom].join(' ')
    if (seen.has(key)) fail(422, `${nameOf(rule)}与另一版在同一天生效，请修改生效日期。`)
    seen.add(key)
  }
  return rules
}

type Limit = Pick<DeadlineRule, 'code' | 'title' | 'amount'> & Partial<DeadlineRule>

/**
 * A line's deadlines. What a rule does not say: working days of the federation's own that no text we know of fixes, to be confirmed by it.
 * @throws Failure 422 naming the faulty rule.
 */
export const defineLimits = <const L extends Limit>(limits: readonly L[]) =>
  defineDeadlines(
    limits.map((limit: Limit): DeadlineRule & { code: L['code'] } => ({
      unit: 'workingDays',
      clock: 'inner',
      sure: 'U',
      basis: '内部时限，天数由区总工会确认',
      jurisdiction: '440307',
      version: 1,
      validFrom: '2022-01-01',
      rollsToWorkingDay: false,
      ...limit,
    })),
  )

const isValidOn = (rule: DeadlineRule, day: Day) =>
  rule.validFrom <= day && (rule.validTo === undefined || day < rule.validTo)
const reaches = (rule: DeadlineRule, place: string) => rule.jurisdiction === 'CN' || place.startsWith(rule.jurisdiction)
const nearness = (rule: DeadlineRule) => (rule.jurisdiction === 'CN' ? 0 : rule.jurisdiction.length)

/**
 * The version of a rule that holds on a day: the most local one, then the one in force most recently.
 * @param jurisdiction GB/T 2260 code of the place, e.g. `440307`; may be left out while only one place has rules of this code.
 * @param clock without it the legal clock is preferred to the inner one.
 * @throws Failure 409 when no version holds; Error when the place must be named.
 */
export function ruleAt<Rule extends DeadlineRule>(
  rules: readonly Rule[],
  code: Rule['code'],
  day: Day,
  jurisdiction?: string,
  clock?: DeadlineRule['clock'],
): Rule {
  const valid = rules.filter(
    (rule) =>
      rule.code === code &&
      isValidOn(rule, day) &&
      (clock === undefined || rule.clock === clock) &&
      (jurisdiction === undefined || reaches(rule, jurisdiction)),
  )
  if (jurisdiction === undefined && new Set(valid.map((rule) => rule.jurisdiction)).size > 1) {
    throw new Error(`rules for ${code} differ by place: name the jurisdiction`)
  }
  const [best] = valid.toSorted(
    (a, b) =>
      Number(b.clock === 'legal') - Number(a.clock === 'legal') ||
      nearness(b) - nearness(a) ||
      b.validFrom.localeCompare(a.validFrom) ||
      b.version - a.version,
  )
  if (!best) fail(409, `${day}没有生效的期限规则“${code}”，请系统管理员在参数设置的“办理期限”中补录。`)
  return best
}

type Counting = Term & Pick<DeadlineRule, 'rollsToWorkingDay' | 'officeHoursOnly'>

const hoursToMilliseconds = (hours: number) => hours * 3_600_000

function dayAfter(term: Term, from: Day, sign: 1 | -1, calendar: Calendar): Day {
  const amount = sign * term.amount
  if (term.unit === 'workingDays') return calendar.addWorkingDays(from, amount)
  if (term.unit === 'months') return addMonths(from, amount)
  if (term.unit === 'years') return addYears(from, amount)
  return addDays(from, amount)
}

/** Where a last day moves to, or undefined while the notice that decides it is not out. */
function rolled(day: Day, calendar: Calendar): Day | undefined {
  let last = day
  while (calendar.covers(yearOf(last))) {
    if (calendar.isWorkingDay(last)) return last
    last = addDays(last, 1)
  }
  return undefined
}

/**
 * When a term ends. The first day is not counted; months and years end on the day of the same number, or the month's last; a day-based
 * term ends at 24:00 Shanghai of its last day, stored as the millisecond before, so that the due instant lies on the due day (民法典 201–203).
 * A term reaching into a year whose holiday notice is not out keeps its unmoved day, which is never too late; see `isProvisional`.
 * @param start ISO instant of the starting event. @returns ISO instant, still in time.
 * @throws Failure 409 when working days have to be counted in such a year.
 */
export function dueAt(rule: Counting, start: Instant, calendar: Calendar): Instant {
  if (rule.unit === 'hours') {
    if (rule.officeHoursOnly) return addOfficeHours(start, rule.amount, calendar)
    return addMilliseconds(start, hoursToMilliseconds(rule.amount))
  }
  const counted = dayAfter(rule, dayOf(start), 1, calendar)
  const last = rule.rollsToWorkingDay ? (rolled(counted, calendar) ?? counted) : counted
  return rule.officeHoursOnly ? closingTime(last, calendar) : endOfDay(last)
}

/** Whether `dueAt` may move to a later day once the holiday notice of its year is known. */
export function isProvisional(rule: Counting, start: Instant, calendar: Calendar): boolean {
  if (!rule.rollsToWorkingDay || rule.unit === 'hours') return false
  return rolled(dayAfter(rule, dayOf(start), 1, calendar), calendar) === undefined
}

/**
 * The last instant for something that must be done a term before an event (开庭五日前通知), so that the whole term lies between the two days.
 * A last day of rest moves to the working day before it, unless its holiday notice is not out yet.
 * @param event ISO instant. @returns ISO instant, still in time. @throws Failure 409 when working days cannot be counted.
 */
export function dueBefore(rule: Counting, event: Instant, calendar: Calendar): Instant {
  if (rule.unit === 'hours') return addMilliseconds(event, -hoursToMilliseconds(rule.amount))
  const counted = addDays(dayAfter(rule, dayOf(event), -1, calendar), -1)
  const rolls = rule.rollsToWorkingDay && calendar.covers(yearOf(counted))
  const last = rolls ? calendar.workingDayOnOrBefore(counted) : counted
  return rule.officeHoursOnly ? closingTime(last, calendar) : endOfDay(last)
}

/**
 * The due instant after an extension (延长), counted from the day after the old one.
 * @param timesSoFar how often it has been extended already. @throws Failure 422 when it may not be extended (again).
 */
export function extendDue(rule: DeadlineRule, due: Instant, calendar: Calendar, timesSoFar = 0): Instant {
  const { extension } = rule
  if (!extension) fail(422, `“${rule.title}”不能延长，请在期限内办结。依据：${rule.basis}`)
  if (timesSoFar >= extension.times) fail(422, `“${rule.title}”最多延长${extension.times}次，已经用完，请尽快办结。`)
  const rolls = rule.rollsToWorkingDay && extension.unit !== 'hours'
  return dueAt({ ...extension, rollsToWorkingDay: rolls, officeHoursOnly: rule.officeHoursOnly }, due, calendar)
}

/**
 * The due instant after a pause (中止): later by exactly the pause. A term that had already run out is not revived.
 * @throws RangeError when it is resumed before it was paused.
 */
export function resumeDue(due: Instant, pausedAt: Instant, resumedAt: Instant): Instant {
  const pause = millisecondsBetween(pausedAt, resumedAt)
  if (pause < 0) throw new RangeError(`resumed at ${resumedAt}, before it was paused at ${pausedAt}`)
  return pausedAt > due ? due : addMilliseconds(due, pause)
}
export { amberAt, isLate, type Standing, standing } from './standing.ts'
