import type { Sealer } from '../crypto/seal.ts'
import type { Database } from '../db/database.ts'
import type { Auth } from './auth.ts'
import { isPasswordOld } from './passwords.ts'
import { holdsOffice, type LiveSession, type Sessions } from './sessions.ts'
import type { AccountsConfig } from './settings.ts'

/** What every door of this room leans on. */
export type Room = {
  db: Database
  config: AccountsConfig
  /** Scheme, host and port of `publicUrl`. */
  origin: string
  clock: () => string
  sealer: Sealer
  auth: Auth
  sessions: Sessions
}

export type NextStep = 'change_password' | 'enable_two_factor'

/** What a signed-in person must do before anything else, or null. A phone code asks neither: it opens no office. */
export function nextStep({ config, clock }: Pick<Room, 'config' | 'clock'>, session: LiveSession): NextStep | null {
  if (session.method === 'phone_code') return null
  if (session.mustChangePassword) return 'change_password'
  if (!holdsOffice(session)) return null
  if (isPasswordOld(session.passwordSetAt, clock(), config.passwordMaxAgeDays)) return 'change_password'
  return config.isTwoFactorRequired && !session.isTwoFactorOn ? 'enable_two_factor' : null
}
