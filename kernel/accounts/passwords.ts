import { uuidv7 } from 'uuidv7'
import { dayOf, daysBetween } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import { asOwner, type Database, type Tx } from '../db/database.ts'
import { hashPassword, isPassword, passwordFault } from './password-rules.ts'

const REMEMBERED = 5

/** Writes a new password for an account inside a transaction, and drops the sixth-last. @param now ISO instant */
export async function writePassword(
  tx: Tx,
  federationId: string,
  accountId: string,
  password: { hash: string; mustChange: boolean },
  now: string,
): Promise<void> {
  const key = { federation_id: federationId, user_id: accountId }
  await tx
    .insertInto('account_credentials')
    .values({
      ...key,
      id: uuidv7(),
      provider: 'credential',
      subject: accountId,
      password_hash: password.hash,
      created_at: now,
      updated_at: now,
    })
    .onConflict((c) =>
      c
        .columns(['federation_id', 'user_id', 'provider'])
        .doUpdateSet({ password_hash: password.hash, updated_at: now }),
    )
    .execute()
  await tx
    .insertInto('account_past_passwords')
    .values({ ...key, id: uuidv7(), password_hash: password.hash, set_at: now })
    .execute()
  const kept = pastPasswords(tx, federationId, accountId).select('id')
  await tx
    .deleteFrom('account_past_passwords')
    .where('federation_id', '=', federationId)
    .where('user_id', '=', accountId)
    .where('id', 'not in', kept)
    .execute()
  await tx
    .updateTable('account_users')
    .set({
      must_change_password: password.mustChange,
      password_set_at: now,
      failed_attempts: 0,
      locked_until: null,
      updated_at: now,
    })
    .where('federation_id', '=', federationId)
    .where('id', '=', accountId)
    .execute()
}

const pastPasswords = (tx: Tx, federationId: string, accountId: string) =>
  tx
    .selectFrom('account_past_passwords')
    .where('federation_id', '=', federationId)
    .where('user_id', '=', accountId)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(REMEMBERED)

/**
 * Gives an account a new password after checking it: 10 characters, 3 kinds of 4, none of the last five.
 * @throws Failure 422 when a rule is broken, 404 when there is no such account
 */
export async function renewPassword(
  db: Database,
  federationId: string,
  accountId: string,
  password: { plain: string; mustChange: boolean },
  now: string,
): Promise<void> {
  const fault = passwordFault(password.plain)
  if (fault) fail(422, fault)
  const past = await pastPasswords(db.owner, federationId, accountId).select('password_hash').execute()
  const repeats = await Promise.all(past.map((row) => isPassword(row.password_hash, password.plain)))
  if (repeats.includes(true)) fail(422, `新密码不能和最近 ${REMEMBERED} 次用过的相同，请换一个`)
  const hash = await hashPassword(password.plain)
  await asOwner(db, async (tx) => {
    const user = tx.selectFrom('account_users').where('federation_id', '=', federationId).where('id', '=', accountId)
    if (!(await user.select('id').forUpdate().executeTakeFirst())) fail(404, '没有这个账号，请核对后重试')
    await writePassword(tx, federationId, accountId, { hash, mustChange: password.mustChange }, now)
  })
}

/** Is this the account's present password? */
export async function isPresentPassword(
  db: Database,
  federationId: string,
  accountId: string,
  password: string,
): Promise<boolean> {
  const row = await db.owner
    .selectFrom('account_credentials')
    .select('password_hash')
    .where('federation_id', '=', federationId)
    .where('user_id', '=', accountId)
    .where('provider', '=', 'credential')
    .executeTakeFirst()
  return row?.password_hash ? isPassword(row.password_hash, password) : false
}

/** Has a password reached its age? Days are counted in Asia/Shanghai. @param setAt ISO instant, null when never set */
export const isPasswordOld = (setAt: string | null, now: string, maxAgeDays: number): boolean =>
  setAt !== null && daysBetween(dayOf(setAt), dayOf(now)) >= maxAgeDays
