import { endOf } from '../../kernel/access/permissions.ts'
import { yearRange } from '../../kernel/calendar/days.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { exactWords } from '../../kernel/indicators/wording.ts'
import type { contract } from './contract.ts'
import { type Figure, figureRows } from './freeze.ts'
import { type Live, liveFigures } from './live.ts'
import { getReport, type Row } from './report.ts'

type Restatement = OutputOf<typeof contract.restatements>[number]

/** What of a published report is different by now. The report itself stays as it is. @throws Failure 422 when it is not published */
export async function restatements(ctx: Ctx, id: string): Promise<Restatement[]> {
  const row = await getReport(ctx, id)
  if (row.state !== 'published') return fail(422, '这份报告还没有定稿，没有可以对照的数')
  const frozen = await figureRows(ctx, id)
  const live = await liveFigures(
    ctx,
    row.org_path,
    row.year,
    frozen.map(({ code }) => code),
    // A year that ran on after the report grew, and nothing is restated by that.
    row.published_at ?? ctx.now,
  )
  const changed = frozen.filter((figure) => isChanged(figure, live.get(figure.code)))
  const told: Restatement[] = []
  for (const figure of changed) told.push(await tell(ctx, row, figure, live.get(figure.code)))
  return told
}

function isChanged(figure: Figure, live: Live | undefined): boolean {
  if (live === undefined || live.value === null) return true
  return (
    !isSame(figure.value, live.value) ||
    figure.denominator !== live.denominator ||
    figure.definition !== live.figure.definition
  )
}

/** Sums of yuan are doubles: a hundredth of a fen is no difference. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.0001

async function tell(ctx: Ctx, row: Row, figure: Figure, live: Live | undefined): Promise<Restatement> {
  const now = live?.value ?? null
  return {
    code: figure.code,
    title: figure.title,
    was: figure.value,
    now,
    wasWords: wordsWith(figure.value, figure),
    nowWords: now === null ? '现在没有值' : wordsWith(now, { ...figure, ...partsOf(live) }),
    difference: now === null ? '' : differenceWords(now - figure.value, figure.unit),
    isRedefined: live !== undefined && live.figure.definition !== figure.definition,
    records: await touchedSince(ctx, row, figure),
  }
}

const partsOf = (live: Live | undefined) => ({
  numerator: live?.numerator ?? null,
  denominator: live?.denominator ?? null,
})

const wordsWith = (
  value: number,
  { unit, numerator, denominator }: Pick<Figure, 'unit' | 'numerator' | 'denominator'>,
) => (denominator === null ? exactWords(value, unit) : `${exactWords(value, unit)}（${numerator}/${denominator}）`)

function differenceWords(difference: number, unit: string): string {
  if (isSame(difference, 0)) return '持平'
  const sign = difference > 0 ? '+' : '-'
  const size = Math.abs(difference)
  return unit === '%' ? `${sign}${exactWords(size, '%').slice(0, -1)} 个百分点` : `${sign}${exactWords(size, unit)}`
}

/** Matters of the figure's line in the union that came up before the year ended or were entered for it later, and were handled since the report. */
async function touchedSince(ctx: Ctx, row: Row, figure: Figure): Promise<Restatement['records']> {
  const rows = await ctx.tx
    .selectFrom('cases')
    .select(['id', 'number', 'title', 'updated_at as at'])
    .where('federation_id', '=', row.federation_id)
    .where('line', '=', figure.line)
    .where('org_path', '>=', row.org_path)
    .where('org_path', '<', endOf(row.org_path))
    .where('updated_at', '>', row.published_at ?? yearRange(row.year).to)
    .orderBy('updated_at', 'desc')
    .limit(10)
    .execute()
  return rows.map((one) => ({ ...one, opens: `/${figure.line}/${one.id}` }))
}
