import type { Ctx } from '../../kernel/ctx.ts'
import { readReport } from './claims/read.ts'
import { findDefects } from './defects/find.ts'
import { noRecords, type Records, recordsFor } from './figures.ts'
import { judge } from './match/match.ts'
import type { Source } from './rules/words.ts'
import type { Findings } from './stored.ts'

export type Checked = Findings & { year: number | null }

/**
 * Everything there is to say about a report: each claim against the records of the actor's union for the year, and the defects of form.
 * @param year the records' year; by default the one the text tells of, and without either nothing is compared
 */
export async function examine(ctx: Ctx, text: string, source: Source, year?: number): Promise<Checked> {
  const read = readReport(text)
  const told = year ?? read.year
  return found(text, source, read, told, told === null ? noRecords : await recordsFor(ctx, told))
}

/** The same with no records at hand: every claim is left open. */
export function examineAlone(text: string, source: Source, year?: number): Checked {
  const read = readReport(text)
  return found(text, source, read, year ?? read.year, noRecords)
}

function found(
  text: string,
  source: Source,
  read: ReturnType<typeof readReport>,
  year: number | null,
  { figures, targets }: Records,
): Checked {
  const titles = new Map(figures.map(({ code, title }) => [code, title]))
  const claims = judge(read.claims, figures, targets).map(({ sentence: _, ...claim }) => ({
    ...claim,
    figureTitle: claim.figure === null ? null : (titles.get(claim.figure) ?? null),
  }))
  return { year, claims, defects: findDefects(text, read, source) }
}
