import { defineLimits } from '../../kernel/calendar/deadlines.ts'

export const deadlines = defineLimits([{ code: 'clean-up.settle', title: '核实处理', amount: 30, unit: 'naturalDays' }])
