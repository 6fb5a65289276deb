/**
 * One set of type parsers for both engines. Left alone they disagree: PGlite reads int8 as number and date as UTC midnight, pg as string and local
 * midnight, which is one day off in Asia/Shanghai.
 */
export type Parser = (text: string) => unknown
export type Parsers = Readonly<Record<number, Parser>>

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const

const safeInteger: Parser = (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 beyond 2^53: ${text}`)
  return value
}

/** `2026-01-05 01:00:00.12+00` (sessions run in UTC) → `2026-01-05T01:00:00.120Z`. */
const instant: Parser = (text) => new Date(text).toISOString()

/** What every room and line sees: int8 as number, days as 'YYYY-MM-DD', instants as ISO strings. */
export const houseParsers: Parsers = {
  [OID.int8]: safeInteger,
  [OID.date]: (text) => text,
  [OID.timestamptz]: instant,
  [OID.numeric]: (text) => text,
}

/** The same but for libraries that expect `Date` objects (accounts). */
export const dateParsers: Parsers = { ...houseParsers, [OID.timestamptz]: (text) => new Date(text) }
