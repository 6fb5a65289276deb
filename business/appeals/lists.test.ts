import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { MONDAY } from '../../district/testing.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { openDocument } from '../../kernel/documents/documents.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { openAppeals, wages } from './testing.ts'

let room: Awaited<ReturnType<typeof openAppeals>>
beforeAll(async () => {
  room = await openAppeals()
  for (let i = 0; i < 10; i++) await room.rider().receive({ ...wages, headcount: i % 2 ? 12 : 1 })
})
afterAll(() => room.district.close())

describe('lists', () => {
  test('come by the clock, in pages that neither repeat nor lose a row', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await room.li().list({ limit: 3, after })
      seen.push(...page.rows.map((row) => row.id))
      after = page.next ?? undefined
    } while (after)
    const all = await room.li().list({ limit: 200 })
    expect(seen).toEqual(all.rows.map((row) => row.id))
    expect(new Set(seen).size).toBe(seen.length)
    const due = all.rows.map((row) => row.nextDueAt ?? '9')
    expect(due).toEqual([...due].sort())
  })

  test('are filtered by place, category, group, text and lateness', async () => {
    room.district.clock.advance({ days: 30 })
    expect((await room.li().list({ lateOnly: true })).rows.length).toBeGreaterThan(0)
    room.district.clock.set(MONDAY)
    expect((await room.li().list({ lateOnly: true })).rows).toEqual([])
    expect((await room.li().list({ groupOnly: true })).rows.every((row) => row.isGroup)).toBe(true)
    expect((await room.li().list({ text: '蜂速' })).rows.length).toBeGreaterThan(0)
    expect((await room.li().list({ text: '没有这家' })).rows).toEqual([])
    await expect(room.li().list({ place: '%' })).rejects.toMatchObject({ status: 400 })
    await expect(room.li().list({ after: "' or 1=1" })).rejects.toMatchObject({ status: 400 })
  })

  test('leave as a table only for a stated reason, without story, name or phone, and the audit says who took how many', async () => {
    await expect(room.li().export({ reason: '看' })).rejects.toMatchObject({ status: 400 })
    await expect(room.lin().export({ reason: '季度分析用表' })).rejects.toMatchObject({ status: 403 })
    await expect(room.li().export({ reason: '季度分析用表', text: '没有这家' })).rejects.toMatchObject({ status: 422 })
    const { documentId, rows, name } = await room.li().export({ reason: '季度分析用表', scope: 'all', format: 'csv' })
    expect([rows, name]).toEqual([10, '职工诉求列表_2026-03-02.csv'])
    const { house, db } = room.district
    const text = await inTransaction(db, standingOf(small.officerLi.actor), async (tx) => {
      const { stream } = await openDocument(newCtx(house, small.officerLi.actor, tx), documentId)
      return Buffer.concat(await stream.toArray()).toString()
    })
    expect(text).toContain('工资被拖欠或少发，12 人')
    for (const secret of [wages.contactPhone, wages.contactName, '三个月配送费']) expect(text).not.toContain(secret)
    const taken = await asOwner(db, (tx) =>
      tx.selectFrom('audit_log').select('reason').where('action', '=', 'appeals.export').execute(),
    )
    expect(taken.map((entry) => entry.reason)).toContain('导出职工诉求列表 10 行：季度分析用表')
  })
})
