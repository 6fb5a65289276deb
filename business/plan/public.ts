import type { Ctx } from '../../kernel/ctx.ts'
import { type PlanTarget, targetsFor } from './targets.ts'
import { type PlanTask, tasksFor } from './tasks.ts'

/** What another line may use of the plan of a year. */
export type { PlanTarget } from './targets.ts'
export type { PlanNode, PlanTask } from './tasks.ts'

const districtOf = (ctx: Ctx): string => `${ctx.actor.federationId}.`

/**
 * The issued targets of a year with how they stand, in the plan's order. What no line records has `isRecorded: false` and no value.
 * @param orgPath the district by default; a street answers with its own shares
 */
export const targetsOf = (ctx: Ctx, year: number, orgPath = districtOf(ctx)): Promise<PlanTarget[]> =>
  targetsFor(ctx, year, orgPath)

/** Those of them that the forecast misses, or that the year, being over, has missed; in the plan's order, not by how far. */
export const targetsAtRisk = async (
  ctx: Ctx,
  { year, orgPath }: { year: number; orgPath?: string },
): Promise<PlanTarget[]> =>
  (await targetsOf(ctx, year, orgPath)).filter(({ risk }) => risk === 'at_risk' || risk === 'missed')

/** The issued tasks of a year in the order of the report, with nodes and how each stands today. The district sees them, streets see none. */
export const tasksOf = async (ctx: Ctx, year: number): Promise<PlanTask[]> =>
  (await tasksFor(ctx, year)).filter(({ state }) => state !== 'draft')

export { calendarOf } from './calendar.ts'
