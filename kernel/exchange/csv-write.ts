import { Readable } from 'node:stream'
import { type Column, cellOf } from './columns.ts'

const quoted = (cell: string): string => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const lineOf = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`

/**
 * A CSV file (RFC 4180, UTF-8 with mark, so that Excel reads Chinese), row by row.
 * @param options.footer a last line, such as who exported it
 */
export function writeCsv<R>(
  columns: readonly Column<R>[],
  rows: AsyncIterable<R> | Iterable<R>,
  options: { footer?: string } = {},
): Readable {
  async function* lines() {
    yield `\ufeff${lineOf(columns.map(({ title }) => title))}`
    let buffered = ''
    for await (const row of rows) {
      buffered += lineOf(columns.map((column) => cellOf(column, row)))
      if (buffered.length < 32_768) continue
      yield buffered
      buffered = ''
    }
    yield buffered + (options.footer ? lineOf([options.footer]) : '')
  }
  return Readable.from(lines(), { objectMode: false })
}
