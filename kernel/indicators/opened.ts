import { sql } from 'kysely'
import type { Span } from '../calendar/days.ts'
import type { Tx } from '../db/database.ts'
import type { Line } from '../line.ts'
import { bucketsOf } from './buckets.ts'
import { type ByUnion, byUnion, told } from './by-union.ts'
import { type Part, partsOf, type Value, valueFrom } from './fold.ts'
import { heldByPlace, heldTogether } from './held-at.ts'
import { foldOf, hullOf, isWithin, onlyOf, type Place, rowsOf } from './rows.ts'
import { isCountedFlow, stretchesOf, trendOf } from './trend.ts'

/** A figure as its page shows it: in each of the spans, and in each of the places below in the span `now`. */
export type Opened = { values: Value[]; places: ByUnion }

/** `now` is one of the spans; `paths` are of unions within the place that do not overlap. */
type Asked = { spans: readonly Span[]; now: Span; paths: readonly string[] }

/**
 * One figure in many spans, and in one of them by place. What adds up over the places is read once for both: a flow, whose rows may be a quarter of a
 * million, and a stock that tells its days.
 */
export async function openedOf(tx: Tx, line: Line, name: string, place: Place, asked: Asked): Promise<Opened> {
  const parts = partsOf(line, name)
  const [part, under] = parts
  if (!under && isCountedFlow(part)) return flowOf(tx, part, place, asked)
  const isTogether = parts.every(
    ({ figure }) => figure.held && figure.fold === 'count' && figure.rows === part.figure.rows,
  )
  if (isTogether && heldTogether(place, asked.spans).length === 1) return stockOf(tx, parts, place, asked)
  const [values, places] = await Promise.all([
    trendOf(tx, line, name, place, asked.spans),
    byUnion(tx, line, name, { ...place, ...asked.now }, asked.paths),
  ])
  return { values, places }
}

async function stockOf(tx: Tx, parts: readonly Part[], place: Place, asked: Asked): Promise<Opened> {
  const [over, under] = await heldByPlace(tx, parts, place, asked)
  return {
    values: asked.spans.map((_, i) => valueFrom(over?.numbers[i] ?? 0, under && (under.numbers[i] ?? 0))),
    places: told(over?.byPath, under?.byPath, asked.paths),
  }
}

type Cell = { stretch: number; bucket: number; value: number }

async function flowOf(tx: Tx, part: Part, place: Place, { spans, now, paths }: Asked): Promise<Opened> {
  const { figure } = part
  const all = hullOf([...spans, now])
  const { stretch, isIn } = stretchesOf(part, [...spans, now])
  const { bucket, pathOf } = bucketsOf(paths)
  const cells: Cell[] = await rowsOf(tx, figure, place, all)
    .where(isWithin(figure, all))
    .where(sql<boolean>`${onlyOf(figure)}`)
    .select([stretch.as('stretch'), bucket.as('bucket'), foldOf(figure, sql`true`).as('value')])
    .groupBy([sql`1`, sql`2`])
    .execute()
  const sum = (of: readonly Cell[]) => of.reduce((all, { value }) => all + value, 0)
  const inNow = cells.filter((cell) => isIn(cell.stretch, now))
  const byPath = [...Map.groupBy(inNow, (cell) => pathOf(cell.bucket))].map(([path, of]) => [path, sum(of)] as const)
  return {
    values: spans.map((span) => valueFrom(sum(cells.filter((cell) => isIn(cell.stretch, span))), undefined)),
    places: told(new Map(byPath), undefined, paths),
  }
}
