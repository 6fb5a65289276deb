import type { Ctx } from '../../kernel/ctx.ts'
import { targetsOf, tasksOf } from '../plan/public.ts'
import { liveFigures } from './live.ts'
import type { Block } from './rules/body.ts'
import { compose, lineOf, type PlannedTarget, type Telling } from './rules/compose.ts'

/** The first draft of the own union's year: what the lines tell, then the plan of the next year. A union below the district has targets, no tasks. */
export async function firstDraft(ctx: Ctx, year: number): Promise<Block[]> {
  const { orgPath, orgName } = ctx.actor
  const lines = ctx.house.lines.flatMap(({ slug, report }): Telling[] => (report ? [{ slug, report }] : []))
  const figures = await liveFigures(ctx, orgPath, year, codesOf(lines))
  const [targets, tasks] = await Promise.all([plannedTargets(ctx, year), tasksOf(ctx, year + 1)])
  const counts = (code: string) => (figures.get(code)?.value ?? 0) !== 0
  return compose({ union: orgName, year, lines, counts, tasks, targets })
}

async function plannedTargets(ctx: Ctx, year: number): Promise<PlannedTarget[]> {
  const chapters = new Map(ctx.house.lines.map(({ slug, chapter }) => [slug, chapter]))
  const targets = await targetsOf(ctx, year + 1, ctx.actor.orgPath)
  return targets
    .filter(({ number }) => number !== null)
    .map(({ figure, title, said }) => ({ figure, title, said, chapter: chapters.get(lineOf(figure)) ?? '' }))
}

const codesOf = (lines: readonly Telling[]): string[] =>
  lines.flatMap(({ slug, report }) =>
    report.sentences.flatMap((sentence) =>
      sentence.flatMap((clause) =>
        clause.flatMap((part) => (typeof part === 'string' ? [] : [`${slug}.${part.figure}`])),
      ),
    ),
  )
