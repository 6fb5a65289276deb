import { type Day, monthRange, type Span, yearOf } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { figureOf } from '../../kernel/indicators/fold.ts'
import { trendOf } from '../../kernel/indicators/trend.ts'
import { afterDay, endOfMonth, monthName } from './rules/days.ts'
import type { Series } from './rules/forecast.ts'
import type { Found } from './values.ts'

/** Two past years to compare with: enough to see a season and to test the method, and each month of a stock is a statement. */
const YEARS_BACK = 2

/** What the records show of a figure up to today: a flow by month, a stock at each month's end, a rate by its two parts. */
export async function seriesOf(ctx: Ctx, found: Found, orgPath: string): Promise<Series> {
  const { line, name, figure } = found
  if (figure.kind === 'rate') {
    const [over, under] = figure.over.map((part) => ({ line, name: part, figure: figureOf(line, part).figure }))
    if (!over || !under) throw new Error(`${line.slug}.${name} is no share`)
    return { kind: 'rate', over: await seriesOf(ctx, over, orgPath), under: await seriesOf(ctx, under, orgPath) }
  }
  const place = { federationId: ctx.actor.federationId, orgPath }
  const months = monthsUntil(yearOf(ctx.today) - YEARS_BACK, ctx.today)
  const spans = months.map((month) => spanOf(month, ctx.today))
  const values = await trendOf(ctx.tx, line, name, place, spans)
  if (figure.kind === 'flow') {
    return {
      kind: 'flow',
      months: withoutEmptyYears(months.map((month, i) => ({ month, value: values[i]?.value ?? 0 }))),
    }
  }
  const today = ctx.today
  const levels = months.map((month, i) => ({ on: lastOf(month, today), value: values[i]?.value ?? 0 }))
  return { kind: 'stock', levels: levels.slice(levels.findIndex(({ value }) => value > 0)) }
}

/** Months `YYYY-MM` from January of a year to that of today. */
function monthsUntil(fromYear: number, today: Day): string[] {
  const count = (yearOf(today) - fromYear) * 12 + Number(today.slice(5, 7))
  return Array.from({ length: count }, (_, i) => monthName(fromYear + Math.floor(i / 12), (i % 12) + 1))
}

const lastOf = (month: string, today: Day): Day => (today.startsWith(month) ? today : endOfMonth(month))

function spanOf(month: string, today: Day): Span {
  const { from } = monthRange(Number(month.slice(0, 4)), Number(month.slice(5)))
  return { from, to: afterDay(lastOf(month, today)) }
}

/** A year without any record is a year before the records began, not one in which nothing happened. */
function withoutEmptyYears<M extends { month: string; value: number }>(months: readonly M[]): M[] {
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4))
  return [...years.values()].filter((own) => own.some(({ value }) => value > 0)).flat()
}
