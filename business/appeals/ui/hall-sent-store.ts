export interface SentAppeal {
  id: string
  number: string
  receipt: string | null
}

const KEY = 'nf.appeal.sent'

/** Kept until the tab is closed, so that a reload does not lose the receipt before it was written down. */
export function keepSent(sent: SentAppeal): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(sent))
  } catch {
    latest = sent
  }
}

let latest: SentAppeal | undefined

export function findSent(): SentAppeal | undefined {
  try {
    const kept = sessionStorage.getItem(KEY)
    return kept ? (JSON.parse(kept) as SentAppeal) : latest
  } catch {
    return latest
  }
}

export function forgetSent(): void {
  latest = undefined
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
