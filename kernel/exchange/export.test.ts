import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { standingOf } from '../access/actor.ts'
import { definePermissions } from '../access/permissions.ts'
import { action } from '../contract/contract.ts'
import { inTransaction } from '../db/database.ts'
import { contentOf, getDocument } from '../documents/documents.ts'
import { queries as enterprises } from '../enterprises/queries.ts'
import { newCtx } from '../http/new-ctx.ts'
import { defineLine } from '../line.ts'
import type { Column } from './columns.ts'
import { exportTable, inPages } from './export.ts'
import { readTable } from './table.ts'

const columns: Column<{ name: string; headcount: number }>[] = [
  { title: '企业名称', value: (firm) => firm.name },
  { title: '人数', kind: 'number', value: (firm) => firm.headcount },
]
const contract = {
  export: action(
    'firms.export',
    '导出企业',
    z.object({ format: z.enum(['xlsx', 'csv']), limit: z.int(), under: z.string().optional() }),
    z.object({ id: z.string(), name: z.string(), rows: z.int() }),
  ),
}
/** A list as any line has it, with its export. */
const line = defineLine({
  slug: 'firms',
  title: '企业',
  chapter: 'organising',
  permissions: definePermissions({ 'firms.export': { district_officer: 'all', street_officer: 'subtree' } }),
  contract,
  handlers: {
    async export(ctx, { format, limit, under }) {
      const rows = inPages((after) => enterprises.list(ctx, { under, after, limit: 3 }))
      const { document, rows: count } = await exportTable(ctx, {
        title: '企业名册',
        columns,
        rows,
        reason: '街道年报',
        format,
        limit,
        line: 'firms',
      })
      return { id: document.id, name: document.name, rows: count }
    },
  },
})

let room: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  room = await openSmall([line])
})
afterAll(() => room.close())

const street = () => room.as(small.officerLi.actor, line, contract)

async function contentsOf(id: string): Promise<string> {
  const { actor } = small.officerLi
  return inTransaction(room.db, standingOf(actor), async (tx) => {
    const ctx = newCtx(room.house, actor, tx)
    const table = await readTable(await contentOf(room.house, await getDocument(ctx, id)))
    const rows: string[] = []
    for await (const row of table.rows) rows.push(row.cells.join(' '))
    return [table.header.join(' '), ...rows].join('\n')
  })
}

describe('an export', () => {
  it.each(['xlsx', 'csv'] as const)(
    'as %s holds what the reach holds, page after page, and is kept as a document',
    async (format) => {
      const { id, name, rows } = await street().export({ format, limit: 100 })
      expect(name).toBe(`企业名册_2026-03-02.${format}`)
      const content = await contentsOf(id)
      expect(content).toContain(`${small.factory.name} 620`)
      expect(content).not.toContain(small.software.name)
      expect(content.split('\n').length).toBeGreaterThan(rows)
    },
  )

  it('carries who took it, in the file and in the audit log', async () => {
    const { id, rows } = await street().export({ format: 'csv', limit: 100 })
    expect(await contentsOf(id)).toContain(`${small.pinghu.name} 李敏 2026-03-02 09:00 导出，仅供工作使用`)
    const trace = await room.db.owner
      .selectFrom('audit_log')
      .select(['actor', 'reason'])
      .where('action', '=', 'firms.export')
      .where('outcome', '=', 'done')
      .execute()
    expect(trace).toContainEqual({ actor: `${small.pinghu.name} 李敏`, reason: `导出企业名册 ${rows} 行：街道年报` })
  })

  it('is refused beyond the limit of rows, and when there is nothing', async () => {
    await expect(street().export({ format: 'xlsx', limit: 2 })).rejects.toMatchObject({
      status: 413,
      message: expect.stringContaining('2 行'),
    })
    await expect(street().export({ format: 'csv', limit: 2 })).rejects.toMatchObject({ status: 413 })
    await expect(street().export({ format: 'csv', limit: 2, under: small.gankeng.path })).rejects.toMatchObject({
      status: 422,
    })
  })
})
