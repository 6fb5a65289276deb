import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { kindsFor, reaches } from './reach.ts'
import type { ImportRecord } from './running.ts'
import type { Facts } from './states.ts'

/** One import that the post may see. @param isToChange locks it until the action has committed. @throws Failure 404 */
export async function getRecord(ctx: Ctx, id: string, isToChange = false): Promise<ImportRecord> {
  const record = await ctx.tx
    .selectFrom('imports')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .$if(isToChange, (q) => q.forUpdate())
    .executeTakeFirst()
  const found = record && kindsFor(ctx).find(({ line, kind }) => line.slug === record.line && kind.name === record.kind)
  if (!record || !found || !reaches(ctx, found, record.org_path))
    return fail(404, '没有找到这次导入，可能不在您的办理范围，请从列表重新进入')
  return record
}

/** Rows of the sheet that wrote something and can still be taken back; what a mere check counted was not written. */
export function writtenRows(record: ImportRecord): number {
  const at = record.state === 'failed' ? record.failed_in : record.state
  const hasStored = at === 'storing' || at === 'stored' || at === 'undoing' || at === 'undone'
  return hasStored ? record.added + record.changed - record.undone - record.kept : 0
}

export const factsOf = (ctx: Ctx, record: ImportRecord): Facts => ({
  state: record.state,
  position: record.position,
  total: record.total,
  written: writtenRows(record),
  failedIn: record.failed_in,
  undoUntil: record.undo_until,
  isLookDue: record.is_look_due,
  isSender: record.sender_id === ctx.actor.personId,
  isFileGone: record.file_gone_at !== null,
})
