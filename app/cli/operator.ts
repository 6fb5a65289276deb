import { sql } from 'kysely'
import { type Actor, visitor } from '../../kernel/access/actor.ts'
import { writeAudit } from '../../kernel/audit/audit.ts'
import type { Tx } from '../../kernel/db/database.ts'

/** Whoever sits at the machine: no account, known by where the command came from. */
export const operator = (federationId: string, name = '命令行'): Actor => ({ ...visitor(federationId), name })

/** One line of the audit log for what was done at the machine itself, last in the owner's open transaction. */
export async function auditOperator(
  tx: Tx,
  now: string,
  actor: Actor,
  about: { action: string; recordId?: string | null; reason: string },
): Promise<void> {
  if (!/^\d{6}$/.test(actor.federationId)) throw new Error('malformed federation')
  await sql`set local nf.federation = ${sql.lit(actor.federationId)}`.execute(tx)
  await writeAudit(tx, {
    at: now,
    actor,
    action: about.action,
    line: 'house',
    recordId: about.recordId ?? null,
    outcome: 'done',
    reason: about.reason,
    ip: '',
  })
}
