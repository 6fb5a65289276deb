import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { setImmediate as breathe } from 'node:timers/promises'
import excel from 'exceljs'
import { type Column, cellOf, numberFormats } from './columns.ts'

export type SheetOptions = {
  /** Shown in large letters above the header. */ title?: string /** Who exported it and when: below the title and on every printed page. */
  watermark?: string
}

const BATCH = 500

/**
 * An .xlsx file, row by row; memory stays flat. Long numbers are texts, the header stays in sight, and a title above it hinders no re-import.
 * An error of `rows` ends the stream with that error.
 */
export function writeXlsx<R>(
  columns: readonly Column<R>[],
  rows: AsyncIterable<R> | Iterable<R>,
  options: SheetOptions = {},
): Readable {
  const out = new PassThrough()
  fill(out, columns, rows, options).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return out
}

async function fill<R>(
  out: PassThrough,
  columns: readonly Column<R>[],
  rows: AsyncIterable<R> | Iterable<R>,
  options: SheetOptions,
): Promise<void> {
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const above = [options.title, options.watermark].filter((text) => text !== undefined && text !== '')
  const sheet = book.addWorksheet('数据', {
    views: [{ state: 'frozen', ySplit: above.length + 1 }],
    headerFooter: options.watermark ? { oddFooter: `&L${options.watermark.replaceAll('&', '&&')}&R第 &P 页` } : {},
    pageSetup: { orientation: columns.length > 6 ? 'landscape' : 'portrait', fitToPage: true, fitToHeight: 0 },
  })
  sheet.columns = columns.map((column) => ({
    width: column.width ?? Math.max(10, column.title.length * 2 + 2),
    style: { numFmt: numberFormats[column.kind ?? 'text'] },
  }))
  for (const [at, text] of above.entries()) {
    const row = sheet.addRow([text])
    row.font = at === 0 && options.title ? { bold: true, size: 14 } : { color: { argb: 'FF8C8C8C' } }
    row.commit()
  }
  const header = sheet.addRow(columns.map(({ title }) => title))
  header.font = { bold: true }
  header.commit()
  let count = 0
  for await (const row of rows) {
    sheet.addRow(columns.map((column) => cellOf(column, row))).commit()
    count += 1
    if (count % BATCH === 0) await pause(out)
  }
  sheet.autoFilter = {
    from: { row: above.length + 1, column: 1 },
    to: { row: above.length + 1 + count, column: columns.length },
  }
  sheet.commit()
  await book.commit()
}

/** Long work yields, and waits for a slow reader. @throws when the reader has gone */
async function pause(out: PassThrough): Promise<void> {
  if (out.destroyed) throw new Error('the reader of the export has gone')
  if (out.writableNeedDrain) await once(out, 'drain')
  else await breathe()
}
