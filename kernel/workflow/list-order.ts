import { type RawBuilder, sql } from 'kysely'
import { markIn, pageBy } from '../db/keyset.ts'

export type Scope = 'open' | 'closed' | 'all'

/**
 * How every list of matters stands: those in hand by the clock, the longest overdue first; the others newest first. The query calls the index card `c`.
 * @param after `next` of the page before
 * @param record what the query calls the table whose `created_at` its index knows
 * @returns `at` to be selected, `isBehind` to be held to, `by` to be ordered by
 * @throws Failure 400 when `after` is no place in such a list
 */
export function listOrder(scope: Scope, after: string | undefined, record = 'c') {
  const byClock = scope === 'open'
  const key = byClock
    ? sql<string>`coalesce(c.next_due_at, 'infinity'::timestamptz)`
    : sql<string>`${sql.ref(`${record}.created_at`)}`
  const id = sql.ref(`${record}.id`)
  const mark = markIn(after, 'instant')
  const place = sql`(${mark?.at}::timestamptz, ${mark?.id}::uuid)`
  const isBehind = byClock ? sql<boolean>`(${key}, ${id}) > ${place}` : sql<boolean>`(${key}, ${id}) < ${place}`
  const by: RawBuilder<unknown> = byClock ? sql`${key}, ${id}` : sql`${key} desc, ${id} desc`
  return { at: sql<string>`${key}::text`, isBehind: mark ? isBehind : sql<boolean>`true`, by }
}

/** A page of rows in that order, of which one more than `limit` was read. */
export function pageInOrder<R extends { id: string; at: string }>(rows: readonly R[], limit: number) {
  const page = pageBy(rows, limit, ({ at, id }) => ({ at, id }))
  return { rows: page.rows.map(({ at: _, ...row }) => row), next: page.next }
}
