import { sql } from 'kysely'
import { endOf, requireReach } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listOrder, pageInOrder } from '../../kernel/workflow/list-order.ts'
import { getMatter as getCommon } from '../../kernel/workflow/matters.ts'
import type { RowOf } from '../../kernel/workflow/record.ts'
import { about } from './about.ts'
import { getTarget } from './adjust.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { shareOfYear } from './rules/days.ts'
import { targetsFor } from './targets.ts'
import { tasksFor } from './tasks.ts'
import { districtOf, listYears } from './year.ts'

type Matter = OutputOf<typeof contract.get>

/** A year's plan as the asker may see it: the district all of it, a street the targets with its own shares. */
export async function getPlan(
  ctx: Ctx,
  { year }: ParsedOf<typeof contract.plan>,
): Promise<OutputOf<typeof contract.plan>> {
  const isDistrict = ctx.actor.orgPath === districtOf(ctx)
  const found = (await listYears(ctx)).find((one) => one.year === year) ?? null
  return {
    year: found,
    isDistrict,
    timePassed: shareOfYear(year, ctx.today),
    targets: found ? await targetsFor(ctx, year, ctx.actor.orgPath, { withDrafts: isDistrict }) : [],
    tasks: found ? await tasksFor(ctx, year) : [],
  }
}

/** One page of tasks, adjustments or supervisions: those in hand by the clock, the longest overdue first; others newest first. One statement. */
export async function listMatters(
  ctx: Ctx,
  input: ParsedOf<typeof contract.list>,
): Promise<OutputOf<typeof contract.list>> {
  requireReach(permissions, 'plan.read', ctx.actor)
  const { kind } = input
  const path = ctx.actor.orgPath
  const order = listOrder(input.scope, input.after)
  const rows = await ctx.tx
    .selectFrom('plan_matters as m')
    .innerJoin('cases as c', (join) => join.onRef('c.federation_id', '=', 'm.federation_id').onRef('c.id', '=', 'm.id'))
    .select(['m.id', 'm.number', 'm.title', 'm.state', 'm.kind', 'm.year', 'm.department', 'm.created_at as createdAt'])
    .select(['c.next_verb as nextVerb', 'c.next_due_at as nextDueAt', sql<string>`m.department`.as('place')])
    .select(order.at.as('at'))
    .where('m.federation_id', '=', ctx.actor.federationId)
    .where('c.line', '=', 'plan')
    .where('m.org_path', '>=', path)
    .where('m.org_path', '<', endOf(path))
    .$if(kind !== undefined, (q) => q.where('m.kind', '=', kind ?? 'task'))
    .$if(input.scope !== 'all', (q) => q.where('c.is_open', '=', input.scope === 'open'))
    .where(order.isBehind)
    .orderBy(order.by)
    .limit(input.limit + 1)
    .execute()
  return pageInOrder(rows, input.limit)
}

/** A task, an adjustment or a supervision on its page, with what it is about and what is about it. */
export async function getMatter(ctx: Ctx, id: string): Promise<Matter> {
  const { row, matter } = await getCommon(ctx, caseLine, id)
  const isTask = row.kind === 'task'
  const { adjustments, supervisions } = await about(ctx, isTask ? { taskId: id } : { ids: [id] })
  const [task] = isTask ? await tasksFor(ctx, row.year, id) : []
  return {
    ...matter,
    kind: row.kind,
    year: row.year,
    task: task ?? null,
    evidence: row.evidence,
    evidenceLink: row.evidence_link,
    about: isTask ? null : await aboutOf(ctx, row),
    adjustment: isTask ? null : (adjustments[0] ?? null),
    supervision: isTask ? null : (supervisions[0] ?? null),
    adjustments: isTask ? adjustments : [],
    supervisions: isTask ? supervisions : [],
  }
}

async function aboutOf(ctx: Ctx, row: RowOf<'plan_matters'>): Promise<Matter['about']> {
  if (row.target_id) {
    const { id, title } = await getTarget(ctx, row.target_id)
    return { title, opens: `/console/plan/target/${id}` }
  }
  const task = await ctx.tx
    .selectFrom('plan_matters')
    .select(['id', 'title'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', row.task_id)
    .executeTakeFirst()
  return task ? { title: task.title, opens: `/console/plan/${task.id}` } : null
}
