import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { listTargets } from '../../kernel/parameters/targets.ts'
import { advance } from '../../kernel/workflow/advance.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { getRecord, type RowOf } from '../../kernel/workflow/record.ts'
import { adjustments, caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { aspects } from './rules/words.ts'
import { districtOf } from './year.ts'

type Stepped = OutputOf<typeof contract.propose>
type Wish = ParsedOf<typeof contract.propose>
type Matter = RowOf<'plan_matters'>
type Change = Pick<
  Matter,
  'number_was' | 'number_to' | 'quarter_from_was' | 'quarter_to_was' | 'quarter_from' | 'quarter_to' | 'department_was'
> & { department: string }
type About = { title: string; year: number; change: Change }

const nothing: Change = {
  number_was: null,
  number_to: null,
  quarter_from_was: null,
  quarter_to_was: null,
  quarter_from: null,
  quarter_to: null,
  department_was: null,
  department: '',
}

/** Asks to change what was issued; it holds only once the leader approves. @throws Failure 404, 409 one is waiting, 422 nothing would change */
export async function propose(ctx: Ctx, wish: Wish): Promise<Stepped> {
  if ((wish.targetId === undefined) === (wish.taskId === undefined)) fail(422, '请选择要调整的目标或任务')
  const { title, year, change } = wish.targetId ? await ofTarget(ctx, wish, wish.targetId) : await ofTask(ctx, wish)
  await refuseSecond(ctx, wish)
  const id = uuidv7()
  const number = await nextNumber(ctx, 'TZ')
  await openCase(
    ctx,
    adjustments as unknown as typeof caseLine,
    'propose',
    {
      id,
      number,
      kind: 'adjustment',
      year,
      title: `${title}：调整${aspects[wish.aspect]}`,
      target_id: wish.targetId ?? null,
      task_id: wish.taskId ?? null,
      aspect: wish.aspect,
      ...change,
      reason: wish.reason,
      org_path: districtOf(ctx),
      unit_path: districtOf(ctx),
      owner_id: null,
      assignee_id: null,
      dispute_id: null,
    },
    { note: wish.reason },
  )
  return { id, number, state: 'proposed' }
}

async function ofTarget(ctx: Ctx, wish: Wish, id: string): Promise<About> {
  const target = await getTarget(ctx, id)
  if (target.issuedOn === null) fail(409, '还没有下达，可以直接修改，不用提调整')
  const { title, year } = target
  if (wish.aspect === 'department') return { title, year, change: departmentChange(target.department, wish) }
  if (wish.aspect !== 'number') return fail(422, '目标按年考核，可以调整目标数或牵头部室')
  if (wish.number === undefined) return fail(422, '请填调整后的目标数')
  if (wish.number === target.number) fail(422, `目标数现在就是 ${target.number}，不用调整`)
  return { title, year, change: { ...nothing, number_was: target.number, number_to: wish.number } }
}

async function ofTask(ctx: Ctx, wish: Wish): Promise<About> {
  const task = await getRecord(ctx, caseLine, 'plan.propose', wish.taskId ?? '')
  if (task.kind !== 'task' || !['issued', 'running'].includes(task.state))
    fail(409, '只有已经下达、还没有完成的任务可以调整')
  const { title, year } = task
  if (wish.aspect === 'department') return { title, year, change: departmentChange(task.department, wish) }
  if (wish.aspect !== 'quarters') return fail(422, '任务可以调整完成季度或牵头部室')
  const { quarterFrom, quarterTo } = wish
  if (quarterFrom === undefined || quarterTo === undefined) return fail(422, '请选择调整后的季度')
  if (quarterFrom > quarterTo) fail(422, '完成季度不能早于开始季度')
  if (quarterFrom === task.quarter_from && quarterTo === task.quarter_to) fail(422, '季度没有变，不用调整')
  const was = { quarter_from_was: task.quarter_from, quarter_to_was: task.quarter_to }
  return { title, year, change: { ...nothing, ...was, quarter_from: quarterFrom, quarter_to: quarterTo } }
}

function departmentChange(was: string, { department }: Wish): Change {
  if (department === undefined) return fail(422, '请填调整后的牵头部室')
  if (department === was) fail(422, `牵头部室现在就是${was}，不用调整`)
  return { ...nothing, department_was: was, department }
}

/** @throws Failure 404 */
export async function getTarget(ctx: Ctx, id: string) {
  const found = (await listTargets(ctx, { withAll: true })).find((one) => one.id === id)
  return found ?? fail(404, '没有这项目标，请从列表重新进入')
}

async function refuseSecond(ctx: Ctx, { targetId, taskId, aspect }: Wish): Promise<void> {
  const waiting = await ctx.tx
    .selectFrom('plan_matters')
    .select('number')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('state', '=', 'proposed')
    .where('aspect', '=', aspect)
    .where(targetId ? 'target_id' : 'task_id', '=', targetId ?? taskId ?? '')
    .executeTakeFirst()
  if (waiting) fail(409, `已经有一件在等批准（${waiting.number}），请等它办完`)
}

/** Approved, it holds at once. @throws Failure 409 when what it started from has changed meanwhile */
export async function approve(ctx: Ctx, { id, note }: ParsedOf<typeof contract.approve>): Promise<Stepped> {
  const after = await advance(ctx, caseLine, 'approve', id, { note })
  const changed = after.target_id ? await changeTarget(ctx, after) : await changeTask(ctx, after)
  if (changed === 0n) fail(409, '要调整的内容在这期间已经变了，请不批准这一件，重新提出')
  const { number, state } = after
  if (after.target_id) await ctx.house.later(ctx.tx, 'plan.read', { year: after.year })
  return { id, number, state: state as Stepped['state'] }
}

/** How the paper worded the former number does not word the new one. */
const withoutNumber = sql<string>`case when said ~ '[0-9]' then '' else said end`

async function changeTarget(ctx: Ctx, change: Matter): Promise<bigint> {
  const isNumber = change.aspect === 'number'
  const set = isNumber ? { number: change.number_to ?? 0, said: withoutNumber } : { department: change.department }
  const done = await ctx.tx
    .updateTable('targets')
    .set({ ...set, edited_by: ctx.actor.personId, edited_at: ctx.now })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', change.target_id)
    .where(isNumber ? 'number' : 'department', '=', isNumber ? change.number_was : change.department_was)
    .executeTakeFirst()
  return done.numUpdatedRows
}

async function changeTask(ctx: Ctx, change: Matter): Promise<bigint> {
  const { quarter_from, quarter_to, department } = change
  const set = change.aspect === 'quarters' ? { quarter_from, quarter_to } : { department }
  const done = await ctx.tx
    .updateTable('plan_matters')
    .set({ ...set, updated_at: ctx.now })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', change.task_id)
    .where('closed_at', 'is', null)
    .$if(change.aspect === 'quarters', (q) =>
      q.where('quarter_from', '=', change.quarter_from_was).where('quarter_to', '=', change.quarter_to_was),
    )
    .$if(change.aspect === 'department', (q) => q.where('department', '=', change.department_was ?? ''))
    .executeTakeFirst()
  return done.numUpdatedRows
}
