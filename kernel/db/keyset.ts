import { fail } from '../contract/errors.ts'

/** Where a page of a list ended: the sort key of its last row as text, and its id. */
export type Mark = { at: string; id: string }

const KEYS = {
  instant: '[-0-9:.+ TZ]{10,40}|infinity',
  day: String.raw`\d{4}-\d\d-\d\d`,
  number: String.raw`\d{1,9}`,
} as const

/**
 * The mark a list is to go on behind.
 * @param after `next` of the page before, undefined for the first page
 * @param key what the list is sorted by
 * @throws Failure 400 when it is no such mark
 */
export function markIn(after: string | undefined, key: keyof typeof KEYS): Mark | null {
  if (after === undefined) return null
  const [, at, id] = new RegExp(`^(${KEYS[key]})~([0-9a-f-]{36})$`).exec(after) ?? []
  return at && id ? { at, id } : fail(400, '翻页位置不对，请刷新列表')
}

/**
 * A keyset page of rows of which one more than `limit` was read.
 * @param markOf the sort key and id of a row, as `markIn` reads them back
 * @returns the rows shown, and `next`, null on the last page
 */
export function pageBy<R>(
  rows: readonly R[],
  limit: number,
  markOf: (row: R) => { at: string | number; id: string },
): { rows: R[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  if (!last || rows.length <= limit) return { rows: shown, next: null }
  const { at, id } = markOf(last)
  return { rows: shown, next: `${at}~${id}` }
}
