import { addMilliseconds, dayOf, type Span, yearRange } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Figure } from '../../kernel/indicators/define.ts'
import { figuresOf, totals } from '../../kernel/indicators/fold.ts'
import { targetsOf } from '../plan/public.ts'
import type { Told, Wanted } from './rules/wording.ts'

/** A figure as it stands now for the year and union of a report. */
export type Live = Told & { code: string; line: string; figure: Figure; asOf: string }
export type LiveTarget = Wanted & { code: string; title: string; source: string }

/**
 * The figures of some codes as they stand now, by code, with the year before beside them: as many statements as there are registers behind them.
 * @param at up to when a year still running counts, and from when on it is over: now, or the instant of a publication
 */
export async function liveFigures(
  ctx: Ctx,
  orgPath: string,
  year: number,
  codes: readonly string[],
  at = ctx.now,
): Promise<Map<string, Live>> {
  const wanted = new Set(codes)
  const known = figuresOf(ctx.house.lines).filter(({ code }) => wanted.has(code))
  const lines = new Map(ctx.house.lines.map((line) => [line.slug, line]))
  const asked = known.flatMap(({ line, name }) => {
    const of = lines.get(line)
    return of ? [{ line: of, name }] : []
  })
  const [now, before] = [spanTold(year, at), yearRange(year - 1)]
  const found = await totals(ctx.tx, asked, { federationId: ctx.actor.federationId, orgPath }, [now, before])
  const asOf = lastDayOf(now)
  return new Map(
    known.map(({ code, line, figure }): [string, Live] => {
      const [value, last] = found.get(code) ?? []
      const told = {
        value: toldOf(value),
        numerator: value?.numerator ?? null,
        denominator: value?.denominator ?? null,
      }
      const { unit, kind } = figure
      return [code, { code, line, figure, asOf, unit, kind, ...told, lastYear: toldOf(last) }]
    }),
  )
}

/** A share of nothing is no number. */
const toldOf = (value: { value: number; denominator: number | null } | undefined): number | null =>
  value === undefined || value.denominator === 0 ? null : value.value

/** What of a year is told at an instant, half-open; what happens at the very instant is in. */
export function spanTold(year: number, at: string): Span {
  const { from, to } = yearRange(year)
  return { from, to: from <= at && at < to ? addMilliseconds(at, 1) : to }
}

const lastDayOf = ({ to }: Span): string => dayOf(addMilliseconds(to, -1))

/** The issued targets of the year after the report, by code, as they are for its union. */
export async function nextTargets(ctx: Ctx, orgPath: string, year: number): Promise<Map<string, LiveTarget>> {
  const targets = await targetsOf(ctx, year + 1, orgPath)
  return new Map(
    targets
      .filter(({ number }) => number !== null)
      .map(({ figure, title, unit, comparator, number, said, source }) => [
        figure,
        { code: figure, title, unit, comparator, number, said, source },
      ]),
  )
}
