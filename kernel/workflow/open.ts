import type { Insertable } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { Schema } from '../db/schema.gen.ts'
import { recordEvent } from './advance.ts'
import { turnClocks } from './clocks.ts'
import { type CaseLine, type CaseRow, type CaseTable, casesOf } from './record.ts'

/**
 * Brings a new matter to life in the workflow's first state: the row, its first event, its first clocks.
 * `verb` names the coming-in (it opens clocks like any step). Nothing is read back: a visitor may hand in what he may not list.
 */
export async function openCase<T extends CaseTable, S extends string, V extends string>(
  ctx: Ctx,
  line: CaseLine<T, S, V>,
  verb: string,
  row: Omit<Insertable<Schema[T]>, 'federation_id' | 'state' | 'created_at' | 'updated_at' | 'closed_at'> & {
    id: string
  },
  told: { note?: string; message?: string } = {},
): Promise<void> {
  const full = {
    ...row,
    federation_id: ctx.actor.federationId,
    state: line.workflow.start,
    created_at: ctx.now,
    updated_at: ctx.now,
    closed_at: null,
  }
  const record = full as unknown as CaseRow
  await casesOf(ctx)
    .insertInto(line.table as string as 't')
    .values(record)
    .execute()
  await recordEvent(ctx, line.slug, { record, verb, from: null, ...told })
  await turnClocks(ctx, line.workflow, verb, record)
  ctx.audit = { line: line.slug, recordId: record.id, reason: '' }
}
