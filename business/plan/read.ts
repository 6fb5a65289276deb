import { z } from 'zod'
import { yearOf } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listTargets, type Target } from '../../kernel/parameters/targets.ts'
import { lastDayOf } from './rules/days.ts'
import { forecastAt, pastErrorOf } from './rules/forecast.ts'
import { averageOf } from './rules/progress.ts'
import { seriesOf } from './series.ts'
import { findFigure, valuesBelow, valuesOf } from './values.ts'
import { districtOf } from './year.ts'

const Years = z.object({ year: z.int().optional() })
const One = z.object({ year: z.int(), figure: z.string() })

/** Every night: the running year's figures, in January also those of the year that ended. One job each, so that nobody waits behind all of them. */
export async function readTargets(ctx: Ctx, data: unknown): Promise<void> {
  const { year } = Years.parse(data ?? {})
  const now = yearOf(ctx.today)
  const years = year === undefined ? (ctx.today.slice(5, 7) === '01' ? [now - 1, now] : [now]) : [year]
  let asked = 0
  for (const one of years) {
    for (const { figure } of await listTargets(ctx, { year: one })) {
      await ctx.house.later(ctx.tx, 'plan.readOne', { year: one, figure })
      asked += 1
    }
  }
  ctx.audit = { line: 'plan', recordId: null, reason: `安排读取 ${asked} 项目标的进度` }
}

/** One target's figure: where it stands, where it will stand, how far off such forecasts have been, and the streets' mean. */
export async function readOne(ctx: Ctx, data: unknown): Promise<void> {
  const { year, figure } = One.parse(data)
  const [target] = await listTargets(ctx, { year, figures: [figure] })
  const value = (await valuesOf(ctx, [figure], year, districtOf(ctx))).get(figure)
  if (!target || value === undefined) return
  const row = {
    federation_id: ctx.actor.federationId,
    year,
    figure,
    value,
    ...(await forecastOf(ctx, target, value)),
    average: await averageAt(ctx, target),
    read_at: ctx.now,
  }
  await ctx.tx
    .insertInto('plan_readings')
    .values(row)
    .onConflict((c) => c.columns(['federation_id', 'year', 'figure']).doUpdateSet(row))
    .execute()
  ctx.audit = {
    line: 'plan',
    recordId: null,
    reason: `${year} 年“${target.title}”${value}，预计 ${row.forecast ?? '—'}`,
  }
}

async function forecastOf(ctx: Ctx, target: Target, value: number) {
  const found = findFigure(ctx, target.figure)
  if (!found || ctx.today > lastDayOf(target.year)) {
    return { forecast: value, method: 'over' as const, error: null, error_points: 0 }
  }
  const series = await seriesOf(ctx, found, districtOf(ctx))
  const { value: forecast, method } = forecastAt(series, ctx.today)
  const past = pastErrorOf(series, target.year)
  return { forecast, method, error: past.percent, error_points: past.points }
}

async function averageAt(ctx: Ctx, target: Target): Promise<number | null> {
  const shares = await ctx.tx
    .selectFrom('plan_shares')
    .select(['org_path', 'number'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('target_id', '=', target.id)
    .execute()
  if (shares.length === 0) return null
  const paths = shares.map(({ org_path }) => org_path)
  const values = await valuesBelow(ctx, target.figure, target.year, paths)
  const { comparator } = target
  return averageOf(shares.map(({ org_path, number }) => ({ comparator, number, value: values.get(org_path) ?? 0 })))
}
