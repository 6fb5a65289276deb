import { type DeadlineRule, defineDeadlines } from '../../kernel/calendar/deadlines.ts'

type Rule = Pick<DeadlineRule, 'code' | 'title' | 'amount' | 'basis'>

/** No text that we know of fixes any of these; the district confirms the days. */
const rules: readonly Rule[] = [
  { code: 'federations.accept', title: '受理项目', amount: 10, basis: '内部时限，天数由区总工会确认' },
  { code: 'federations.supplement', title: '补充材料', amount: 10, basis: '内部时限，天数由区总工会确认' },
  { code: 'federations.review', title: '项目评审', amount: 30, basis: '内部时限，天数由区总工会确认' },
  { code: 'federations.publish', title: '公示期', amount: 5, basis: '公示天数由区总工会确认' },
  { code: 'federations.decide', title: '批准', amount: 10, basis: '内部时限，天数由区总工会确认' },
  { code: 'federations.follow', title: '走访跟进', amount: 15, basis: '内部时限，天数由区总工会确认' },
]

export const deadlines = defineDeadlines(
  rules.map((rule) => ({
    ...rule,
    unit: 'workingDays' as const,
    clock: 'inner' as const,
    sure: 'U' as const,
    jurisdiction: '440307',
    version: 1,
    validFrom: '2022-01-01',
    rollsToWorkingDay: false,
  })),
)
