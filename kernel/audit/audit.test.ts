import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSmall, small } from '../../district/small.ts'
import { standingOf } from '../access/actor.ts'
import { asOwner, type Database, inTransaction } from '../db/database.ts'
import { testDatabase } from '../testing/database.ts'
import { digestOf, verifyAudit, writeAudit } from './audit.ts'

let db: Database
beforeAll(async () => {
  db = await testDatabase()
  await loadSmall(db)
})
afterAll(() => db.close())

const write = (actor = small.officerLi.actor, reason = '核对') =>
  inTransaction(db, standingOf(actor), (tx) =>
    writeAudit(tx, {
      at: '2026-03-02T01:00:00.000Z',
      actor,
      action: 'appeals.reveal',
      line: 'appeals',
      recordId: null,
      outcome: 'done',
      reason,
      ip: '127.0.0.1',
    }),
  )
const verify = () => asOwner(db, verifyAudit)

/** Does something to the log as the owner of the database, looks, and undoes it. */
const tamper = async (statement: ReturnType<typeof sql>) => {
  let found: Awaited<ReturnType<typeof verifyAudit>> | undefined
  await asOwner(db, async (tx) => {
    await statement.execute(tx)
    found = await verifyAudit(tx)
    throw new Error('undo')
  }).catch(() => {})
  return found?.faults.map((fault) => fault.fault) ?? []
}

describe('the audit log', () => {
  test('of sixty deeds by several people at once holds together', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, i) => write(i % 2 ? small.officerLi.actor : small.officerYe.actor, `第 ${i} 件`)),
    )
    expect(await verify()).toEqual({ lines: 60, faults: [] })
  })

  test('shows a changed line, a missing line, a cut tail, a forged chain', async () => {
    expect(
      await tamper(
        sql`update audit_log set reason = '别的' where (lane, seq) = (select lane, seq from audit_log limit 1)`,
      ),
    ).toContain('内容被改过')
    expect(
      await tamper(
        sql`delete from audit_log where seq = 1 and lane = (select lane from audit_log group by lane having count(*) > 1 limit 1)`,
      ),
    ).toContain('前面缺了记录')
    expect(
      await tamper(sql`delete from audit_log a where seq = (select max(seq) from audit_log b where b.lane = a.lane)`),
    ).toContain('链尾与链头不符')
    expect(await tamper(sql`delete from audit_heads`)).toContain('没有链头')
    expect(await tamper(sql`update audit_log set hash = 'x' where seq = 1`)).toContain('与前一条接不上')
  })

  test('can be neither changed nor emptied nor written past its door by the application', async () => {
    for (const statement of [
      sql`update audit_log set reason = ''`,
      sql`delete from audit_log`,
      sql`insert into audit_log select * from audit_log`,
      sql`update audit_heads set seq = 0`,
      sql`select * from audit_heads`,
    ]) {
      await expect(
        inTransaction(db, standingOf(small.auditAdmin.actor), (tx) => statement.execute(tx)),
      ).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('is read by the audit administrator and nobody else', async () => {
    const count = async (actor = small.auditAdmin.actor) =>
      (await inTransaction(db, standingOf(actor), (tx) => tx.selectFrom('audit_log').select('seq').execute())).length
    expect(await count()).toBe(60)
    for (const other of [small.leaderChen, small.officerWang, small.systemAdmin, small.riderZhang])
      expect(await count(other.actor)).toBe(0)
  })

  test('two lines that read alike when run together have different digests', () => {
    expect(digestOf(['ab', 'c'])).not.toBe(digestOf(['a', 'bc']))
    expect(digestOf([null])).not.toBe(digestOf(['']))
  })
})
