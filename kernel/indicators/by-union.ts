import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Line } from '../line.ts'
import { bucketsOf } from './buckets.ts'
import { type Part, partsOf, type Value, valueFrom } from './fold.ts'
import { countedIn, foldOf, rowsOf, type Window } from './rows.ts'

/** One figure in each of several places, in their order, and what lies in none of them. */
export type ByUnion = { each: Value[]; rest: Value }

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
): Promise<ByUnion> {
  const parts = partsOf(line, name)
  const [first, second] = parts
  if (second === undefined || first.figure.rows === second.figure.rows) {
    const [over, under] = await countIn(tx, parts, window, paths)
    return told(over, under, paths)
  }
  const [[over], [under]] = await Promise.all([
    countIn(tx, [first], window, paths),
    countIn(tx, [second], window, paths),
  ])
  return told(over, under, paths)
}

type Counts = Map<string, number>

/** Numbers by path into values; what is under no path stands under ''. */
export function told(over: Counts | undefined, under: Counts | undefined, paths: readonly string[]): ByUnion {
  const of = (path: string): Value => valueFrom(over?.get(path) ?? 0, under && (under.get(path) ?? 0))
  return { each: paths.map(of), rest: of('') }
}

/** Numbers of figures of the same rows, each by path. */
async function countIn(tx: Tx, same: readonly Part[], window: Window, paths: readonly string[]): Promise<Counts[]> {
  const [only] = same
  if (!only) return []
  const { bucket, pathOf } = bucketsOf(paths)
  const isCounted = sql.join(
    same.map(({ figure }) => sql`(${countedIn(figure, window)})`),
    sql` or `,
  )
  const rows: Record<string, number>[] = await rowsOf(tx, only.figure, window, window)
    .where(sql<boolean>`(${isCounted})`)
    .select(bucket.as('bucket'))
    .select(same.map(({ figure }, i) => foldOf(figure, countedIn(figure, window)).as(`v${i}`)))
    .groupBy(sql`1`)
    .execute()
  return same.map((_, i) => new Map(rows.map((row) => [pathOf(row.bucket ?? 0), row[`v${i}`] ?? 0])))
}
