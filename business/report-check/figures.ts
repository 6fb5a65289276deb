import type { Ctx } from '../../kernel/ctx.ts'
import { contract } from '../../kernel/indicators/contract.ts'
import { line as figures } from '../../kernel/indicators/line.ts'
import type { Line } from '../../kernel/line.ts'
import { targetsOf } from '../plan/public.ts'
import type { KnownFigure } from './match/candidates.ts'
import type { KnownTarget } from './match/told.ts'

/** What the house can say to a report: whose records they are, its figures of a year, those nobody records yet (`value` null), and the plan of the year after. */
export type Records = { body: string; figures: KnownFigure[]; targets: KnownTarget[] }

export const noRecords: Records = { body: '', figures: [], targets: [] }

const ask = async (ctx: Ctx, name: 'list' | 'unrecorded', input: unknown): Promise<unknown> =>
  figures.handlers[name]?.(ctx, contract[name].input.parse(input))

/** The records of the actor's own union for a year. */
export async function recordsFor(ctx: Ctx, year: number): Promise<Records> {
  const recorded = contract.list.output.parse(await ask(ctx, 'list', { period: String(year) }))
  const published = contract.unrecorded.output.parse(await ask(ctx, 'unrecorded', {}))
  const alike = wordedBy(ctx.house.lines)
  const targets = await targetsOf(ctx, year + 1, ctx.actor.orgPath)
  return {
    body: ctx.actor.orgName,
    figures: [
      ...recorded.map(({ code, title, unit, value, definition }) => ({
        code,
        title,
        unit,
        value,
        definition,
        alike: alike.get(code) ?? [],
      })),
      ...published.map(({ code, title, unit }) => ({ code, title, unit, value: null })),
    ],
    targets: targets.flatMap(({ figure, title, unit, year, comparator, number, said }) =>
      number === null ? [] : [{ figure, title, unit, year, comparator, number, said }],
    ),
  }
}

/** The words before each figure in the sentences that its line writes for the annual report: another name of it. */
function wordedBy(lines: readonly Line[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { slug, report } of lines)
    for (const clause of report?.sentences.flat() ?? [])
      for (const [place, part] of clause.entries()) {
        const words = clause[place - 1]
        if (typeof part === 'string' || typeof words !== 'string') continue
        const code = `${slug}.${part.figure}`
        found.set(code, [...(found.get(code) ?? []), words.replace(/^(?:其中|年末|、)+/, '')])
      }
  return found
}
