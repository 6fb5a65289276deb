import { sql } from 'kysely'
import type { Span } from '../calendar/days.ts'
import type { Tx } from '../db/database.ts'
import type { Line } from '../line.ts'
import { type Part, partsOf, totals, type Value, valueFrom } from './fold.ts'
import { atOf, foldOf, hullOf, isWithin, onlyOf, type Place, rowsOf } from './rows.ts'

/**
 * One figure in many spans, as the months of two years; one value for each, in their order. A flow is read once for all of them, a stock once for each.
 */
export async function trendOf(
  tx: Tx,
  line: Line,
  name: string,
  place: Place,
  spans: readonly Span[],
): Promise<Value[]> {
  const parts = partsOf(line, name)
  if (parts.some(({ figure }) => figure.kind === 'stock' || figure.fold === 'distinct')) {
    return (await totals(tx, [{ line, name }], place, spans)).get(`${line.slug}.${name}`) ?? []
  }
  const [over = [], under] = await Promise.all(parts.map((part) => flowIn(tx, part, place, spans)))
  return spans.map((_, i) => valueFrom(over[i] ?? 0, under && (under[i] ?? 0)))
}

async function flowIn(tx: Tx, { figure }: Part, place: Place, spans: readonly Span[]): Promise<number[]> {
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].toSorted()
  const all = hullOf(spans)
  const rows = await rowsOf(tx, figure, place, all)
    .where(isWithin(figure, all))
    .where(sql<boolean>`${onlyOf(figure)}`)
    .select(sql<number>`width_bucket(${atOf(figure)}, ${edges}::timestamptz[])`.as('edge'))
    .select(foldOf(figure, sql`true`).as('value'))
    .groupBy(sql`1`)
    .execute()
  const begun = (edge: number): string => edges[edge - 1] ?? ''
  return spans.map(({ from, to }) =>
    rows.filter(({ edge }) => from <= begun(edge) && begun(edge) < to).reduce((sum, { value }) => sum + value, 0),
  )
}
