import { defineDeadlines } from '../../kernel/calendar/deadlines.ts'

export const deadlines = defineDeadlines([
  {
    code: 'clean-up.settle',
    title: '核实处理',
    amount: 30,
    unit: 'naturalDays',
    clock: 'inner',
    sure: 'U',
    basis: '内部时限，天数由区总工会确认',
    jurisdiction: '440307',
    version: 1,
    validFrom: '2022-01-01',
    rollsToWorkingDay: false,
  },
])
