import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listTargets, saveTarget as putTarget } from '../../kernel/parameters/targets.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { addTask, officers } from './draft.ts'
import { inYear } from './rules/days.ts'
import { nodesOf } from './tasks.ts'
import { getDraft, listYears } from './year.ts'

/** A new draft, empty or carried over from a year before: targets and tasks as they stood, their days moved to the new year, responsible whoever still is in post. @throws Failure 409, 404 */
export async function startYear(
  ctx: Ctx,
  input: ParsedOf<typeof contract.startYear>,
): Promise<OutputOf<typeof contract.startYear>> {
  const { year, title, source, copyFrom } = input
  const years = await listYears(ctx)
  if (years.some((one) => one.year === year)) fail(409, `${year} 年已经有计划了，请直接打开`)
  if (copyFrom !== undefined && !years.some((one) => one.year === copyFrom)) fail(404, `${copyFrom} 年没有计划可以沿用`)
  await ctx.tx
    .insertInto('plan_years')
    .values({
      federation_id: ctx.actor.federationId,
      year,
      title,
      source,
      copied_from: copyFrom ?? null,
      drafted_by: ctx.actor.personId,
      created_at: ctx.now,
    })
    .execute()
  ctx.audit.reason = copyFrom === undefined ? `起草 ${title}` : `起草 ${title}，沿用 ${copyFrom} 年`
  if (copyFrom === undefined) return { year, targets: 0, tasks: 0 }
  return { year, targets: await copyTargets(ctx, copyFrom, year, source), tasks: await copyTasks(ctx, copyFrom, year) }
}

async function copyTargets(ctx: Ctx, from: number, year: number, source: string): Promise<number> {
  const targets = await listTargets(ctx, { year: from, withAll: true })
  for (const [sort, target] of targets.entries()) {
    const { figure, comparator, number, said, department, isRecorded, title, unit } = target
    const words = isRecorded ? {} : { title, unit }
    const id = await putTarget(ctx, { ...words, figure, comparator, number, said, department, year, source, sort })
    await copyShares(ctx, target.id, id)
  }
  return targets.length
}

async function copyShares(ctx: Ctx, from: string, to: string): Promise<void> {
  const shares = await ctx.tx
    .selectFrom('plan_shares')
    .select(['federation_id', 'org_id', 'org_path', 'number'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('target_id', '=', from)
    .execute()
  if (shares.length === 0) return
  await ctx.tx
    .insertInto('plan_shares')
    .values(shares.map((share) => ({ ...share, target_id: to })))
    .execute()
}

async function copyTasks(ctx: Ctx, from: number, year: number): Promise<number> {
  const tasks = await ctx.tx
    .selectFrom('plan_matters')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('kind', '=', 'task')
    .where('year', '=', from)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const nodes = await nodesOf(
    ctx,
    tasks.map(({ id }) => id),
  )
  const there = new Set((await officers(ctx).execute()).map(({ id }) => id))
  for (const task of tasks) {
    await addTask(ctx, year, {
      title: task.title,
      line: task.line,
      source: task.source,
      department: task.department,
      partners: task.partners,
      responsibleId: task.assignee_id && there.has(task.assignee_id) ? task.assignee_id : undefined,
      quarterFrom: task.quarter_from ?? 1,
      quarterTo: task.quarter_to ?? 4,
      nodes: (nodes.get(task.id) ?? []).map(({ title, dueOn }) => ({ title, dueOn: inYear(dueOn, year) })),
    })
  }
  return tasks.length
}

/** The plan becomes binding: every target and every task of it. By the leader, not by who drafted it. @throws Failure 422, 409 */
export async function issueYear(
  ctx: Ctx,
  { year }: ParsedOf<typeof contract.issueYear>,
): Promise<OutputOf<typeof contract.issueYear>> {
  await getDraft(ctx, year)
  const tasks = await ctx.tx
    .selectFrom('plan_matters')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('kind', '=', 'task')
    .where('year', '=', year)
    .where('state', '=', 'draft')
    .orderBy('id')
    .execute()
  const targets = await listTargets(ctx, { year, withAll: true })
  if (tasks.length + targets.length === 0) fail(422, '计划还是空的，请先写目标和任务')
  const issued = await ctx.tx
    .updateTable('plan_years')
    .set({ issued_on: ctx.today })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('year', '=', year)
    .where('issued_on', 'is', null)
    .where((eb) => eb.or([eb('drafted_by', 'is', null), eb('drafted_by', '!=', ctx.actor.personId)]))
    .executeTakeFirst()
  if (issued.numUpdatedRows === 0n) fail(422, '起草和下达要由两个人做，请交给同事')
  await ctx.tx
    .updateTable('targets')
    .set({ issued_on: ctx.today })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('year', '=', year)
    .execute()
  for (const { id } of tasks) await advance(ctx, caseLine, 'issue', id)
  ctx.audit = {
    line: 'plan',
    recordId: null,
    reason: `下达 ${year} 年计划：${targets.length} 项目标、${tasks.length} 项任务`,
  }
  await ctx.house.later(ctx.tx, 'plan.read', { year })
  return { targets: targets.length, tasks: tasks.length }
}
