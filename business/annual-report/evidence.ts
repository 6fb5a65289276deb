import type { Ctx } from '../../kernel/ctx.ts'
import type { Figure, Frozen, Target } from './freeze.ts'
import { spanTold } from './live.ts'
import { contributions } from './records.ts'
import { bodyOf, type Row } from './report.ts'
import { figuresIn, targetsIn } from './rules/body.ts'
import type { Printed } from './rules/print.ts'

/** Writes the evidence of a report that is about to be published. */
export async function writeEvidence(ctx: Ctx, row: Row, { figures, targets }: Frozen): Promise<void> {
  const of = { federation_id: row.federation_id, report_id: row.id, org_path: row.org_path }
  const span = spanTold(row.year, ctx.now)
  for (const figure of figures) {
    const { lastYear, asOf, ...rest } = figure
    const records = JSON.stringify(await contributions(ctx, row.org_path, span, figure))
    await ctx.tx
      .insertInto('annual_report_figures')
      .values({ ...of, ...rest, last_year: lastYear, as_of: asOf, records })
      .execute()
  }
  if (targets.length > 0)
    await ctx.tx
      .insertInto('annual_report_targets')
      .values(targets.map((target) => ({ ...of, ...target })))
      .execute()
}

/** What was published, read back in the order of the text. */
export async function readEvidence(ctx: Ctx, row: Row): Promise<Frozen | null> {
  if (row.state !== 'published') return null
  const body = bodyOf(row)
  const [figures, targets] = await Promise.all([figureRows(ctx, row.id), targetRows(ctx, row.id)])
  return {
    text: row.frozen_text as Printed[],
    figures: inOrder(figuresIn(body), figures),
    targets: inOrder(targetsIn(body), targets),
  }
}

const inOrder = <T extends { code: string }>(codes: readonly string[], rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code))

export const figureRows = (ctx: Ctx, reportId: string): Promise<Figure[]> =>
  ctx.tx
    .selectFrom('annual_report_figures')
    .select(['code', 'line', 'title', 'unit', 'kind', 'definition', 'owner', 'value', 'numerator', 'denominator'])
    .select(['last_year as lastYear', 'as_of as asOf', 'words'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('report_id', '=', reportId)
    .execute()

const targetRows = (ctx: Ctx, reportId: string): Promise<Target[]> =>
  ctx.tx
    .selectFrom('annual_report_targets')
    .select(['code', 'year', 'title', 'unit', 'comparator', 'number', 'source', 'words'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('report_id', '=', reportId)
    .execute()
