import { sql } from 'kysely'
import { z } from 'zod'
import type { Span } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { type Part, partsOf } from '../../kernel/indicators/fold.ts'
import { countedIn, foldOf, rowsOf, type Window } from '../../kernel/indicators/rows.ts'
import type { Contributions } from './rules/differ.ts'

const mostKept = 5000
/** Beyond that even to look is too much: the members of a district are counted, and not listed with its report. */
const mostRead = 20_000

type Reckoned = {
  code: string
  line: string
  value: number | null
  numerator: number | null
  denominator: number | null
}

/** What each record contributes now to a figure that was just reckoned. */
export async function contributions(ctx: Ctx, orgPath: string, span: Span, figure: Reckoned): Promise<Contributions> {
  const line = ctx.house.lines.find(({ slug }) => slug === figure.line)
  if (!line) return {}
  const window = { federationId: ctx.actor.federationId, orgPath, ...span }
  const [over, under] = partsOf(line, figure.code.slice(line.slug.length + 1))
  const kept: Record<string, Readonly<Record<string, number>> | null> = {
    [over.name]: await recordsOf(ctx, over, window, figure.numerator ?? figure.value ?? 0),
  }
  if (under) kept[under.name] = await recordsOf(ctx, under, window, figure.denominator ?? 0)
  return kept
}

async function recordsOf({ tx }: Ctx, { figure }: Part, window: Window, value: number) {
  if (figure.fold !== 'sum' && value > mostRead) return null
  const rows = await rowsOf(tx, figure, window, window)
    .where(countedIn(figure, window))
    .select('f.record')
    .select(foldOf(figure, sql`true`).as('value'))
    .groupBy('f.record')
    .limit(mostKept + 1)
    .execute()
  return rows.length > mostKept ? null : Object.fromEntries(rows.map((row) => [row.record, row.value]))
}

const Kept = z.record(z.string(), z.record(z.string(), z.number()).nullable())

/** What the records contributed when a report was published, by code of the figure. */
export async function keptContributions(
  ctx: Ctx,
  reportId: string,
  codes: readonly string[],
): Promise<Map<string, Contributions>> {
  if (codes.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('annual_report_figures')
    .select(['code', 'records'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('report_id', '=', reportId)
    .where('code', 'in', codes)
    .execute()
  return new Map(rows.map(({ code, records }) => [code, Kept.parse(records ?? {})]))
}
