import { type BetterAuthOptions, type BetterAuthPlugin, betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { phoneNumber, twoFactor, username } from 'better-auth/plugins'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { hashPassword, isPassword } from './password-rules.ts'
import { scopeAdapter } from './scoped-adapter.ts'
import type { AccountsConfig } from './settings.ts'
import { currentVisit } from './visit.ts'

export const BASE_PATH = '/api/auth'
export const CODE_MINUTES = 5
/** The server writes the caller's address here; whatever the caller wrote is overwritten. */
export const IP_HEADER = 'x-nuanfeng-ip'
const COOKIE_PREFIX = 'nuanfeng'
const SESSION_DAYS = 30

export const sessionCookieName = (config: AccountsConfig): string =>
  `${config.secureCookies ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`

type Needs = {
  db: Database
  config: AccountsConfig
  clock: () => string
  log: (message: string) => void
  sendCode: (code: string) => Promise<void>
  isDisabled: (accountId: string) => Promise<boolean>
  onSessionCreated: (accountId: string) => Promise<void>
  onChanged: (accountId: string) => void
}

/** better-auth on our tables and our clock. Nothing outside this room talks to it. */
export const createAuth = (needs: Needs) =>
  betterAuth({
    appName: '暖蜂',
    baseURL: needs.config.publicUrl,
    basePath: BASE_PATH,
    secret: needs.config.secret,
    trustedOrigins: [...(needs.config.trustedOrigins ?? [])],
    // Without transactions of its own: on the embedded database a hook that reads would wait for the transaction it runs in.
    database: { db: needs.db.ownerWithDates, type: 'postgres', transaction: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => needs.log(`accounts: ${message}`) },
    // The doors count knocks themselves, also for the paths that better-auth does not know.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: false,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    advanced: advanced(needs.config),
    ...tables,
    databaseHooks: hooks(needs),
    plugins: [house(needs.config.federationId), names, phoneCodes(needs), authenticator],
  })

export type Auth = ReturnType<typeof createAuth>

const advanced = ({ secureCookies }: AccountsConfig) =>
  ({
    cookiePrefix: COOKIE_PREFIX,
    useSecureCookies: secureCookies,
    defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: secureCookies },
    disableCSRFCheck: false,
    disableOriginCheck: false,
    ipAddress: { ipAddressHeaders: [IP_HEADER] },
    database: { generateId: () => uuidv7(), validateSchema: false },
  }) satisfies BetterAuthOptions['advanced']

const hooks = (needs: Needs): NonNullable<BetterAuthOptions['databaseHooks']> => ({
  session: {
    create: {
      before: async (session) => {
        if (await needs.isDisabled(session.userId)) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED' })
        const now = needs.clock()
        return { data: { ...session, method: currentVisit().method, signedInAt: now, lastSeenAt: now } }
      },
      after: (session) => needs.onSessionCreated(session.userId),
    },
    delete: { after: async (session) => needs.onChanged(session.userId) },
  },
  user: { update: { after: async (user) => needs.onChanged(user.id) } },
})

const federationField = {
  type: 'string',
  required: true,
  input: false,
  returned: false,
  fieldName: 'federation_id',
} as const
const ownField = (fieldName: string) => ({ type: 'string', required: false, input: false, fieldName }) as const
const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

const tables = {
  user: {
    modelName: 'account_users',
    fields: { name: 'label', email: 'label', ...stamps },
    additionalFields: { federationId: federationField },
  },
  session: {
    modelName: 'account_sessions',
    expiresIn: SESSION_DAYS * 86_400,
    disableSessionRefresh: true,
    fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip', userAgent: 'user_agent', ...stamps },
    additionalFields: {
      federationId: federationField,
      method: ownField('method'),
      signedInAt: ownField('signed_in_at'),
      lastSeenAt: ownField('last_seen_at'),
    },
  },
  account: {
    modelName: 'account_credentials',
    fields: { userId: 'user_id', providerId: 'provider', accountId: 'subject', password: 'password_hash', ...stamps },
    additionalFields: { federationId: federationField },
  },
  verification: {
    modelName: 'account_verifications',
    fields: { expiresAt: 'expires_at', ...stamps },
    additionalFields: { federationId: federationField },
  },
}

const twoFactorTable = {
  modelName: 'account_two_factors',
  fields: {
    userId: 'user_id',
    backupCodes: 'backup_codes',
    failedVerificationCount: 'failed_verifications',
    lockedUntil: 'locked_until',
  },
}

const names = username({ displayUsername: false, schema: { user: { fields: { username: 'username' } } } })

const phoneCodes = ({ sendCode }: Needs) =>
  phoneNumber({
    otpLength: 6,
    expiresIn: CODE_MINUTES * 60,
    allowedAttempts: 3,
    sendOTP: ({ code }) => sendCode(code),
    schema: { user: { fields: { phoneNumber: 'phone_index' } } },
  })

const authenticator = twoFactor({
  issuer: '暖蜂',
  accountLockout: { enabled: true, maxFailedAttempts: 5, durationSeconds: 30 * 60 },
  schema: { user: { fields: { twoFactorEnabled: 'two_factor_enabled' } }, twoFactor: twoFactorTable },
})

/** Holds better-auth to one federation, and opens a session for someone our own doors have recognised. */
const house = (federationId: string) =>
  ({
    id: 'nuanfeng',
    init: (ctx) => ({ context: { adapter: scopeAdapter(ctx.adapter, federationId) } }),
    schema: { twoFactor: { modelName: twoFactorTable.modelName, fields: { federationId: federationField } } },
    endpoints: {
      openSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ accountId: z.uuid() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId)
          if (!user) throw new Error('a session was asked for an account that is not there')
          const session = await ctx.context.internalAdapter.createSession(user.id)
          await setSessionCookie(ctx, { session, user })
          return ctx.json({ ok: true })
        },
      ),
    },
  }) satisfies BetterAuthPlugin
