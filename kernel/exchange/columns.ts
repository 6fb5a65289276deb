/** What a column holds. `text` also for long numbers, so that no digit is lost; `fen` is shown in 元. */
export type ColumnKind = 'text' | 'number' | 'day' | 'instant' | 'fen'
export type Column<R> = {
  title: string
  kind?: ColumnKind /** In characters. */
  width?: number
  value: (row: R) => string | number | null
}

/**
 * Text that a spreadsheet would run as a formula (= + - @, also after a tab or a line break) gets an apostrophe in front (OWASP CSV injection).
 * A lone sign is no formula.
 */
export const harmless = (text: string): string =>
  /^[\t\r\n ]*[=+\-@＝＋－＠]./s.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text

/** 2026-01-05T01:00:00.000Z → 2026-01-05 09:00, as people in Shanghai read it. */
const localTime = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')

/** A cell as it is written: a number only where the column is one. */
export function cellOf<R>(column: Column<R>, row: R): string | number {
  const value = column.value(row)
  const kind = column.kind ?? 'text'
  if (value === null || value === '') return ''
  if (kind === 'fen') return Number(value) / 100
  if (kind === 'number') return Number(value)
  return harmless(kind === 'instant' ? localTime(String(value)) : String(value))
}

export const numberFormats: Record<ColumnKind, string> = {
  text: '@',
  day: '@',
  instant: '@',
  number: '0.##########',
  fen: '#,##0.00',
}
