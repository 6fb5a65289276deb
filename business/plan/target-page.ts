import { monthRange } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { trendOf } from '../../kernel/indicators/trend.ts'
import { about } from './about.ts'
import { streetsOf } from './actions.ts'
import { getTarget } from './adjust.ts'
import type { contract } from './contract.ts'
import { monthName, shareOfYear } from './rules/days.ts'
import { percentOf } from './rules/progress.ts'
import { evenSplit, splitHint } from './rules/split.ts'
import { type PlanTarget, targetsFor } from './targets.ts'
import { findFigure, valuesBelow } from './values.ts'
import { districtOf } from './year.ts'

type Page = OutputOf<typeof contract.target>

/** One target: how it came about month by month, its shares, and what was asked and changed. A street sees its own share and the streets' mean. */
export async function getTargetPage(ctx: Ctx, { id }: ParsedOf<typeof contract.target>): Promise<Page> {
  const { year, figure } = await getTarget(ctx, id)
  const isDistrict = ctx.actor.orgPath === districtOf(ctx)
  const [target] = await targetsFor(ctx, year, ctx.actor.orgPath, { withDrafts: isDistrict, figure })
  if (!target) return fail(404, '没有这项目标，请从列表重新进入')
  const streets = isDistrict ? await sharesAt(ctx, target) : []
  const shares = streets.flatMap(({ number }) => (number === null ? [] : [number]))
  const isDivisible = findFigure(ctx, target.figure)?.figure.kind !== 'rate' && target.unit !== '%'
  return {
    target,
    isDistrict,
    timePassed: shareOfYear(year, ctx.today),
    ...(await monthsOf(ctx, target)),
    streets,
    hint: splitHint(target.districtNumber, shares, target.unit, isDivisible).words,
    even: evenSplit(target.districtNumber, streets.length, isDivisible),
    ...(await about(ctx, { targetId: id })),
  }
}

/** What each month of the year up to today brought; of a stock how high it stood at its end, of a rate what it was. */
async function monthsOf(ctx: Ctx, { figure, year }: PlanTarget): Promise<Pick<Page, 'months' | 'isCumulative'>> {
  const found = findFigure(ctx, figure)
  const months = monthsIn(year).filter((month) => `${month}-01` <= ctx.today)
  if (!found || months.length === 0) return { months: [], isCumulative: false }
  const place = { federationId: ctx.actor.federationId, orgPath: ctx.actor.orgPath }
  const values = await trendOf(
    ctx.tx,
    found.line,
    found.name,
    place,
    months.map((_, i) => monthRange(year, i + 1)),
  )
  return {
    isCumulative: found.figure.kind !== 'flow',
    months: months.map((month, i) => ({ month, value: values[i]?.value ?? 0 })),
  }
}

const monthsIn = (year: number): string[] => Array.from({ length: 12 }, (_, i) => monthName(year, i + 1))

/** Every street in official order with its share and how far it is; never by how far. */
async function sharesAt(ctx: Ctx, target: PlanTarget): Promise<Page['streets']> {
  const streets = await streetsOf(ctx)
  const paths = streets.map(({ path }) => path)
  const values = await valuesBelow(ctx, target.figure, target.year, paths)
  const rows = await ctx.tx
    .selectFrom('plan_shares')
    .select(['org_id', 'number'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('target_id', '=', target.id)
    .execute()
  const shares = new Map(rows.map(({ org_id, number }) => [org_id, number]))
  return streets.map(({ id, name, path }) => {
    const number = shares.get(id) ?? null
    const value = values.get(path) ?? 0
    return { id, name, path, number, value, percent: number === null ? null : percentOf({ ...target, number }, value) }
  })
}
