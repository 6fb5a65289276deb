import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'

const wordsOf = (series: string, year: number, n: number): string => `${series}${year}-${String(n).padStart(4, '0')}`

/**
 * The next running number of a series in the current year, without gaps: 'SQ' → 'SQ2026-0012'. The row stays locked until the transaction ends,
 * so a rolled-back action gives its number back.
 */
export async function nextNumber(ctx: Ctx, series: string): Promise<string> {
  const [number = ''] = await takeNumbers(ctx.tx, ctx.actor.federationId, series, Number(ctx.today.slice(0, 4)), 1)
  return number
}

/** The next `count` running numbers of a series in a year, locked as one is. */
export async function takeNumbers(
  tx: Tx,
  federationId: string,
  series: string,
  year: number,
  count: number,
): Promise<string[]> {
  const { last } = await tx
    .insertInto('numbers')
    .values({ federation_id: federationId, series, year, last: count })
    .onConflict((c) =>
      c.columns(['federation_id', 'series', 'year']).doUpdateSet({ last: sql`numbers.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return Array.from({ length: count }, (_, n) => wordsOf(series, year, last - count + n + 1))
}
