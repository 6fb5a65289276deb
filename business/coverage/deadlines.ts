import { defineLimits } from '../../kernel/calendar/deadlines.ts'

export const deadlines = defineLimits([{ code: 'coverage.decide', title: '审批列入不计', amount: 5 }])
