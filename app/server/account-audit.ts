import { standingOf, visitor } from '../../kernel/access/actor.ts'
import type { AccountEvent } from '../../kernel/accounts/front.ts'
import { writeAudit } from '../../kernel/audit/audit.ts'
import { type Database, inTransaction } from '../../kernel/db/database.ts'

/** Sign-ins, sign-outs and changes of passwords stand in the same chain as everything else; the actor is known by account only. */
export const auditAccount = (db: Database, federationId: string, event: AccountEvent): Promise<void> => {
  const actor = { ...visitor(federationId), accountId: event.accountId, name: event.accountId ? '账号' : '未登录' }
  const { event: action, outcome, at, ip } = event
  const reason = outcome === 'refused' ? `拒绝（${event.status}）` : ''
  return inTransaction(db, standingOf(actor), (tx) =>
    writeAudit(tx, { at, actor, action, line: 'accounts', recordId: null, outcome, reason, ip }),
  )
}
