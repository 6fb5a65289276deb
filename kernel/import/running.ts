import { type Selectable, sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { writeAudit } from '../audit/audit.ts'
import { dayOf } from '../calendar/days.ts'
import { dueAt, ruleAt } from '../calendar/deadlines.ts'
import type { Ctx, House } from '../ctx.ts'
import type { Imports } from '../db/schema.gen.ts'
import { notice } from '../notify/notices.ts'
import { type Codes, type Counts, countCodes, type Dealt, type Noted, sum } from './chunk.ts'
import type { FoundKind } from './kinds.ts'
import { Lost, leaseEnd } from './lease.ts'
import type { State } from './states.ts'

export type ImportRecord = Selectable<Imports>

/** An import that this process works on, and how far it is. */
export type Running = {
  house: House
  token: string
  record: ImportRecord
  found: FoundKind
  actor: Actor & { personId: string }
  progress: Progress
}
export type Progress = { position: number; counts: Counts; codes: Codes }

export const progressOf = (record: ImportRecord): Progress => ({
  position: record.position,
  counts: {
    added: record.added,
    changed: record.changed,
    same: record.same,
    refused: record.refused,
    warned: record.warned,
  },
  codes: record.codes as Codes,
})

/** Progress after another chunk of the sheet. */
export const further = (
  progress: Progress,
  rows: number,
  { counts, noted }: Pick<Dealt, 'counts' | 'noted'>,
): Progress => ({
  position: progress.position + rows,
  counts: sum(progress.counts, counts),
  codes: countCodes(progress.codes, noted),
})

/**
 * Writes how far the run is, in the transaction of what was done: either both are there after a kill or neither.
 * @returns whether somebody asked to stop. @throws Lost when the lease is gone or the place is not where we left it
 */
export async function writeProgress(ctx: Ctx, { record, token, progress }: Running, next: Progress): Promise<boolean> {
  const moved = await ctx.tx
    .updateTable('imports')
    .set({
      position: next.position,
      ...next.counts,
      total: sql`greatest(total, ${next.position}::integer)`,
      codes: JSON.stringify(next.codes),
      lease_until: leaseEnd,
      moved_at: ctx.now,
      attempts: 0,
    })
    .where('federation_id', '=', record.federation_id)
    .where('id', '=', record.id)
    .where('state', '=', record.state)
    .where('lease_by', '=', token)
    .where('position', '=', progress.position)
    .returning('is_stop_wanted')
    .executeTakeFirst()
  if (!moved) throw new Lost('another process has this import, or it was moved on')
  return moved.is_stop_wanted
}

/** Notes the rows of a chunk that have reasons, under the present run. */
export async function noteRows(ctx: Ctx, { record }: Running, noted: readonly Noted[]): Promise<void> {
  const [first] = noted
  if (!first) return
  await ctx.tx
    .insertInto('import_rows')
    .values({
      federation_id: record.federation_id,
      import_id: record.id,
      run: record.run,
      first_row: first.row,
      codes: JSON.stringify(Object.keys(countCodes({}, noted))),
      rows: JSON.stringify(noted),
    })
    .execute()
}

/** Ends the run: the new state, one line in the audit log, and a message to the one who asked for it. */
export async function finishRun(
  ctx: Ctx,
  running: Running,
  state: State,
  said: { action: string; title: string; body: string },
): Promise<void> {
  const { record, token } = running
  const done = await ctx.tx
    .updateTable('imports')
    .set({ state, is_stop_wanted: false, attempts: 0, ...datesOf(ctx, running, state) })
    .where('federation_id', '=', record.federation_id)
    .where('id', '=', record.id)
    .where('state', '=', record.state)
    .where('lease_by', '=', token)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new Lost('another process has this import, or it was moved on')
  await notice(ctx, {
    recipientId: running.actor.personId,
    line: 'imports',
    recordId: record.id,
    title: said.title,
    body: said.body,
  })
  await writeAudit(ctx.tx, {
    at: ctx.now,
    actor: ctx.actor,
    action: said.action,
    line: 'imports',
    recordId: record.id,
    outcome: 'done',
    reason: said.body,
    ip: '',
  })
}

function datesOf(ctx: Ctx, { record, progress }: Running, state: State) {
  if (state === 'checked') return { checked_at: ctx.now, total: progress.position }
  if (state === 'undone') return { undone_at: ctx.now }
  if (state !== 'stored') return {}
  const rule = ruleAt(ctx.house.rules, 'imports.undo', dayOf(ctx.now), record.federation_id)
  return { stored_at: ctx.now, undo_until: dueAt(rule, ctx.now, ctx.house.calendar) }
}

/** The kind's title and the day it was sent, as messages name it: a file's name may hold somebody's. */
export const namedIn = ({ record, found }: Running): string => `${dayOf(record.created_at)}上传的${found.kind.title}`
