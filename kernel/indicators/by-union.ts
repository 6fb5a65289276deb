import { sql } from 'kysely'
import { endOf } from '../access/permissions.ts'
import type { Tx } from '../db/database.ts'
import type { Line } from '../line.ts'
import { type Part, partsOf, type Value, valueFrom } from './fold.ts'
import { countedIn, foldOf, rowsOf, type Window } from './rows.ts'

/**
 * One figure in each of several places that do not overlap, in their order, and what of the window lies in none of them.
 * @param paths of unions within the window
 */
export async function byUnion(
  tx: Tx,
  line: Line,
  name: string,
  window: Window,
  paths: readonly string[],
): Promise<{ each: Value[]; rest: Value }> {
  const parts = partsOf(line, name)
  const [over, under] = await Promise.all(parts.map((part) => countIn(tx, part, window, paths)))
  const of = (path: string): Value => valueFrom(over?.get(path) ?? 0, under && (under.get(path) ?? 0))
  return { each: paths.map(of), rest: of('') }
}

/** Each place is the span of paths from its own to the next sibling's; what falls between two spans is in none of them. */
async function countIn(
  tx: Tx,
  { figure }: Part,
  window: Window,
  paths: readonly string[],
): Promise<Map<string, number>> {
  const edges = [...new Set(paths.flatMap((path) => [path, endOf(path)]))].toSorted((a, b) => (a < b ? -1 : 1))
  const begins = new Set(paths)
  const inside = edges.flatMap((edge, i) => (begins.has(edge) ? [i + 1] : []))
  const edge = sql<number>`width_bucket(f.org_path collate "C", ${edges}::text[])`
  const rows = await rowsOf(tx, figure, window, window)
    .where(countedIn(figure, window))
    .select(sql<number>`case when ${edge} = any (${inside}::int[]) then ${edge} else 0 end`.as('place'))
    .select(foldOf(figure, sql`true`).as('value'))
    .groupBy(sql`1`)
    .execute()
  return new Map(rows.map(({ place, value }) => [edges[place - 1] ?? '', value]))
}
