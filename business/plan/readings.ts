import type { Ctx } from '../../kernel/ctx.ts'
import type { Method } from './rules/words.ts'

/** What was last read of a figure with a target: its forecast, how far off such forecasts have been (per cent), the streets' mean progress (per cent). */
export type Reading = {
  value: number
  forecast: number | null
  method: Method
  error: number | null
  errorPoints: number
  average: number | null
  readAt: string
}

/** The last readings of a year, by figure. */
export async function readingsOf(ctx: Ctx, year: number): Promise<Map<string, Reading>> {
  const rows = await ctx.tx
    .selectFrom('plan_readings')
    .select(['figure', 'value', 'forecast', 'method', 'error', 'average'])
    .select(['error_points as errorPoints', 'read_at as readAt'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('year', '=', year)
    .execute()
  return new Map(rows.map(({ figure, ...reading }) => [figure, reading]))
}
