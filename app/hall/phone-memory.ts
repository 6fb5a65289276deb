/** What this phone remembers; a phone that refuses storage remembers nothing. */
export function recall(kind: 'localStorage' | 'sessionStorage', key: string): string | null {
  try {
    return globalThis[kind].getItem(key)
  } catch {
    return null
  }
}

/** Null forgets. False when the phone keeps nothing. */
export function remember(kind: 'localStorage' | 'sessionStorage', key: string, value: string | null): boolean {
  try {
    if (value === null) globalThis[kind].removeItem(key)
    else globalThis[kind].setItem(key, value)
    return true
  } catch {
    return false
  }
}
