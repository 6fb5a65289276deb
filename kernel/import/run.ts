import type { House } from '../ctx.ts'
import { translate } from '../http/translate.ts'
import { actorOf } from './acting.ts'
import { getKind } from './kinds.ts'
import { giveBack, Lost, takeLease } from './lease.ts'
import { runLook } from './run-look.ts'
import { runRows } from './run-rows.ts'
import { runUndo } from './run-undo.ts'
import { type ImportRecord, progressOf, type Running } from './running.ts'

/** Tries without getting ahead by a single chunk, after which the import stops and says so. */
const mostAttempts = 5

/**
 * Does what an import waits for: looks into its file, checks it, stores it or undoes it, from where it stands. Nothing happens when another process is at it
 * or nothing waits. What the sender must know of (a damaged file, a post that was left) stops the import with a sentence.
 * @throws what went wrong on our side, so that it is tried again
 */
export async function runImport(house: House, importId: string): Promise<void> {
  const token = await takeLease(house, importId)
  if (token === null) return
  try {
    const record = await recordOf(house, importId)
    try {
      await proceed({
        house,
        token,
        record,
        found: getKind(house, record.line, record.kind),
        actor: actorOf(record.actor),
        progress: progressOf(record),
      })
    } catch (error) {
      await stopOrThrow(house, record, token, error)
    }
  } finally {
    await giveBack(house, importId, token)
  }
}

function proceed(running: Running): Promise<void> {
  if (running.record.is_look_due) return runLook(running)
  return running.record.state === 'undoing' ? runUndo(running) : runRows(running)
}

const recordOf = (house: House, importId: string): Promise<ImportRecord> =>
  house.db.owner
    .selectFrom('imports')
    .selectAll()
    .where('federation_id', '=', house.federationId)
    .where('id', '=', importId)
    .executeTakeFirstOrThrow()

async function stopOrThrow(house: House, record: ImportRecord, token: string, error: unknown): Promise<void> {
  if (error instanceof Lost) return
  const failure = translate(error)
  if (failure.status >= 500 && record.attempts < mostAttempts) throw error
  await house.db.owner
    .updateTable('imports')
    .set({ state: 'failed', failure: failure.message, failed_in: failedIn(record), is_look_due: false })
    .where('federation_id', '=', record.federation_id)
    .where('id', '=', record.id)
    .where('lease_by', '=', token)
    .execute()
}

function failedIn({ state, is_look_due }: ImportRecord) {
  if (is_look_due) return 'uploaded' as const
  return state === 'checking' || state === 'storing' || state === 'undoing' ? state : ('uploaded' as const)
}
