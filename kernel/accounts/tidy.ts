import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

const DEVICES = 5

/** Nobody is signed in on more than five devices: the oldest sign-in goes (GB/T 22239-2019, number of concurrent sessions). */
export async function keepNewest(db: Database, federationId: string, accountId: string): Promise<void> {
  const own = db.owner
    .selectFrom('account_sessions')
    .where('federation_id', '=', federationId)
    .where('user_id', '=', accountId)
  const kept = own.select('id').orderBy('id', 'desc').limit(DEVICES)
  await db.owner
    .deleteFrom('account_sessions')
    .where('federation_id', '=', federationId)
    .where('user_id', '=', accountId)
    .where('id', 'not in', kept)
    .execute()
}

/** Deletes expired sessions and codes, and counters of past windows; by the database's clock, as better-auth sets them by the machine's. */
export async function tidyAccounts(db: Database, federationId: string): Promise<void> {
  const now = sql<string>`now()`
  await db.owner
    .deleteFrom('account_sessions')
    .where('federation_id', '=', federationId)
    .where('expires_at', '<', now)
    .execute()
  await db.owner
    .deleteFrom('account_verifications')
    .where('federation_id', '=', federationId)
    .where('expires_at', '<', now)
    .execute()
  const aDayAgo = sql<string>`now() - interval '1 day'`
  await db.owner
    .deleteFrom('account_rates')
    .where('federation_id', '=', federationId)
    .where('since', '<', aDayAgo)
    .execute()
}
