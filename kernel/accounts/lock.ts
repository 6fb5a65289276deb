import { sql } from 'kysely'
import { addMilliseconds } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import type { Database } from '../db/database.ts'

const TRIES = 5
const MINUTES = 30
const LOCKED = `密码连续输错 ${TRIES} 次，账号已锁定，请 ${MINUTES} 分钟后再试，或联系系统管理员`

export const refuseLocked = (): never => fail(429, LOCKED)

/**
 * Counts one try at the password before it is checked, so that a hundred tries at once still count. Five tries lock for 30 minutes (GB/T 22239-2019).
 * @param now ISO instant
 * @returns whether a wrong password now means a lock
 * @throws Failure 429 while locked
 */
export async function beginAttempt(
  db: Database,
  federationId: string,
  accountId: string,
  now: string,
): Promise<{ isLast: boolean }> {
  const until = addMilliseconds(now, MINUTES * 60_000)
  const { rows } = await sql<{ failed_attempts: number }>`
    update account_users set
      failed_attempts = case when locked_until is null then failed_attempts + 1 else 1 end,
      locked_until = case when locked_until is null and failed_attempts + 1 >= ${sql.lit(TRIES)} then ${until}::timestamptz end
    where federation_id = ${federationId} and id = ${accountId} and (locked_until is null or locked_until <= ${now}::timestamptz)
    returning failed_attempts`.execute(db.owner)
  const row = rows[0]
  return row ? { isLast: row.failed_attempts >= TRIES } : refuseLocked()
}

/** The password was right: the count starts again. */
export async function clearAttempts(db: Database, federationId: string, accountId: string): Promise<void> {
  await db.owner
    .updateTable('account_users')
    .set({ failed_attempts: 0, locked_until: null })
    .where('federation_id', '=', federationId)
    .where('id', '=', accountId)
    .execute()
}
