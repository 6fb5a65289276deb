import type { Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { AnnualReport } from '../../kernel/db/schema.gen.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import { liveFigures, nextTargets } from './live.ts'
import { type Block, Body, figuresIn, targetsIn } from './rules/body.ts'
import type { Say } from './rules/print.ts'
import { figureWords, targetWords } from './rules/wording.ts'

export type Row = Selectable<AnnualReport>

/** One report within reach of `annual-report.read`. @throws Failure 404/403 */
export const getReport = (ctx: Ctx, id: string): Promise<Row> => getRecord(ctx, caseLine, 'annual-report.read', id)

/** The text of a report. Held to its shape again: what the screens are given is what they know. */
export const bodyOf = (row: Pick<Row, 'body'>): Block[] => Body.parse(row.body)

export type Material = {
  figures: Awaited<ReturnType<typeof liveFigures>>
  targets: Awaited<ReturnType<typeof nextTargets>>
}

/** The figures and targets in a text as they stand now. */
export async function materialOf(
  ctx: Ctx,
  row: Pick<Row, 'org_path' | 'year'>,
  body: readonly Block[],
): Promise<Material> {
  const figures = await liveFigures(ctx, row.org_path, row.year, figuresIn(body))
  const targets = targetsIn(body).length > 0 ? await nextTargets(ctx, row.org_path, row.year) : new Map()
  return { figures, targets }
}

/** The words of a token by live figures; `untold` is called with what has none. */
export const sayBy =
  ({ figures, targets }: Material, untold: (code: string) => string): Say =>
  (token) => {
    if ('figure' in token) {
      const live = figures.get(token.figure)
      const words = live && figureWords(live, token.form, live.figure.wording)
      return words ? { text: words, annex: token.figure } : { text: untold(token.figure) }
    }
    const target = targets.get(token.target)
    const words = target && targetWords(target)
    return words ? { text: words, annex: targetKey(token.target) } : { text: untold(token.target) }
  }

/** A figure and its target may stand in one text; their annex entries are two. */
export const targetKey = (code: string): string => `target:${code}`
