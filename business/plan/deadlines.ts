import { defineLimits } from '../../kernel/calendar/deadlines.ts'

export const deadlines = defineLimits([
  { code: 'plan.decide', title: '批准调整', amount: 5 },
  { code: 'plan.signOff', title: '核实销号', amount: 10 },
  { code: 'plan.answer', title: '答复督办', amount: 5 },
])
