import { sql } from 'kysely'
import { type Span, yearRange } from '../calendar/days.ts'
import type { Tx } from '../db/database.ts'
import type { Line } from '../line.ts'
import type { Figure } from './define.ts'
import { isRecorded } from './groups.ts'
import { heldAt, heldTogether } from './held-at.ts'
import { type Countable, countedIn, foldOf, hullOf, isWithin, onlyOf, type Place, rowsOf, type Window } from './rows.ts'

export type { Place, Window } from './rows.ts'

export type Value = { value: number; numerator: number | null; denominator: number | null }

export type Named = { code: string; line: string; name: string; figure: Figure }
export type Part = Named & { figure: Countable }

/** Every figure of every line, by code: 'appeals.handled'. */
export const figuresOf = (lines: readonly Line[]): Named[] =>
  lines.flatMap((line) =>
    Object.entries(line.indicators ?? {}).map(([name, figure]) => ({
      code: `${line.slug}.${name}`,
      line: line.slug,
      name,
      figure,
    })),
  )

/** One figure of a line. @throws Error when the line has none of that name */
export function figureOf(line: Line, name: string): Named {
  const figure = line.indicators?.[name]
  if (!figure) throw new Error(`${line.slug} has no figure ${name}`)
  return { code: `${line.slug}.${name}`, line: line.slug, name, figure }
}

export const yearWindow = (federationId: string, orgPath: string, year: number): Window => ({
  federationId,
  orgPath,
  ...yearRange(year),
})

/** A share in per cent with what it rests on; 0 of 0 is 0. */
export const rateOf = (numerator: number, denominator: number): Value => ({
  value: denominator === 0 ? 0 : (numerator / denominator) * 100,
  numerator,
  denominator,
})

/** What is counted for a figure: itself, or numerator and denominator of a rate. @throws Error when a rate names what its line has not */
export function partsOf(line: Line, name: string): readonly [Part] | readonly [Part, Part] {
  const named = figureOf(line, name)
  const { figure } = named
  if (figure.kind !== 'rate') return [{ ...named, figure }]
  const [over, under] = figure.over
  return [partsOf(line, over)[0], partsOf(line, under)[0]]
}

/** Whether a figure can be told for a group of workers: its rows name their person, and something records who belongs to the group. */
export const canTell = (line: Line, name: string, group: Place['group']): boolean =>
  group === undefined || (isRecorded(group) && partsOf(line, name).every(({ figure }) => figure.byGroup))

/** The total of one figure. A rate comes with numerator and denominator; 0 of 0 is 0. */
export async function total(tx: Tx, line: Line, name: string, window: Window): Promise<Value> {
  const [value] = (await totals(tx, [{ line, name }], window, [window])).get(`${line.slug}.${name}`) ?? []
  if (!value) throw new RangeError(`${line.slug}.${name} cannot be told for ${window.group}`)
  return value
}

/**
 * Totals of several figures in several spans, one value for each span in their order, by code. Figures of the same rows are read in one statement: a flow
 * for all its spans together, and a stock too where its rows tell on which days they count, else for each end of a span. What cannot be told for the
 * group of the place is not among them.
 */
export async function totals(
  tx: Tx,
  wanted: readonly { line: Line; name: string }[],
  place: Place,
  spans: readonly Span[],
): Promise<Map<string, Value[]>> {
  const told = wanted.filter(({ line, name }) => canTell(line, name, place.group))
  const parts = new Map(told.flatMap(({ line, name }) => partsOf(line, name)).map((part) => [part.code, part]))
  const bySource = [...Map.groupBy(parts.values(), ({ figure }) => figure.rows).values()]
  const sources = bySource.flatMap((same) => [...Map.groupBy(same, sortOf).values()])
  const counted = new Map((await Promise.all(sources.map((same) => count(tx, same, place, spans)))).flat())
  const of = ({ code }: Part, i: number): number => counted.get(code)?.[i] ?? 0
  return new Map(
    told.map(({ line, name }) => {
      const [over, under] = partsOf(line, name)
      const values = spans.map((_, i) => valueFrom(of(over, i), under && of(under, i)))
      return [`${line.slug}.${name}`, values]
    }),
  )
}

export const valueFrom = (value: number, denominator: number | undefined): Value =>
  denominator === undefined ? { value, numerator: null, denominator: null } : rateOf(value, denominator)

/** What figures have in common that are read in one statement, beside their rows. */
const sortOf = ({ figure }: Part): string => (figure.held ? `held ${figure.fold}` : figure.kind)

/** Figures of the same rows and sort, by code, each with a number for each span. */
async function count(
  tx: Tx,
  same: readonly Part[],
  place: Place,
  spans: readonly Span[],
): Promise<[string, number[]][]> {
  const [only] = same
  if (!only) return []
  if (only.figure.kind === 'flow') return countAt(tx, same, place, spans)
  // As of the same instant a stock is the same, wherever its span begins.
  const ends = [...new Map(spans.map((span) => [span.to, span])).values()]
  const together = only.figure.held ? heldTogether(place, ends) : ends.map((end) => [end])
  const read = await Promise.all(together.map((some) => (only.figure.held ? heldAt : countAt)(tx, same, place, some)))
  const order = together.flat().map(({ to }) => to)
  return same.map(({ code }, i) => {
    const numbers = read.flatMap((answer) => answer[i]?.[1] ?? [])
    return [code, spans.map(({ to }) => numbers[order.indexOf(to)] ?? 0)]
  })
}

async function countAt(
  tx: Tx,
  same: readonly Part[],
  place: Place,
  spans: readonly Span[],
): Promise<[string, number[]][]> {
  const all = hullOf(spans)
  const columns = same.flatMap(({ figure }, i) =>
    spans.map((span, j) => foldOf(figure, countedIn(figure, span)).as(`v${i}_${j}`)),
  )
  const [only] = same
  if (!only) return []
  const isOneInstant = same.every(({ figure }) => figure.at === only.figure.at)
  const row: Record<string, number> = await rowsOf(tx, only.figure, place, all)
    .select(columns)
    .$if(isOneInstant, (q) => q.where(isWithin(only.figure, all)))
    .$if(same.length === 1, (q) => q.where(sql<boolean>`${onlyOf(only.figure)}`))
    .executeTakeFirstOrThrow()
  return same.map(({ code }, i) => [code, spans.map((_, j) => row[`v${i}_${j}`] ?? 0)])
}
