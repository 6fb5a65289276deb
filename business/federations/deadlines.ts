import { defineLimits } from '../../kernel/calendar/deadlines.ts'

export const deadlines = defineLimits([
  { code: 'federations.accept', title: '受理项目', amount: 10 },
  { code: 'federations.supplement', title: '补充材料', amount: 10 },
  { code: 'federations.review', title: '项目评审', amount: 30 },
  { code: 'federations.publish', title: '公示期', amount: 5, basis: '公示天数由区总工会确认' },
  { code: 'federations.decide', title: '批准', amount: 10 },
  { code: 'federations.follow', title: '走访跟进', amount: 15 },
])
