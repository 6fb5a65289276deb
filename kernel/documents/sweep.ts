import { systemClock } from '../calendar/clock.ts'
import type { House } from '../ctx.ts'
import { asOwner } from '../db/database.ts'

/** Files that nobody has handed in after so many days are deleted: personal data is kept no longer than its purpose asks (个人信息保护法 19). */
const daysWaiting = 30

/**
 * Nightly: forgets files that were uploaded and never handed in, and deletes from the disk what no row knows.
 * @returns how many rows and how many files went
 */
export async function sweepDocuments(house: House): Promise<{ forgotten: number; deleted: number }> {
  const before = Temporal.Instant.from(house.clock())
    .subtract({ hours: 24 * daysWaiting })
    .toString()
  const forgotten = await asOwner(house.db, (tx) =>
    tx
      .deleteFrom('documents')
      .where('federation_id', '=', house.federationId)
      .where('record_id', 'is', null)
      .where('created_at', '<', before)
      .executeTakeFirst(),
  )
  // Every federation's names count: several may share one folder.
  const isKnown = async (names: readonly string[]) => {
    const rows = await asOwner(house.db, (tx) =>
      tx.selectFrom('documents').select('stored_as').where('stored_as', 'in', names).execute(),
    )
    return new Set(rows.map((row) => row.stored_as))
  }
  return { forgotten: Number(forgotten.numDeletedRows), deleted: await house.files.sweep(systemClock(), isKnown) }
}
