import type { Desk } from '../../../kit/api/index.ts'

/** What the hall's shell tells the screens of a line. */
export interface HallShell {
  /** Who is signed in; null when nobody is, undefined while that is not known. The phone only when the person gave it here. */
  person: { name: string; phone?: string } | null | undefined
  /** The same hall for somebody without a name: no cookie is sent along. With a receipt, its holder. */
  anonymous: (receipt?: string) => Desk
  /** Remembers a receipt on this phone, because the person asked for it. */
  keepReceipt: (receipt: string) => boolean
}
