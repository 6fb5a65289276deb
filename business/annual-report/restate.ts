import { yearRange } from '../../kernel/calendar/days.ts'
import type { OutputOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { exactWords } from '../../kernel/indicators/wording.ts'
import { changedRecords } from './changed-records.ts'
import type { contract } from './contract.ts'
import { figureRows } from './evidence.ts'
import type { Figure } from './freeze.ts'
import { type Live, liveFigures } from './live.ts'
import { keptContributions } from './records.ts'
import { getReport, type Row } from './report.ts'
import { isSame } from './rules/differ.ts'

type Restatement = OutputOf<typeof contract.restatements>[number]

/** What of a published report is different by now. The report itself stays as it is. @throws Failure 422 when it is not published */
export async function restatements(ctx: Ctx, id: string): Promise<Restatement[]> {
  const row = await getReport(ctx, id)
  if (row.state !== 'published') return fail(422, '这份报告还没有定稿，没有可以对照的数')
  const frozen = await figureRows(ctx, id)
  const codes = frozen.map(({ code }) => code)
  const live = await liveFigures(ctx, row.org_path, row.year, codes, toldAt(row))
  const changed = frozen.filter((figure) => isChanged(figure, live.get(figure.code)))
  const kept = await keptContributions(
    ctx,
    id,
    changed.map(({ code }) => code),
  )
  const told: Restatement[] = []
  for (const figure of changed) {
    const now = live.get(figure.code)
    const records = await changedRecords(ctx, row, figure, {
      live: now,
      kept: kept.get(figure.code) ?? {},
      at: toldAt(row),
    })
    told.push({ ...tell(figure, now), ...records })
  }
  return told
}

/** A year that ran on after the report grew, and nothing is restated by that. */
const toldAt = (row: Row): string => row.published_at ?? yearRange(row.year).to

function isChanged(figure: Figure, live: Live | undefined): boolean {
  if (live === undefined || live.value === null) return true
  return (
    !isSame(figure.value, live.value) ||
    figure.denominator !== live.denominator ||
    figure.definition !== live.figure.definition
  )
}

function tell(figure: Figure, live: Live | undefined): Omit<Restatement, 'changed' | 'records'> {
  const { code, title, unit, value, numerator, denominator, definition } = figure
  const now = live?.value ?? null
  return {
    code,
    title,
    was: value,
    now,
    wasWords: wordsWith(value, unit, numerator, denominator),
    nowWords: live && now !== null ? wordsWith(now, unit, live.numerator, live.denominator) : '现在没有值',
    difference: now === null ? '' : differenceWords(now - value, unit),
    isRedefined: live !== undefined && live.figure.definition !== definition,
  }
}

const wordsWith = (value: number, unit: string, numerator: number | null, denominator: number | null): string =>
  denominator === null ? exactWords(value, unit) : `${exactWords(value, unit)}（${numerator}/${denominator}）`

function differenceWords(difference: number, unit: string): string {
  if (isSame(difference, 0)) return '持平'
  const sign = difference > 0 ? '+' : '-'
  const size = Math.abs(difference)
  return unit === '%' ? `${sign}${exactWords(size, '%').slice(0, -1)} 个百分点` : `${sign}${exactWords(size, unit)}`
}
