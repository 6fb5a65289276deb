import { uuidv7 } from 'uuidv7'
import { asOwner, type Database, type Tx } from '../db/database.ts'

const PAGE = 500

export type Later = { startAfter?: string; key?: string }
export type Waiting = { id: string; job: string; data: unknown; key: string | null }

/**
 * Writes a wish for later into the open transaction, whoever runs it: row-level security lets everybody add to the own federation and nobody read.
 * pg-boss could enqueue in the same transaction, but only if the application role might read and change every job of every federation; and a job
 * of tomorrow would go by the server's clock instead of the house's.
 */
export async function addToOutbox(
  tx: Tx,
  federationId: string,
  now: string,
  job: string,
  data: unknown,
  options: Later,
): Promise<void> {
  await tx
    .insertInto('jobs_outbox')
    .values({
      federation_id: federationId,
      id: uuidv7(),
      job,
      data: JSON.stringify(data ?? null),
      key: options.key ?? null,
      start_after: options.startAfter ?? now,
      at: now,
    })
    .execute()
}

/** Whether something is due, in one statement that locks nothing. */
export async function isAnythingDue(db: Database, federationId: string, now: string): Promise<boolean> {
  const row = await db.owner
    .selectFrom('jobs_outbox')
    .select('id')
    .where('federation_id', '=', federationId)
    .where('start_after', '<=', now)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Hands what is due to `enqueue` and clears it, in one transaction of the owner: after a kill it is in exactly one of the two places.
 * Those with the key of one that moves go with it. @returns how many moved
 */
export function moveDue(
  db: Database,
  federationId: string,
  now: string,
  enqueue: (tx: Tx, due: Waiting[]) => Promise<void>,
): Promise<number> {
  return asOwner(db, async (tx) => {
    const due = await tx
      .selectFrom('jobs_outbox')
      .select(['id', 'job', 'data', 'key'])
      .where('federation_id', '=', federationId)
      .where('start_after', '<=', now)
      .orderBy('start_after')
      .orderBy('id')
      .limit(PAGE)
      .forUpdate()
      .skipLocked()
      .execute()
    if (due.length === 0) return 0
    await enqueue(tx, due)
    await clear(tx, federationId, due)
    return due.length
  })
}

async function clear(tx: Tx, federationId: string, due: Waiting[]): Promise<void> {
  const keyed = due.filter((row): row is Waiting & { key: string } => row.key !== null)
  await tx
    .deleteFrom('jobs_outbox')
    .where('federation_id', '=', federationId)
    .where((eb) =>
      eb.or([
        eb(
          'id',
          'in',
          due.map((row) => row.id),
        ),
        ...(keyed.length > 0
          ? [
              eb(
                eb.refTuple('job', 'key'),
                'in',
                keyed.map((row) => eb.tuple(row.job, row.key)),
              ),
            ]
          : []),
      ]),
    )
    .execute()
}
