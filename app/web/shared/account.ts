import { request } from './send.ts'

/** A post held today; the person works in one at a time. */
export interface HeldPost {
  id: string
  role: string
  title: string
  orgPath: string
  orgName: string
}

export type NextStep = 'change_password' | 'enable_two_factor'

export interface Me {
  accountId: string
  name: string
  username: string | null
  method: string
  hasPassword: boolean
  isTwoFactorOn: boolean
  posts: HeldPost[]
  /** What must be seen to before anything else. */
  next: NextStep | null
}

export interface LiveSession {
  id: string
  device: string
  ip: string
  signedInAt: string
  lastSeenAt: string
  isCurrent: boolean
}

export interface TwoFactorSetup {
  totpURI: string
  backupCodes: string[]
}

const post = <T>(path: string, body: unknown = {}): Promise<T> =>
  request(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }) as Promise<T>

const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  request(`/api/auth${path}`, { method: 'GET', signal }) as Promise<T>

/** The doors of the accounts, as functions. Each throws ApiError with a sentence. */
export const account = {
  me: (signal?: AbortSignal) => get<Me>('/me', signal),
  signIn: (username: string, password: string) =>
    post<{ ok?: boolean; twoFactor?: boolean }>('/sign-in/username', { username, password }),
  proveTotp: (code: string) => post('/two-factor/verify-totp', { code }),
  proveBackupCode: (code: string) => post('/two-factor/verify-backup-code', { code }),
  sendPhoneCode: (phone: string) => post<{ waitSeconds: number; minutes: number }>('/phone-code/send', { phone }),
  signInByPhone: (phone: string, code: string) => post('/phone-code/sign-in', { phone, code }),
  claimPhone: (claim: { phone: string; name: string; idNumber: string }) => post('/phone/claim', claim),
  changePassword: (current: string, next: string) => post('/password/change', { current, next }),
  enableTwoFactor: (password: string) => post<TwoFactorSetup>('/two-factor/enable', { password }),
  disableTwoFactor: (password: string) => post('/two-factor/disable', { password }),
  renewBackupCodes: (password: string) =>
    post<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', { password }),
  sessions: (signal?: AbortSignal) => get<{ sessions: LiveSession[] }>('/sessions', signal),
  endSession: (id: string) => post('/sessions/end', { id }),
  endAllSessions: (keepCurrent: boolean) => post('/sessions/end-all', { keepCurrent }),
  signOut: () => post('/sign-out'),
}
