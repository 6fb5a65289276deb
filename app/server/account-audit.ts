import { standingOf, visitor } from '../../kernel/access/actor.ts'
import type { AccountEvent } from '../../kernel/accounts/front.ts'
import { writeAudit } from '../../kernel/audit/audit.ts'
import { type Database, inTransaction } from '../../kernel/db/database.ts'

const refusals: Record<number, string> = {
  401: '用户名、密码或验证码不对',
  403: '账号停用，或从别的网站发来',
  422: '验证码不对或过期，或新密码不合要求',
  429: '试得太多，先锁住',
}

/** Sign-ins, sign-outs and changes of passwords stand in the same chain as everything else. What was typed never does. */
export async function auditAccount(db: Database, federationId: string, event: AccountEvent): Promise<void> {
  const { event: action, outcome, at, ip, accountId } = event
  const actor = {
    ...visitor(federationId),
    accountId,
    name: accountId ? await nameOf(db, federationId, accountId) : '未登录',
  }
  const reason = outcome === 'refused' ? (refusals[event.status] ?? '没有办成') : ''
  await inTransaction(db, standingOf(actor), (tx) =>
    writeAudit(tx, { at, actor, action, line: 'accounts', recordId: null, outcome, reason, ip }),
  )
}

async function nameOf(db: Database, federationId: string, accountId: string): Promise<string> {
  const row = await db.owner
    .selectFrom('account_users as u')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'u.federation_id').onRef('p.id', '=', 'u.person_id'),
    )
    .select('p.name')
    .where('u.federation_id', '=', federationId)
    .where('u.id', '=', accountId)
    .executeTakeFirst()
  return row?.name ?? '账号'
}
