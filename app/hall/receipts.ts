import { recall, remember } from './phone-memory.ts'

const KEPT = 'nf.receipts'
const HELD = 'nf.receipt'

/** Receipts the person asked this phone to remember, newest first. */
export function keptReceipts(): string[] {
  try {
    const kept: unknown = JSON.parse(recall('localStorage', KEPT) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

const write = (receipts: readonly string[]): boolean =>
  remember('localStorage', KEPT, receipts.length > 0 ? JSON.stringify(receipts) : null)

export const keepReceipt = (receipt: string): boolean =>
  write([receipt, ...keptReceipts().filter((one) => one !== receipt)].slice(0, 20))

export const forgetReceipt = (receipt: string): boolean => write(keptReceipts().filter((one) => one !== receipt))

/** The receipt under which somebody looks at a matter now; gone when the tab is closed. */
export const heldReceipt = (): string | undefined => recall('sessionStorage', HELD) ?? undefined

let unsaved: string | undefined

export function holdReceipt(receipt: string | undefined): void {
  unsaved = remember('sessionStorage', HELD, receipt ?? null) ? undefined : receipt
}

export const receiptInHand = (): string | undefined => heldReceipt() ?? unsaved
