import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'

/**
 * The next running number of a series in the current year, without gaps: 'SQ' → 'SQ2026-0012'. The row stays locked until the transaction ends,
 * so a rolled-back action gives its number back.
 */
export async function nextNumber(ctx: Ctx, series: string): Promise<string> {
  const year = Number(ctx.today.slice(0, 4))
  const { last } = await ctx.tx
    .insertInto('numbers')
    .values({ federation_id: ctx.actor.federationId, series, year, last: 1 })
    .onConflict((c) => c.columns(['federation_id', 'series', 'year']).doUpdateSet({ last: sql`numbers.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${series}${year}-${String(last).padStart(4, '0')}`
}
