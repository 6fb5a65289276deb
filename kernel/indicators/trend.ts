import { sql } from 'kysely'
import type { Span } from '../calendar/days.ts'
import type { Tx } from '../db/database.ts'
import type { Line } from '../line.ts'
import { type Part, partsOf, totals, type Value, valueFrom } from './fold.ts'
import { atOf, foldOf, hullOf, isWithin, onlyOf, type Place, rowsOf } from './rows.ts'

/**
 * One figure in many spans, as the months of two years; one value for each, in their order. A flow is read once for all of them, a stock too where its
 * rows tell on which days they count, else once for each.
 */
export async function trendOf(
  tx: Tx,
  line: Line,
  name: string,
  place: Place,
  spans: readonly Span[],
): Promise<Value[]> {
  const parts = partsOf(line, name)
  if (!parts.every(isCountedFlow)) {
    return (await totals(tx, [{ line, name }], place, spans)).get(`${line.slug}.${name}`) ?? []
  }
  const [over = [], under] = await Promise.all(parts.map((part) => flowIn(tx, part, place, spans)))
  return spans.map((_, i) => valueFrom(over[i] ?? 0, under && (under[i] ?? 0)))
}

/** Whether each row counts as one in the stretch of time it lies in, so that stretches add up, to the last digit. */
export const isCountedFlow = ({ figure }: Part): boolean => figure.kind === 'flow' && figure.fold === 'count'

/** Stretches of time between all the beginnings and ends of some spans, each with a running number from 1, and how to add them up again. */
export function stretchesOf({ figure }: Part, spans: readonly Span[]) {
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].toSorted()
  const begun = (stretch: number): string => edges[stretch - 1] ?? ''
  return {
    stretch: sql<number>`width_bucket(${atOf(figure)}, ${edges}::timestamptz[])`,
    isIn: (stretch: number, { from, to }: Span): boolean => from <= begun(stretch) && begun(stretch) < to,
  }
}

async function flowIn(tx: Tx, part: Part, place: Place, spans: readonly Span[]): Promise<number[]> {
  const { figure } = part
  const all = hullOf(spans)
  const { stretch, isIn } = stretchesOf(part, spans)
  const rows = await rowsOf(tx, figure, place, all)
    .where(isWithin(figure, all))
    .where(sql<boolean>`${onlyOf(figure)}`)
    .select([stretch.as('stretch'), foldOf(figure, sql`true`).as('value')])
    .groupBy(sql`1`)
    .execute()
  return spans.map((span) => rows.filter((row) => isIn(row.stretch, span)).reduce((sum, { value }) => sum + value, 0))
}
