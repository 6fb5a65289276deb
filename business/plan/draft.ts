import { uuidv7 } from 'uuidv7'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { saveTarget as putTarget } from '../../kernel/parameters/targets.ts'
import { startsWith } from '../../kernel/search/prefix.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { firstDayOf, lastDayOf } from './rules/days.ts'
import { quarterWords } from './rules/words.ts'
import { findFigure } from './values.ts'
import { districtOf, getDraft } from './year.ts'

export type TaskWords = Omit<ParsedOf<typeof contract.draftTask>, 'year' | 'line' | 'source'> & {
  line: string
  source: string
}
type Stepped = OutputOf<typeof contract.draftTask>

/** A target of the draft; one of the same figure is replaced. @throws Failure 409 once issued, 422 an unknown figure without words of its own */
export async function saveTarget(ctx: Ctx, input: ParsedOf<typeof contract.saveTarget>): Promise<{ id: string }> {
  await getDraft(ctx, input.year)
  const isRecorded = findFigure(ctx, input.figure) !== undefined
  if (!isRecorded && !(input.title && input.unit)) fail(422, '这项数据还没有业务登记，请写明名称和单位')
  const { n } = await ctx.tx
    .selectFrom('targets')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('federation_id', '=', ctx.actor.federationId)
    .where('year', '=', input.year)
    .executeTakeFirstOrThrow()
  const id = await putTarget(ctx, { ...input, sort: Number(n), ...(isRecorded ? { title: '', unit: '' } : {}) })
  ctx.audit = {
    line: 'plan',
    recordId: null,
    reason: `${input.year} 年目标 ${input.figure} ${input.comparator} ${input.number}`,
  }
  return { id }
}

/** @throws Failure 404, 409 once issued */
export async function dropTarget(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  const found = await ctx.tx
    .selectFrom('targets')
    .select(['year', 'figure'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return fail(404, '没有这项目标，请刷新后再看')
  await getDraft(ctx, found.year)
  await ctx.tx
    .deleteFrom('plan_shares')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('target_id', '=', id)
    .execute()
  await ctx.tx.deleteFrom('targets').where('federation_id', '=', ctx.actor.federationId).where('id', '=', id).execute()
  ctx.audit = { line: 'plan', recordId: null, reason: `去掉 ${found.year} 年目标 ${found.figure}` }
  return { id }
}

/** @throws Failure 409 once issued, 422 a node outside the year, somebody who cannot be responsible */
export async function draftTask(ctx: Ctx, { year, ...task }: ParsedOf<typeof contract.draftTask>): Promise<Stepped> {
  await getDraft(ctx, year)
  await refuseTask(ctx, year, task)
  return addTask(ctx, year, task)
}

/** A task of a draft year, with its nodes. */
export async function addTask(ctx: Ctx, year: number, task: TaskWords): Promise<Stepped> {
  const id = uuidv7()
  const number = await nextNumber(ctx, 'RW')
  await openCase(ctx, caseLine, 'draftTask', {
    id,
    number,
    kind: 'task',
    year,
    ...columnsOf(task),
    org_path: districtOf(ctx),
    unit_path: districtOf(ctx),
    owner_id: null,
    dispute_id: null,
  })
  await putNodes(ctx, id, task.nodes)
  return { id, number, state: 'draft' }
}

const columnsOf = (task: TaskWords) => ({
  title: task.title,
  line: task.line,
  source: task.source,
  department: task.department,
  partners: task.partners,
  assignee_id: task.responsibleId ?? null,
  quarter_from: task.quarterFrom,
  quarter_to: task.quarterTo,
  summary: `${task.department}，${quarterWords(task.quarterFrom, task.quarterTo)}`,
})
async function putNodes(ctx: Ctx, taskId: string, nodes: TaskWords['nodes']): Promise<void> {
  if (nodes.length === 0) return
  await ctx.tx
    .insertInto('plan_nodes')
    .values(
      nodes.map(({ title, dueOn }) => ({
        federation_id: ctx.actor.federationId,
        id: uuidv7(),
        task_id: taskId,
        org_path: districtOf(ctx),
        title,
        due_on: dueOn,
      })),
    )
    .execute()
}

/** Rewrites a task of a draft, nodes and all. @throws Failure 409 once issued */
export async function editTask(ctx: Ctx, { id, ...task }: ParsedOf<typeof contract.editTask>): Promise<{ id: string }> {
  const before = await getRecord(ctx, caseLine, 'plan.draftTask', id, { lock: true })
  if (before.kind !== 'task' || before.state !== 'draft') fail(409, '已经下达，要改请提出调整')
  await refuseTask(ctx, before.year, task)
  const own = ctx.tx.updateTable('plan_matters').set({ ...columnsOf(task), updated_at: ctx.now })
  await own.where('federation_id', '=', ctx.actor.federationId).where('id', '=', id).execute()
  await ctx.tx
    .deleteFrom('plan_nodes')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('task_id', '=', id)
    .execute()
  await putNodes(ctx, id, task.nodes)
  ctx.audit = { line: 'plan', recordId: id, reason: `修改任务“${task.title}”` }
  return { id }
}

async function refuseTask(ctx: Ctx, year: number, { nodes, responsibleId }: TaskWords): Promise<void> {
  const outside = nodes.find(({ dueOn }) => dueOn < firstDayOf(year) || dueOn > lastDayOf(year))
  if (outside) fail(422, `节点“${outside.title}”的日期不在 ${year} 年，请核对`)
  if (responsibleId && !(await officers(ctx).where('p.id', '=', responsibleId).executeTakeFirst())) {
    fail(422, '负责人要是区总在岗的干部，请重新选择')
  }
}

/** Who can be responsible for a task: officers of the district in a post today. */
export const officers = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('posts as s')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 's.federation_id').onRef('p.id', '=', 's.person_id'),
    )
    .select(['p.id', 'p.name', 's.title as context'])
    .where('s.federation_id', '=', ctx.actor.federationId)
    .where('s.role', 'in', Object.keys(permissions['plan.signOff']))
    .where('s.org_path', '=', districtOf(ctx))
    .where('s.valid_from', '<=', ctx.today)
    .where((eb) => eb.or([eb('s.valid_to', 'is', null), eb('s.valid_to', '>', ctx.today)]))

export const findOfficers = (
  ctx: Ctx,
  { text }: { text: string },
): Promise<{ id: string; name: string; context: string }[]> =>
  officers(ctx)
    .where((eb) => startsWith(eb.ref('p.name'), text))
    .orderBy('p.name')
    .limit(10)
    .execute()
