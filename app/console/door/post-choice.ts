const KEY = 'nuanfeng.post'

/** The post last worked in on this device. Private windows may refuse to remember; then it is asked again. */
export function readPost(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

export function writePost(id: string | undefined): void {
  try {
    if (id) localStorage.setItem(KEY, id)
    else localStorage.removeItem(KEY)
  } catch {
    // Nothing is lost but the convenience.
  }
}
