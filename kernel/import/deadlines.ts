import { defineDeadlines } from '../calendar/deadlines.ts'

/** How long a whole import can be taken back. No paper says so: it is the federation's own parameter. */
export const deadlines = defineDeadlines([
  {
    code: 'imports.undo',
    title: '撤销导入',
    clock: 'inner',
    sure: 'U',
    jurisdiction: '440307',
    version: 1,
    validFrom: '2022-01-01',
    amount: 7,
    unit: 'naturalDays',
    rollsToWorkingDay: false,
    basis: '区总工会内部规定：整批撤销的期限，待确认',
  },
])
