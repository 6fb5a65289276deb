/** What each record contributed to a figure, or to the two that a rate rests on: by figure counted, by record. Null where the records were too many to keep. */
export type Contributions = Readonly<Record<string, Readonly<Record<string, number>> | null>>

/** A record that counts otherwise than it did; 0 is not at all. */
export type Change = { counted: string; record: string; was: number; now: number }

/** Sums of yuan are doubles: a hundredth of a fen is no difference. */
export const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.0001

/** The records that count otherwise than they did; null when that is not known of every figure counted. */
export function differ(was: Contributions, now: Contributions): Change[] | null {
  const names = Object.keys(now)
  if (names.some((name) => !was[name] || !now[name])) return null
  return names.flatMap((counted) => {
    const [before, after] = [was[counted] ?? {}, now[counted] ?? {}]
    const records = new Set([...Object.keys(after), ...Object.keys(before)])
    return [...records].flatMap((record): Change[] => {
      const [old, fresh] = [before[record] ?? 0, after[record] ?? 0]
      return isSame(old, fresh) ? [] : [{ counted, record, was: old, now: fresh }]
    })
  })
}
