import { uuidv7 } from 'uuidv7'
import { yearOf } from '../../kernel/calendar/days.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { caseLine, supervisions } from './case-line.ts'
import { targetsFor } from './targets.ts'
import { districtOf } from './year.ts'

type Found = {
  title: string
  year: number
  department: string
  cause: 'node' | 'forecast'
  taskId: string | null
  nodeId: string | null
  targetId: string | null
  responsible: string | null
}

/**
 * Supervision by exception: every morning, what is late or will miss its target is asked about, once, of whoever is responsible; what has come right
 * before it was answered is closed. Nothing that goes well is asked about.
 */
export async function watch(ctx: Ctx): Promise<void> {
  const settled = await settleRight(ctx)
  const found = [...(await lateNodes(ctx)), ...(await missedTargets(ctx))]
  for (const one of found) await ask(ctx, one)
  ctx.audit = { line: 'plan', recordId: null, reason: `发起督办 ${found.length} 件，解除 ${settled} 件` }
}

async function ask(ctx: Ctx, { title, year, department, cause, ...about }: Found): Promise<void> {
  await openCase(ctx, supervisions as unknown as typeof caseLine, 'ask', {
    id: uuidv7(),
    number: await nextNumber(ctx, 'DB'),
    kind: 'supervision',
    title,
    year,
    department,
    cause,
    task_id: about.taskId,
    node_id: about.nodeId,
    target_id: about.targetId,
    org_path: districtOf(ctx),
    unit_path: districtOf(ctx),
    owner_id: null,
    assignee_id: about.responsible,
    dispute_id: null,
  })
}

/** Nodes whose day has passed, of tasks under way, that nobody was asked about. */
async function lateNodes(ctx: Ctx): Promise<Found[]> {
  const rows = await ctx.tx
    .selectFrom('plan_nodes as n')
    .innerJoin('plan_matters as t', (join) =>
      join.onRef('t.federation_id', '=', 'n.federation_id').onRef('t.id', '=', 'n.task_id'),
    )
    .select(['n.id', 'n.title as node', 't.id as taskId', 't.title', 't.year', 't.department', 't.assignee_id'])
    .where('n.federation_id', '=', ctx.actor.federationId)
    .where('n.done_on', 'is', null)
    .where('n.due_on', '<', ctx.today)
    .where('t.state', 'in', ['issued', 'running'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plan_matters as m')
            .select('m.id')
            .whereRef('m.federation_id', '=', 'n.federation_id')
            .whereRef('m.node_id', '=', 'n.id'),
        ),
      ),
    )
    .orderBy('n.due_on')
    .orderBy('n.id')
    .limit(200)
    .execute()
  return rows.map(({ id, node, taskId, title, year, department, assignee_id }) => ({
    title: `${title}：节点“${node}”逾期`,
    year,
    department,
    cause: 'node',
    taskId,
    nodeId: id,
    targetId: null,
    responsible: assignee_id,
  }))
}

/** Targets of the running year that the forecast misses and nobody was asked about. */
async function missedTargets(ctx: Ctx): Promise<Found[]> {
  const year = yearOf(ctx.today)
  const targets = (await targetsFor(ctx, year, districtOf(ctx))).filter(({ risk }) => risk === 'at_risk')
  if (targets.length === 0) return []
  const asked = await ctx.tx
    .selectFrom('plan_matters')
    .select('target_id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('kind', '=', 'supervision')
    .where(
      'target_id',
      'in',
      targets.map(({ id }) => id),
    )
    .execute()
  const known = new Set(asked.map(({ target_id }) => target_id))
  return targets
    .filter(({ id }) => !known.has(id))
    .map(({ id, title, department }) => ({
      title: `${title}：预计到年底完不成`,
      year,
      department,
      cause: 'forecast',
      taskId: null,
      nodeId: null,
      targetId: id,
      responsible: null,
    }))
}

/** Unanswered questions about what has since been done, or is on its way again. */
async function settleRight(ctx: Ctx): Promise<number> {
  const asked = await ctx.tx
    .selectFrom('plan_matters as m')
    .leftJoin('plan_nodes as n', (join) =>
      join.onRef('n.federation_id', '=', 'm.federation_id').onRef('n.id', '=', 'm.node_id'),
    )
    .select(['m.id', 'm.target_id', 'n.done_on'])
    .where('m.federation_id', '=', ctx.actor.federationId)
    .where('m.state', '=', 'asked')
    .orderBy('m.id')
    .execute()
  const wanting = asked.some(({ target_id }) => target_id !== null)
  const targets = wanting ? await targetsFor(ctx, yearOf(ctx.today), districtOf(ctx)) : []
  const right = new Set(targets.filter(({ risk }) => risk === 'reached' || risk === 'on_way').map(({ id }) => id))
  const done = asked.filter(
    ({ done_on, target_id }) => done_on !== null || (target_id !== null && right.has(target_id)),
  )
  for (const { id } of done) await advance(ctx, caseLine, 'settle', id)
  return done.length
}
