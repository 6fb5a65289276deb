import { sql } from 'kysely'
import { dayOf, type Span } from '../calendar/days.ts'
import type { Tx } from '../db/database.ts'
import { bucketsOf } from './buckets.ts'
import type { Part } from './fold.ts'
import { industrialOn } from './groups.ts'
import { hasBit, lastDayOf, lastDaysOf, mostDays } from './held.ts'
import { hullOf, onlyOf, type Place, rowsOf } from './rows.ts'

/** Which spans of a stock that tells its days can be read in one statement: as many as there are bits, and with one meaning of the group asked for. */
export function heldTogether({ group }: Place, spans: readonly Span[]): Span[][] {
  const meaningOf = ({ to }: Span) => (group === 'industrial' ? industrialOn(dayOf(to)).validFrom : '')
  return [...Map.groupBy(spans, meaningOf).values()].flatMap((alike) =>
    Array.from({ length: Math.ceil(alike.length / mostDays) }, (_, i) => alike.slice(i * mostDays, (i + 1) * mostDays)),
  )
}

type Read = Record<string, number>

/**
 * Stocks of the same rows and fold in some spans, by code. One walk: rows that count on the same days are counted together, and each day is told from the
 * bits afterwards. A subject counts once on each day on which any of its rows does.
 */
export async function heldAt(
  tx: Tx,
  same: readonly Part[],
  place: Place,
  spans: readonly Span[],
): Promise<[string, number[]][]> {
  const read = await readHeld(tx, same, place, spans)
  return same.map(({ code }, i) => [code, numbersOf(read, i, spans)])
}

/** The same for stocks whose rows are counted one by one, and for one of the spans by place too: a number for each span, and numbers by path. */
export async function heldByPlace(
  tx: Tx,
  same: readonly Part[],
  place: Place,
  { spans, now, paths }: { spans: readonly Span[]; now: Span; paths: readonly string[] },
): Promise<{ numbers: number[]; byPath: Map<string, number> }[]> {
  const { bucket, pathOf } = bucketsOf(paths)
  const read = await readHeld(tx, same, place, [...spans, now], bucket)
  const places = [...Map.groupBy(read, (row) => pathOf(row.bucket ?? 0))]
  return same.map((_, i) => ({
    numbers: numbersOf(read, i, [...spans, now]).slice(0, spans.length),
    byPath: new Map(places.map(([path, rows]) => [path, numbersOf(rows, i, [...spans, now]).at(-1) ?? 0])),
  }))
}

async function readHeld(
  tx: Tx,
  same: readonly Part[],
  place: Place,
  spans: readonly Span[],
  bucket = sql<number>`0`,
): Promise<Read[]> {
  const [only] = same
  if (!only) return []
  const names = same.map((_, i) => `held${i}`)
  const isDistinct = only.figure.fold === 'distinct'
  const isSum = only.figure.fold === 'sum'
  const bits = same.map(({ figure }, i) => {
    const held = sql<number>`case when ${onlyOf(figure)} then ${sql.ref(`f.${figure.held}`)} else 0 end`
    return (isDistinct ? sql<number>`bit_or(${held})` : held).as(`held${i}`)
  })
  const rows = rowsOf(tx, only.figure, place, hullOf(spans), lastDaysOf(spans))
    .select([...bits, bucket.as('bucket')])
    .$if(isSum, (q) => q.select('f.value'))
    .$if(isDistinct, (q) => q.where('f.subject', 'is not', null).groupBy('f.subject'))
  return tx
    .selectFrom(rows.as('r'))
    .select(names.map((name) => sql<number>`${sql.ref(`r.${name}`)}`.as(name)))
    .select(['r.bucket', (isSum ? sql<number>`sum(r.value)::float8` : sql<number>`count(*)`).as('value')])
    .groupBy([...names, 'bucket'].map((name) => sql.ref(`r.${name}`)))
    .execute()
}

/** A number for each span, from what was read of the figure at this place in the list. */
function numbersOf(read: readonly Read[], i: number, spans: readonly Span[]): number[] {
  const days = lastDaysOf(spans)
  return spans.map((span) => {
    const bit = days.indexOf(lastDayOf(span))
    return read.reduce((sum, row) => (hasBit(row[`held${i}`] ?? 0, bit) ? sum + (row.value ?? 0) : sum), 0)
  })
}
