import type { Updateable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { dayOf } from '../calendar/days.ts'
import { dueAt, extendDue, resumeDue, ruleAt } from '../calendar/deadlines.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx, House } from '../ctx.ts'
import type { Deadlines } from '../db/schema.gen.ts'
import type { Workflow } from './define.ts'
import type { CaseRow } from './record.ts'

type Clocked = Pick<CaseRow, 'id'>

/** Starts and stops the clocks that `verb` starts and stops, in one insert and one update at most. */
export async function turnClocks(ctx: Ctx, workflow: Workflow, verb: string, record: Clocked): Promise<void> {
  const names = Object.keys(workflow.clocks)
  const met = names.filter((name) => workflow.clocks[name]?.meets.includes(verb))
  const opened = names.filter((name) => workflow.clocks[name]?.opens.includes(verb))
  if (met.length > 0) await meet(ctx, record, met)
  if (opened.length > 0) await open(ctx, workflow, record, opened)
}

async function meet(ctx: Ctx, record: Clocked, names: string[]): Promise<void> {
  await openClocks(ctx, record, { met_at: ctx.now }).where('name', 'in', names).execute()
}

async function open(ctx: Ctx, workflow: Workflow, record: Clocked, names: string[]): Promise<void> {
  await ctx.tx
    .insertInto('deadlines')
    .values(names.map((name) => deadlineRow(ctx, workflow, record, name)))
    .execute()
}

const deadlineRow = (ctx: Ctx, workflow: Workflow, record: Clocked, name: string) => ({
  federation_id: ctx.actor.federationId,
  id: uuidv7(),
  record_id: record.id,
  ...clockAt(ctx.house, workflow, name, ctx.now, record),
})

/**
 * What a clock's row says, whosever it is.
 * @param at instant at which it starts
 * @param record its columns, where the rule's code names one: `appeals.answer.{difficulty}`
 * @throws Failure 409 when no version of the rule holds then
 */
export function clockAt(
  { rules, calendar }: Pick<House, 'rules' | 'calendar'>,
  workflow: Workflow,
  name: string,
  at: string,
  record: object,
) {
  const use = workflow.clocks[name]
  if (!use) throw new Error(`${workflow.line} has no clock ${name}`)
  const code = use.rule.replace(/\{(\w+)\}/g, (_, column: string) =>
    String((record as Record<string, unknown>)[column]),
  )
  const rule = ruleAt(rules, code, dayOf(at))
  return {
    line: workflow.line,
    name,
    rule: rule.code,
    rule_version: rule.version,
    title: rule.title,
    clock: rule.clock,
    basis: rule.basis,
    verb: use.verb,
    started_at: at,
    due_at: dueAt(rule, at, calendar),
  }
}

const openClocks = (ctx: Ctx, record: Clocked, set: Updateable<Deadlines>) =>
  ctx.tx
    .updateTable('deadlines')
    .set(set)
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', '=', record.id)
    .where('met_at', 'is', null)
    .where('cancelled_at', 'is', null)

/** All clocks of a record stand still from now on. */
export const pauseClocks = async (ctx: Ctx, record: Clocked, reason: string): Promise<void> => {
  await openClocks(ctx, record, { paused_at: ctx.now, pause_reason: reason }).where('paused_at', 'is', null).execute()
}

/** They run again, each later by as long as it stood. */
export async function resumeClocks(ctx: Ctx, record: Clocked): Promise<void> {
  for (const row of await listClocks(ctx, record)) {
    if (!row.paused_at) continue
    await openClocks(ctx, record, {
      due_at: resumeDue(row.due_at, row.paused_at, ctx.now),
      paused_at: null,
      pause_reason: null,
    })
      .where('id', '=', row.id)
      .execute()
  }
}

/** The matter is over: what still ran stops without being met. */
export const cancelClocks = async (ctx: Ctx, record: Clocked): Promise<void> => {
  await openClocks(ctx, record, { cancelled_at: ctx.now }).execute()
}

/** One clock starts anew under another rule, from its first start: a reclassified matter has the new class's time. */
export async function restartClock(ctx: Ctx, workflow: Workflow, record: Clocked, name: string): Promise<void> {
  const old = (await listClocks(ctx, record)).find((row) => row.name === name)
  if (!old) return
  await openClocks(ctx, record, { cancelled_at: ctx.now }).where('id', '=', old.id).execute()
  const row = deadlineRow(ctx, workflow, record, name)
  const rule = ruleAt(ctx.house.rules, row.rule, dayOf(ctx.now))
  await ctx.tx
    .insertInto('deadlines')
    .values({ ...row, started_at: old.started_at, due_at: dueAt(rule, old.started_at, ctx.house.calendar) })
    .execute()
}

/**
 * Extends one clock as its rule allows. @returns the new due instant
 * @throws Failure 422 when the rule allows no (further) extension
 */
export async function extendClock(ctx: Ctx, record: Clocked, name: string): Promise<string> {
  const row = (await listClocks(ctx, record)).find((clock) => clock.name === name)
  if (!row) fail(409, '这项时限已经结束，不用延期')
  const rule = ruleAt(ctx.house.rules, row.rule, dayOf(row.started_at))
  if (!rule.extension) fail(422, '按规定这项时限不能延期')
  if (row.extensions >= rule.extension.times) fail(422, '已经延期过，按规定不能再延')
  const due = extendDue(rule, row.due_at, ctx.house.calendar, row.extensions)
  await openClocks(ctx, record, { due_at: due, extensions: row.extensions + 1, reminded_at: null })
    .where('id', '=', row.id)
    .execute()
  return due
}

/** The clocks of a record that have neither been met nor cancelled. */
const listClocks = (ctx: Ctx, record: Clocked) =>
  ctx.tx
    .selectFrom('deadlines')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', '=', record.id)
    .where('met_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute()
