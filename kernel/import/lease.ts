import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { House } from '../ctx.ts'

/** How long others leave alone what a process works on without a sign of life. Each chunk is one. */
export const leaseSeconds = 30

const mine = new Map<string, string>()

/**
 * Takes an import for this process: nobody else works on it until the lease is given back or falls silent. The embedded database belongs to one process,
 * so there whatever another process held is free. By the database's clock, which all processes share.
 * @returns the token under which each chunk is written, null when somebody works on it
 */
export async function takeLease(house: House, importId: string): Promise<string | null> {
  if (mine.has(importId)) return null
  const token = randomUUID()
  mine.set(importId, token)
  const taken = await house.db.owner
    .updateTable('imports')
    .set({ lease_by: token, lease_until: leaseEnd, attempts: sql`attempts + 1` })
    .where('federation_id', '=', house.federationId)
    .where('id', '=', importId)
    .where((eb) => eb.or([eb('state', 'in', ['checking', 'storing', 'undoing']), eb('is_look_due', '=', true)]))
    .$if(house.db.engine === 'postgres', (q) =>
      q.where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', sql<string>`clock_timestamp()`)])),
    )
    .executeTakeFirst()
  if (taken.numUpdatedRows === 1n) return token
  mine.delete(importId)
  return null
}

export const leaseEnd = sql<string>`clock_timestamp() + ${sql.lit(leaseSeconds)} * interval '1 second'`

export async function giveBack(house: House, importId: string, token: string): Promise<void> {
  mine.delete(importId)
  await house.db.owner
    .updateTable('imports')
    .set({ lease_by: null, lease_until: null })
    .where('federation_id', '=', house.federationId)
    .where('id', '=', importId)
    .where('lease_by', '=', token)
    .execute()
}

/** The lease went to another process, or the import was stopped or moved on: whatever this chunk wrote is rolled back. */
export class Lost extends Error {}
