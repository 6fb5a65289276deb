import { addDays, addMonths, type Day } from '../../kernel/calendar/days.ts'
import { ruleAt } from '../../kernel/calendar/deadlines.ts'
import type { Ctx } from '../../kernel/ctx.ts'

const amount = (ctx: Ctx, code: string): number => ruleAt(ctx.house.rules, code, ctx.today).amount

/** Until which due day a term is told of on a day: far, near, last; from the parameters in force today. */
export const termNotices = (ctx: Ctx, day: Day = ctx.today): readonly [Day, Day, Day] => [
  addDays(day, amount(ctx, 'unions.term.far')),
  addDays(day, amount(ctx, 'unions.term.near')),
  addDays(day, amount(ctx, 'unions.term.last')),
]

/** Up to which expiry a certificate has to be renewed on a day (F16b). */
export const certificateNotice = (ctx: Ctx, day: Day = ctx.today): Day =>
  addDays(day, amount(ctx, 'unions.certificate.renew'))

/** By when a chair has to be elected who has been missing since that day. */
export const chairDue = (ctx: Ctx, vacantSince: Day): Day => addMonths(vacantSince, amount(ctx, 'unions.chair.vacant'))

/** By how many months a due election may be put off at most. */
export const mostMonthsLate = (ctx: Ctx): number => amount(ctx, 'unions.term.postpone')
