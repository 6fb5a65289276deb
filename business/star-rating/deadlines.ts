import { defineLimits } from '../../kernel/calendar/deadlines.ts'

const basis = '没有公开的统一规定，暂用工作口径，天数由区总工会确认'

const rule = (code: string, title: string, amount: number, unit: 'workingDays' | 'naturalDays' = 'workingDays') => ({
  code: `star-rating.${code}`,
  title,
  amount,
  unit,
  basis,
})

/** Limits of each step; `poll` and `publicity` say how long the members may rate and how long a star is posted up. */
export const deadlines = defineLimits([
  rule('accept', '星级申报受理', 5),
  rule('resubmit', '星级申报补正', 10),
  rule('compute', '星级计分', 5),
  rule('check', '星级现场核查', 15),
  rule('countersign', '星级核查复核', 5),
  rule('openPoll', '请会员评家', 5),
  rule('poll', '会员评家', 10, 'naturalDays'),
  rule('propose', '拟定星级', 20, 'naturalDays'),
  rule('publish', '星级公示', 5),
  rule('publicity', '星级公示期', 5),
  rule('grant', '授星', 15),
])
