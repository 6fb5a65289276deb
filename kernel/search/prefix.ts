import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'

const LAST = 0x10ffff

/**
 * The first text after all texts that begin with `prefix`, in code point order, which is the byte order of UTF-8: 张三 → 张上.
 * @returns null when there is none (an empty prefix, or nothing but the last code point)
 */
export function endOfPrefix(prefix: string): string | null {
  const points = Array.from(prefix, (letter) => letter.codePointAt(0) ?? 0)
  while (points.at(-1) === LAST) points.pop()
  const last = points.pop()
  if (last === undefined) return null
  const next = last === 0xd7ff ? 0xe000 : last + 1 // between them lie the surrogates, which are no characters
  return String.fromCodePoint(...points, next)
}

/**
 * `column` begins with `prefix`, as a range that an index with text_pattern_ops serves under row-level security too: `LIKE` is not leakproof and
 * would read every row. @param prefix taken letter by letter, `%` and `_` included; empty matches everything
 */
export function startsWith(column: Expression<string | null>, prefix: string): RawBuilder<SqlBool> {
  const end = endOfPrefix(prefix)
  const from = sql<SqlBool>`${column} ~>=~ ${prefix}`
  return end === null ? from : sql<SqlBool>`(${from} and ${column} ~<~ ${end})`
}
