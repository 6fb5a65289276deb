import { uuidv7 } from 'uuidv7'
import type { Sealer } from '../../../kernel/crypto/seal.ts'
import type { ReadValue } from '../../../kernel/import/kind.ts'
import { sealField } from '../../../kernel/people/sealed.ts'
import type { RosterRow } from './row.ts'

/** The private numbers of a row: their blind indexes, and sealed for the record that the person gets if there is none yet. */
export type Sealed = {
  id: string
  number: ReturnType<typeof sealField>
  phone: ReturnType<typeof sealField>
}

export const sealedOf = (sealer: Sealer, { idNumber, phone }: RosterRow): Sealed => {
  const id = uuidv7()
  return { id, number: sealField(sealer, 'id_number', id, idNumber), phone: sealField(sealer, 'phone', id, phone) }
}

/** Done ahead of its chunk, while the server stores the one before. */
export const prepare = (sealer: Sealer, value: ReadValue): ReadValue => ({
  ...value,
  sealed: sealedOf(sealer, value as RosterRow),
})
