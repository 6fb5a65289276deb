import { defineLimits } from '../calendar/deadlines.ts'

/** How long a whole import can be taken back. No paper says so: it is the federation's own parameter. */
export const deadlines = defineLimits([
  {
    code: 'imports.undo',
    title: '撤销导入',
    amount: 7,
    unit: 'naturalDays',
    basis: '区总工会内部规定：整批撤销的期限，待确认',
  },
])
