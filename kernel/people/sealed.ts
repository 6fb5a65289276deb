import type { Sealer } from '../crypto/seal.ts'
import { maskId, maskPhone } from './mask.ts'
import type { revealable } from './words.ts'

export type SealedField = keyof typeof revealable

const contextOf = (field: SealedField, personId: string) => `persons.${field}:${personId}`
const blindKind = { id_number: 'id', phone: 'phone' } as const

/** A passport or other free number as it is compared: half width, capitals, no blanks. */
export const tidyDocument = (raw: string): string => raw.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** The two columns of a private value: sealed for this person and place, and its blind index. `value` is normalised; null empties both. */
export function sealField(sealer: Sealer, field: SealedField, personId: string, value: string | null) {
  const sealed = value === null ? null : sealer.seal(value, contextOf(field, personId))
  return { sealed, index: value === null ? null : sealer.blindIndex(blindKind[field], value) }
}

/** The value itself. @throws Error when it was changed or moved to another record */
export const openField = (sealer: Sealer, field: SealedField, personId: string, sealed: string): string =>
  sealer.open(sealed, contextOf(field, personId))

/** What a reader sees of it: 138****0000; null when none is known. */
export function maskField(sealer: Sealer, field: SealedField, personId: string, sealed: string | null): string | null {
  if (sealed === null) return null
  const plain = openField(sealer, field, personId, sealed)
  return field === 'phone' ? maskPhone(plain) : maskId(plain)
}
