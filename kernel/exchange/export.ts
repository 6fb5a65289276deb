import { dayOf, timeOf } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { type DocumentCard, receiveDocument, recordDocument } from '../documents/documents.ts'
import type { Column } from './columns.ts'
import { writeCsv } from './csv-write.ts'
import { writeXlsx } from './xlsx-write.ts'

export type ExportRequest<R> = {
  /** What the list is: 诉求列表. Becomes the file's name, so it holds no personal data. */
  title: string
  columns: readonly Column<R>[]
  /** Read within the open transaction, so that row-level security holds; see `inPages`. */
  rows: AsyncIterable<R> | Iterable<R>
  /** Why, for the audit log. */
  reason: string
  format?: 'xlsx' | 'csv'
  /** Most rows; default 20 000. */
  limit?: number
  /** The line whose records they are. */
  line: string
}

/**
 * Exports a list from within an action: writes the file, enters it as the actor's document (fetched at `/api/documents/:id`, gone when it is swept), and
 * tells the audit log who took what, how many rows and why (D:C13.1: reason, watermark, row limit). @throws Failure 413 beyond the limit, 422 no row
 */
export async function exportTable<R>(
  ctx: Ctx,
  request: ExportRequest<R>,
): Promise<{ document: DocumentCard; rows: number }> {
  const { title, columns, reason, format = 'xlsx', limit = 20_000, line } = request
  const counter: Counter = { rows: 0 }
  const rows = counted(request.rows, limit, counter)
  const watermark = watermarkOf(ctx)
  const content =
    format === 'csv' ? writeCsv(columns, rows, { footer: watermark }) : writeXlsx(columns, rows, { title, watermark })
  const received = await receiveDocument(ctx.house, `${title}_${ctx.today}.${format}`, content).catch(
    (error: unknown) => {
      throw counter.failure ?? error // a stream that breaks off reports itself, not its cause
    },
  )
  if (counter.rows === 0) {
    await ctx.house.files.remove(received.storedAs)
    fail(422, '没有可以导出的内容，请换个条件')
  }
  const document = await recordDocument(ctx, received, 'generated')
  ctx.audit = { line, recordId: null, reason: `导出${title} ${counter.rows} 行：${reason}` }
  return { document, rows: counter.rows }
}

/** Who took it and when: 平湖街道总工会 张三 2026-01-05 09:00 导出，仅供工作使用. */
export const watermarkOf = (ctx: Ctx): string =>
  `${[ctx.actor.orgName, ctx.actor.name].filter(Boolean).join(' ')} ${dayOf(ctx.now)} ${timeOf(ctx.now)} 导出，仅供工作使用`

type Counter = { rows: number; failure?: unknown }

async function* counted<R>(rows: AsyncIterable<R> | Iterable<R>, limit: number, counter: Counter): AsyncGenerator<R> {
  try {
    for await (const row of rows) {
      counter.rows += 1
      if (counter.rows > limit) fail(413, `一次最多导出 ${limit} 行，请缩小范围再导出`)
      yield row
    }
  } catch (error) {
    counter.failure = error
    throw error
  }
}

/** Reads a list page by page: `inPages((after) => list(ctx, { after, limit: 200 }))`. */
export async function* inPages<R>(
  page: (after: string | undefined) => Promise<{ rows: readonly R[]; next: string | null }>,
): AsyncGenerator<R> {
  let after: string | undefined
  for (;;) {
    const { rows, next } = await page(after)
    yield* rows
    if (next === null) return
    after = next
  }
}
