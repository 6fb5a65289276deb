import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../../kernel/access/actor.ts'
import { writeAudit } from '../../../kernel/audit/audit.ts'
import { fail } from '../../../kernel/contract/errors.ts'
import type { House } from '../../../kernel/ctx.ts'
import { asOwner, type Tx } from '../../../kernel/db/database.ts'
import { mapHeaders } from '../../../kernel/exchange/headers.ts'
import { readRecords } from '../../../kernel/exchange/records.ts'
import { readTable } from '../../../kernel/exchange/table.ts'
import { newCtx } from '../../../kernel/http/new-ctx.ts'
import { importTree, type TreeReport, type TreeRow } from '../../../kernel/org/import-tree.ts'
import { readTreeSheet } from '../../../kernel/org/tree-sheet.ts'
import { keepCodes } from './tree-codes.ts'
import { type ListRow, listFields, treeFrom } from './tree-list.ts'

/** A sheet of unions as it was read: either way down from the street, or as a list in which each names the one above it. */
export type Sheet = { errors: TreeReport['errors'] } & (
  | { layout: 'ways'; rows: TreeRow[] }
  | { layout: 'list'; rows: ListRow[] }
)

const text = z.string().max(200, '这一格太长，请核对是否串行')
const listShape = z.object({
  parent: text.optional(),
  name: text,
  code: text.optional(),
  kind: text.optional(),
  grade: text.optional(),
})

const listNames = listFields.flatMap(({ title, synonyms }) => [title, ...synonyms])

/**
 * Reads a spreadsheet (.xlsx or .csv) of streets, communities and unions in either of two layouts: 街道 · 社区 · 工会名称 …, or 上级名称或代码 · 名称 · 代码 · 类型 · 等级.
 * @throws Failure 400, 413, 415, 422 when it is no such sheet
 */
export async function readTree(source: AsyncIterable<Uint8Array>): Promise<Sheet> {
  const pieces = await Array.fromAsync(source)
  const again = async function* () {
    yield* pieces
  }
  const table = await readTable(again(), { known: listNames })
  const mapping = mapHeaders(table.header, listFields)
  const isList = mapping.columns.some(({ key, confidence }) => key === 'parent' && confidence >= 0.95)
  if (!isList) return { layout: 'ways', ...(await readTreeSheet(again())) }
  const sheet: Sheet & { layout: 'list' } = { layout: 'list', rows: [], errors: [] }
  for await (const read of readRecords(table.rows, mapping, listShape)) {
    if (read.ok) sheet.rows.push({ ...read.value, row: read.row })
    else
      sheet.errors.push({
        row: read.row,
        message: read.errors.map(({ column, message }) => `${column}：${message}`).join('；'),
      })
  }
  return sheet
}

class Enough extends Error {}

/**
 * Grows the tree from a sheet, in one transaction, with its audit line. @param isCheck does all the same and takes it back, so that what is foretold is what happens
 * @throws Failure 409 when the federation has no root yet
 */
export async function bringTree(house: House, actor: Actor, sheet: Sheet, isCheck: boolean): Promise<TreeReport> {
  let report: TreeReport = { added: 0, known: 0, errors: [] }
  try {
    await asOwner(house.db, async (tx) => {
      report = await grow(tx, house, actor, sheet)
      if (isCheck) throw new Enough()
    })
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  return report
}

async function grow(tx: Tx, house: House, actor: Actor, sheet: Sheet): Promise<TreeReport> {
  if (!/^\d{6}$/.test(actor.federationId)) fail(400, '行政区划代码应是 6 位数字')
  await sql`set local nf.federation = ${sql.lit(actor.federationId)}`.execute(tx)
  const ctx = newCtx(house, actor, tx)
  const { rows, errors, numbered } =
    sheet.layout === 'ways' ? { rows: sheet.rows, errors: [], numbered: [] } : await treeFrom(ctx, sheet.rows)
  const report = await importTree(ctx, rows)
  await keepCodes(ctx, numbered)
  await writeAudit(tx, { at: ctx.now, actor, action: 'orgs.import', ...ctx.audit, outcome: 'done', ip: '' })
  return { ...report, errors: [...sheet.errors, ...errors, ...report.errors].sort((a, b) => a.row - b.row) }
}
