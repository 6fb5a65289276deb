import type { RowReason, StoreResult, Written } from './kind.ts'
import type { CheckedRow } from './row-reader.ts'

/** What a run has counted so far. */
export type Counts = { added: number; changed: number; same: number; refused: number; warned: number }
/** A row of the sheet that has reasons. */
export type Noted = { row: number; isRefused: boolean; reasons: RowReason[] }
/** What became of a chunk. */
export type Dealt = { counts: Counts; noted: Noted[]; written: Written[] }

export const none: Counts = { added: 0, changed: 0, same: 0, refused: 0, warned: 0 }

export const storable = (rows: readonly CheckedRow[]) =>
  rows.flatMap((one) => (one.value === null ? [] : [{ row: one.row, value: one.value }]))

/** Joins what the checks said of the rows and what became of those that were stored, in the order of the sheet. */
export function dealt(rows: readonly CheckedRow[], { outcomes, written }: StoreResult): Dealt {
  const counts = { ...none }
  const noted: Noted[] = []
  let at = 0
  for (const one of rows) {
    const outcome = one.value === null ? { kind: 'refused' as const, reasons: one.reasons } : outcomes[at++]
    if (!outcome) throw new Error('a kind of import answered fewer outcomes than rows')
    counts[outcome.kind] += 1
    if (outcome.kind === 'refused') {
      noted.push({ row: one.row, isRefused: true, reasons: outcome.reasons })
      continue
    }
    const warnings = [...(one.value === null ? [] : one.warnings), ...(outcome.warnings ?? [])]
    if (warnings.length === 0) continue
    counts.warned += 1
    noted.push({ row: one.row, isRefused: false, reasons: warnings })
  }
  return { counts, noted, written }
}

export const sum = (a: Counts, b: Counts): Counts => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  same: a.same + b.same,
  refused: a.refused + b.refused,
  warned: a.warned + b.warned,
})

/** Rows that bear a code, how many of them were kept out, and the sentence of the first. */
export type CodeCount = { rows: number; refused: number; example: string }
/** By code. */
export type Codes = Readonly<Record<string, CodeCount>>

/** Adds up how many rows bear each code; a row that bears it twice counts once. */
export function countCodes(codes: Codes, noted: readonly Noted[]): Codes {
  const more: Record<string, CodeCount> = { ...codes }
  for (const { reasons, isRefused } of noted)
    for (const [code, { message }] of new Map(reasons.toReversed().map((reason) => [reason.code, reason])))
      more[code] = {
        rows: (more[code]?.rows ?? 0) + 1,
        refused: (more[code]?.refused ?? 0) + (isRefused ? 1 : 0),
        example: more[code]?.example ?? message,
      }
  return more
}
