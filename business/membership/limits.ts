import { type Day, dayOf } from '../../kernel/calendar/days.ts'
import { dueAt, ruleAt } from '../../kernel/calendar/deadlines.ts'
import type { Ctx } from '../../kernel/ctx.ts'

/** The last day of a limit that begins now. */
export const lastDayOf = (ctx: Ctx, rule: 'membership.decide' | 'membership.decideAbove'): Day =>
  dayOf(dueAt(ruleAt(ctx.house.rules, rule, ctx.today), ctx.now, ctx.house.calendar))

/** As people say it: 3 月 7 日. */
export const dayInWords = (day: Day): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`
