import { defineDeadlines } from '../../kernel/calendar/deadlines.ts'

export const deadlines = defineDeadlines([
  {
    code: 'coverage.decide',
    title: '审批列入不计',
    amount: 5,
    unit: 'workingDays',
    clock: 'inner',
    sure: 'U',
    basis: '内部时限，天数由区总工会确认',
    jurisdiction: '440307',
    version: 1,
    validFrom: '2022-01-01',
    rollsToWorkingDay: false,
  },
])
