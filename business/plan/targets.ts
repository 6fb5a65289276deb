import type { Ctx } from '../../kernel/ctx.ts'
import { listTargets, type Target } from '../../kernel/parameters/targets.ts'
import { type Reading, readingsOf } from './readings.ts'
import { percentOf, type Risk, riskOf } from './rules/progress.ts'
import { valuesOf } from './values.ts'

/** A target with how it stands. `number` is the union's own share when a street asks; null when it has none. */
export type PlanTarget = Omit<Target, 'number'> & {
  number: number | null
  /** The whole district's. */
  districtNumber: number
  value: number | null
  percent: number | null
  risk: Risk
  reading: Reading | null
}

/**
 * The targets of a year in the plan's order, with live values, for one union: the district as a whole, or a street with its own share. Forecasts are the
 * district's and come from the last reading. @param which `withDrafts` also what is not issued yet (seen by the district only), `figure` only that of this figure
 */
export async function targetsFor(
  ctx: Ctx,
  year: number,
  orgPath: string,
  { withDrafts = false, figure }: { withDrafts?: boolean; figure?: string } = {},
): Promise<PlanTarget[]> {
  const isDistrict = orgPath === `${ctx.actor.federationId}.`
  const figures = figure === undefined ? {} : { figures: [figure] }
  const targets = (await listTargets(ctx, { year, withAll: true, ...figures })).filter(
    ({ issuedOn }) => withDrafts || issuedOn !== null,
  )
  const readings = await readingsOf(ctx, year)
  const shares = isDistrict ? new Map<string, number>() : await sharesOf(ctx, orgPath)
  const values = await valuesOf(
    ctx,
    targets.map(({ figure }) => figure),
    year,
    orgPath,
  )
  return targets.map((target): PlanTarget => {
    const number = isDistrict ? target.number : (shares.get(target.id) ?? null)
    const value = values.get(target.figure) ?? null
    const reading = readings.get(target.figure) ?? null
    const forecast = isDistrict ? (reading?.forecast ?? null) : null
    return {
      ...target,
      number,
      districtNumber: target.number,
      value,
      percent: value === null || number === null ? null : percentOf({ ...target, number }, value),
      risk: number === null ? 'unknown' : riskOf({ ...target, number }, value, forecast, ctx.today),
      reading,
    }
  })
}

async function sharesOf(ctx: Ctx, orgPath: string): Promise<Map<string, number>> {
  const rows = await ctx.tx
    .selectFrom('plan_shares')
    .select(['target_id', 'number'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_path', '=', orgPath)
    .execute()
  return new Map(rows.map(({ target_id, number }) => [target_id, number]))
}
