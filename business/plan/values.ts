import { addMilliseconds, yearRange } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { byUnion } from '../../kernel/indicators/by-union.ts'
import type { Figure } from '../../kernel/indicators/define.ts'
import { totals } from '../../kernel/indicators/fold.ts'
import type { Window } from '../../kernel/indicators/rows.ts'
import type { Line } from '../../kernel/line.ts'

export type Found = { line: Line; name: string; figure: Figure }

/** The figure behind a code, undefined when no line records it yet. */
export function findFigure(ctx: Ctx, code: string): Found | undefined {
  const [slug, name = ''] = code.split('.')
  const line = ctx.house.lines.find((one) => one.slug === slug)
  const figure = line?.indicators?.[name]
  return line && figure && { line, name, figure }
}

/** A year at a union, never beyond now: the running year is as of today. */
export function windowOf(ctx: Ctx, year: number, orgPath: string): Window {
  const { from, to } = yearRange(year)
  const isRunning = from < ctx.now && ctx.now < to
  return { federationId: ctx.actor.federationId, orgPath, from, to: isRunning ? addMilliseconds(ctx.now, 1) : to }
}

/** How figures stand in a year at a union, by code; one that no line records is not among them, nor is any before the year begins. */
export async function valuesOf(
  ctx: Ctx,
  codes: readonly string[],
  year: number,
  orgPath: string,
): Promise<Map<string, number>> {
  const window = windowOf(ctx, year, orgPath)
  const found = codes.flatMap((code) => findFigure(ctx, code) ?? [])
  if (found.length === 0 || window.from > ctx.now) return new Map()
  const read = await totals(ctx.tx, found, window, [window])
  return new Map([...read].flatMap(([code, [one]]) => (one ? [[code, one.value] as const] : [])))
}

/** One figure at some unions below, by path; empty as above. */
export async function valuesBelow(
  ctx: Ctx,
  code: string,
  year: number,
  paths: readonly string[],
): Promise<Map<string, number>> {
  const found = findFigure(ctx, code)
  const window = windowOf(ctx, year, `${ctx.actor.federationId}.`)
  if (!found || window.from > ctx.now) return new Map()
  const { each } = await byUnion(ctx.tx, found.line, found.name, window, paths)
  return new Map(paths.map((path, i) => [path, each[i]?.value ?? 0]))
}
