import { type DeadlineRule, defineDeadlines } from '../../kernel/calendar/deadlines.ts'

type Rule = Pick<DeadlineRule, 'code' | 'title' | 'amount' | 'basis'>

/** No text that we know of fixes any of these; the district confirms the days. */
const rules: readonly Rule[] = [
  { code: 'plan.decide', title: '批准调整', amount: 5, basis: '内部时限，天数由区总工会确认' },
  { code: 'plan.signOff', title: '核实销号', amount: 10, basis: '内部时限，天数由区总工会确认' },
  { code: 'plan.answer', title: '答复督办', amount: 5, basis: '内部时限，天数由区总工会确认' },
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
