export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const nameOf = (key: string) => `nf.draft.${key}`
const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value)

/** The kept draft laid over `initial`; fields the form no longer has, or of another kind, are left behind. */
export function readDraft<Value extends object>(storage: DraftStorage, key: string, initial: Value): Value | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(key)) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return undefined
    const fitting = Object.entries(kept).filter(
      ([field, value]) => field in initial && kindOf(value) === kindOf(initial[field as keyof Value]),
    )
    return { ...initial, ...Object.fromEntries(fitting) }
  } catch {
    return undefined
  }
}

/** False when the phone keeps nothing (storage full, or switched off). */
export function writeDraft(storage: DraftStorage, key: string, value: object): boolean {
  try {
    storage.setItem(nameOf(key), JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function clearDraft(storage: DraftStorage, key: string): void {
  try {
    storage.removeItem(nameOf(key))
  } catch {
    // What was never kept needs no clearing.
  }
}
