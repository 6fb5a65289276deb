import { sql, type Updateable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { mayAct, requireReach } from '../access/permissions.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import type { Schema } from '../db/schema.gen.ts'
import { notice } from '../notify/notices.ts'
import { cancelClocks, pauseClocks, resumeClocks, turnClocks } from './clocks.ts'
import type { Step, Workflow } from './define.ts'
import { type CaseLine, type CaseRow, type CaseTable, casesOf, getRecord, type RowOf } from './record.ts'

export type Change<T extends CaseTable> = {
  /** Columns to set beside the state. */
  set?: Updateable<Schema[T]>
  /** For officers. */
  note?: string
  /** What the worker reads; default the step's own sentence. */
  message?: string
}

/**
 * The one way a record changes state. Checks reach, state and separation of duties; writes the record (the state it had stands in the WHERE, so two
 * officers cannot both win), the case event, the clocks and the worker's notice. @returns the record afterwards
 * @throws Failure 404/403 out of reach, 409 the state has moved on, 422 a reason is missing or duties must be separated
 */
export async function advance<T extends CaseTable, S extends string, V extends string>(
  ctx: Ctx,
  line: CaseLine<T, S, V>,
  verb: NoInfer<V>,
  id: string,
  change: Change<T> = {},
): Promise<RowOf<T>> {
  const step = line.workflow.steps[verb] as Step<string>
  const before = await getRecord(ctx, line as unknown as CaseLine<T>, `${line.slug}.${verb}`, id, { lock: true })
  if (!mayAct(requireReach(line.permissions, `${line.slug}.${verb}`, ctx.actor), ctx.actor, before)) {
    fail(403, '这件事现在由别的工会承办，您可以查看，不能办理')
  }
  if (!step.from.includes(before.state)) return refuseState(ctx, line.workflow, step, before)
  if (step.asksWhy && !change.note?.trim()) fail(422, `请写明${step.title}的原因`)
  if (step.notBy) await requireOther(ctx, line.workflow, step, before)
  const state = step.to ?? before.state
  const after = await write(ctx, line as unknown as CaseLine<T>, before, state, change)
  await recordEvent(ctx, line.slug, {
    record: after,
    verb,
    from: before.state,
    note: change.note,
    message: change.message ?? step.tells,
  })
  await moveClocks(ctx, line.workflow, verb, before, after, change.note ?? '')
  const message = change.message ?? step.tells
  if (message && after.owner_id && after.owner_id !== ctx.actor.personId) {
    await notice(ctx, { recipientId: after.owner_id, line: line.slug, recordId: id, title: after.title, body: message })
  }
  ctx.audit = { line: line.slug, recordId: id, reason: change.note ?? '' }
  return after
}

async function write<T extends CaseTable>(
  ctx: Ctx,
  line: CaseLine<T>,
  before: CaseRow,
  state: string,
  change: Change<T>,
): Promise<RowOf<T>> {
  const isFinal = line.workflow.final.includes(state)
  const row = await casesOf(ctx)
    .updateTable(line.table as string as 't')
    .set({ ...(change.set as object), state, updated_at: ctx.now, ...(isFinal ? { closed_at: ctx.now } : {}) })
    .where('federation_id', '=', before.federation_id)
    .where('id', '=', before.id)
    .where('state', '=', before.state)
    .returningAll()
    .executeTakeFirst()
  if (!row) fail(409, '就在刚才别人办理了这件事，请刷新后再看')
  return row as RowOf<T>
}

async function moveClocks(
  ctx: Ctx,
  workflow: Workflow,
  verb: string,
  before: CaseRow,
  after: CaseRow,
  reason: string,
): Promise<void> {
  const pauses = !workflow.paused.includes(before.state) && workflow.paused.includes(after.state)
  const resumes = workflow.paused.includes(before.state) && !workflow.paused.includes(after.state)
  if (resumes) await resumeClocks(ctx, after)
  await turnClocks(ctx, workflow, verb, after)
  if (pauses) await pauseClocks(ctx, after, reason)
  if (workflow.final.includes(after.state)) await cancelClocks(ctx, after)
}

async function refuseState(ctx: Ctx, workflow: Workflow, step: Step<string>, record: CaseRow): Promise<never> {
  const last = await lastEvent(ctx, record.id)
  const who = last ? `${last.actor_org}${last.actor_name}` : '别人'
  return fail(
    409,
    `这件事现在是“${workflow.states[record.state] ?? record.state}”（${who}办理），不能再${step.title}，请刷新后再看`,
    { state: record.state },
  )
}

async function requireOther(ctx: Ctx, workflow: Workflow, step: Step<string>, record: CaseRow): Promise<void> {
  const other = step.notBy as string
  const done = await ctx.tx
    .selectFrom('case_events')
    .select('actor_id')
    .where('federation_id', '=', record.federation_id)
    .where('record_id', '=', record.id)
    .where('verb', '=', other)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  if (done?.actor_id && done.actor_id === ctx.actor.personId) {
    fail(422, `${workflow.steps[other]?.title}和${step.title}要由两个人做，请交给同事`)
  }
}

const lastEvent = (ctx: Ctx, recordId: string) =>
  ctx.tx
    .selectFrom('case_events')
    .select(['actor_name', 'actor_org'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', '=', recordId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()

export type NewEvent = {
  record: CaseRow
  verb: string
  from: string | null
  note?: string | undefined
  message?: string | undefined
}

/** Who raised a matter is shown masked and revealed with a reason; its history must not say the name either. */
const isOwner = (ctx: Ctx, record: CaseRow): boolean =>
  record.owner_id !== null && record.owner_id === ctx.actor.personId

/** Appends what happened. Called by `advance` and `openCase` only. */
export async function recordEvent(ctx: Ctx, line: string, event: NewEvent): Promise<void> {
  await ctx.tx
    .insertInto('case_events')
    .values({
      federation_id: ctx.actor.federationId,
      id: uuidv7(),
      line,
      record_id: event.record.id,
      verb: event.verb,
      from_state: event.from,
      to_state: event.record.state,
      at: ctx.now,
      actor_id: ctx.actor.personId,
      actor_name: isOwner(ctx, event.record) ? '本人' : ctx.actor.name,
      actor_org: ctx.actor.orgName,
      note: event.note ?? '',
      message: event.message ?? '',
    })
    .execute()
}

/** Takes the assignee off a record, as the last act of giving it back: whoever gave it back does not see it any more. */
export async function releaseRecord<T extends CaseTable>(ctx: Ctx, line: { table: T }, id: string): Promise<void> {
  await sql`select nf_release(${line.table}::regclass, ${id}::uuid)`.execute(ctx.tx)
}
