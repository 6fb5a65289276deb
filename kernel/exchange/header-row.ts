import { plainTitle } from './headers.ts'

const isNumberOrDay = (cell: string) => /^[\d\s.,:/\-年月日%]+$/.test(cell)

/**
 * Which row bears the column names? The one with most known names; when none is known, the first that is as wide as the table and holds words only.
 * A merged title has one filled cell, so it never is.
 * @param rows the first rows. @returns its place, −1 when there is none
 */
export function findHeader(rows: readonly (readonly string[])[], known: readonly string[]): number {
  const names = new Set(known.map(plainTitle))
  const hits = rows.map((cells) => cells.filter((cell) => names.has(plainTitle(cell))).length)
  const most = Math.max(0, ...hits)
  if (most > 0) return hits.indexOf(most)
  const filled = rows.map((cells) => cells.filter((cell) => cell !== '').length)
  const widest = Math.max(0, ...filled)
  return rows.findIndex((cells, at) => {
    const words = cells.filter((cell) => cell !== '' && !isNumberOrDay(cell))
    return (
      (filled[at] ?? 0) * 2 > widest &&
      words.length === filled[at] &&
      (words.length > 1 || widest === 1) &&
      new Set(words).size === words.length
    )
  })
}
