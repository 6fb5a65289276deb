import type { Card } from './api.ts'

const KEY = 'nf.card'
/** What stays on the phone of a card: without the code, which is worth nothing later. */
export type KeptCard = Pick<Card, 'name' | 'unionName' | 'standing' | 'memberSince' | 'number' | 'levelTitle'>

/** A phone that refuses storage keeps nothing. */
export function keepCard({ name, unionName, standing, memberSince, number, levelTitle }: Card): void {
  try {
    const kept: KeptCard = { name, unionName, standing, memberSince, number, levelTitle }
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Then the card is there only with a network.
  }
}

export function keptCard(): KeptCard | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

export function forgetCard(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // What was never kept needs no clearing.
  }
}

const isKept = (kept: unknown): kept is KeptCard =>
  typeof kept === 'object' &&
  kept !== null &&
  ['name', 'unionName', 'standing', 'memberSince', 'number', 'levelTitle'].every(
    (key) => typeof (kept as Record<string, unknown>)[key] === 'string',
  )
