/** One finding as the search sees it now. */
export type Seen<S> = { key: string; title: string; subjects: readonly S[] }
export type Known = { id: string; key: string; state: 'open' | 'taken' | 'settled' | 'dismissed' | 'gone' }

/**
 * What a search changes: findings that are new, those that are back after they had been settled or had gone, and those in sight whose cause has ceased.
 * What was dismissed stays dismissed; what is in somebody's hands is left to them.
 */
export function changesOf<S>(seen: readonly Seen<S>[], known: readonly Known[]) {
  const byKey = new Map(known.map((one) => [one.key, one]))
  const keys = new Set(seen.map(({ key }) => key))
  return {
    added: seen.filter(({ key }) => !byKey.has(key)),
    back: seen.flatMap((one) => {
      const before = byKey.get(one.key)
      return before && (before.state === 'settled' || before.state === 'gone') ? [{ ...one, id: before.id }] : []
    }),
    gone: known.filter(({ key, state }) => state === 'open' && !keys.has(key)),
  }
}
