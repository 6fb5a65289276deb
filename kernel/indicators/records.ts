import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import type { FigureRow } from './define.ts'
import type { Part } from './fold.ts'
import { atOf, countedIn, rowsOf, type Window } from './rows.ts'

type Cursor = { at: string; record: string; seen: number }

/**
 * The rows behind a figure, newest first, a page at a time; all pages together are what was counted. The same record may stand in several rows of one
 * instant, so the cursor says how many of those were shown; such rows are told apart by all they hold, and those that hold the same are interchangeable.
 * @param page `after` is the `next` of the page before, else it begins anew
 */
export async function recordsOf(
  tx: Tx,
  { figure }: Part,
  window: Window,
  page: { after?: string | undefined; limit: number },
): Promise<{ rows: FigureRow[]; next: string | null }> {
  const after = readCursor(page.after)
  const at = atOf(figure)
  const wanted = rowsOf(tx, figure, window, window)
    .where(countedIn(figure, window))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(${at}, f.record) <= (${after?.at}::timestamptz, ${after?.record}::uuid)`),
    )
    .select(['f.record', 'f.org_path', 'f.value', at.as('at')])
    .$if(figure.fold === 'distinct', (q) => q.select('f.subject'))
    .orderBy(sql`${at} desc, f.record desc, f.org_path desc, f.value desc`)
    .$if(figure.fold === 'distinct', (q) => q.orderBy('f.subject', 'desc'))
    .offset(after?.seen ?? 0)
    .limit(page.limit + 1)
  // Only what is shown is written out: the text of an instant costs more than all else of a row.
  const rows = await tx.selectFrom(wanted.as('r')).selectAll('r').select(exactly.as('exact')).execute()
  const shown = rows.slice(0, page.limit)
  return {
    rows: shown.map(({ exact: _, ...row }) => row),
    next: rows.length > page.limit ? nextOf(shown, after) : null,
  }
}

function nextOf(shown: readonly { record: string; exact: string }[], after: Cursor | null): string | null {
  const last = shown.at(-1)
  if (!last) return null
  const isSame = (one: { record: string; exact: string }) => one.record === last.record && one.exact === last.exact
  const before = shown.every(isSame) && after?.record === last.record && after.at === last.exact ? after.seen : 0
  return `${last.exact}|${last.record}|${before + shown.filter(isSame).length}`
}

/** To the microsecond, which an instant of the house does not tell. */
const exactly = sql<string>`to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const Cursor = z.tuple([z.iso.datetime(), z.uuid(), z.coerce.number().int().min(1).max(1e9)])

/** A cursor that no page wrote begins anew. */
function readCursor(text: string | undefined): Cursor | null {
  const read = Cursor.safeParse(text?.split('|'))
  return read.success ? { at: read.data[0], record: read.data[1], seen: read.data[2] } : null
}
