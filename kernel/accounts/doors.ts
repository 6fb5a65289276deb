import { z } from 'zod'
import { dayOf } from '../calendar/days.ts'
import { fail } from '../contract/errors.ts'
import { BASE_PATH, CODE_MINUTES, IP_HEADER } from './auth.ts'
import { claimDoor } from './claim-door.ts'
import { answer, type Door, door, type Knock, retell } from './knock.ts'
import { beginAttempt, clearAttempts, refuseLocked } from './lock.ts'
import { isPresentPassword, renewPassword } from './passwords.ts'
import { findPhone } from './phone.ts'
import { countKnock } from './rates.ts'
import { accountOfPhone } from './register.ts'
import type { Room } from './room.ts'
import { requireSession, sessionDoors } from './session-doors.ts'
import { endSessions } from './sessions.ts'
import { duringVisit, type Method } from './visit.ts'

const typedPassword = z.string('请输入密码').min(1, '请输入密码').max(128, '密码最多 128 位，请核对')
const typedCode = z
  .string('请输入验证码')
  .trim()
  .regex(/^\d{6}$/, '验证码是 6 位数字，请核对')
const typedPhone = z.string('请输入手机号').transform((typed, ctx) => {
  const phone = findPhone(typed)
  if (phone === null) ctx.addIssue({ code: 'custom', message: '手机号应是 11 位数字，请核对' })
  return phone ?? z.NEVER
})

const SIGN_IN_LIMIT = { max: 60, seconds: 60 }
const CODE_LIMIT = { max: 30, seconds: 60 }
const PHONE_LIMITS = [
  { name: 'minute', max: 1, seconds: 60 },
  { name: 'day', max: 10, seconds: 86_400 },
]

/** Hands a knock on to better-auth, with only the fields named here. */
async function pass(
  room: Room,
  knock: Knock,
  path: string,
  body: Record<string, unknown>,
  method: Method,
): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json', [IP_HEADER]: knock.ip })
  for (const name of ['cookie', 'origin', 'referer', 'user-agent']) {
    const value = knock.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  const request = new Request(`${room.origin}${BASE_PATH}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return duringVisit({ method }, () => room.auth.handler(request))
}

export const doorsOf = (room: Room): Door[] => [
  passwordDoor(room),
  ...phoneDoors(room),
  claimDoor(room),
  ...twoFactorDoors(room),
  changeDoor(room),
  ...sessionDoors(room),
  signOutDoor(room),
]

const passwordDoor = (room: Room) =>
  door({
    method: 'POST',
    path: '/sign-in/username',
    event: 'accounts.sign-in',
    needsSession: false,
    limit: SIGN_IN_LIMIT,
    body: z.object({
      username: z.string('请输入用户名或手机号').trim().min(1, '请输入用户名或手机号').max(60),
      password: typedPassword,
    }),
    open: async (knock, { username, password }) => {
      const account = await findAccount(room, username)
      knock.accountId = account?.id ?? null
      const attempt = account && (await beginAttempt(room.db, room.config.federationId, account.id, room.clock()))
      // An unknown name goes through as well: better-auth then takes as long as for a known one.
      const response = await pass(
        room,
        knock,
        '/sign-in/username',
        { username: account?.username ?? username, password },
        'password',
      )
      if (response.ok && account) await clearAttempts(room.db, room.config.federationId, account.id)
      if (!response.ok && attempt?.isLast) refuseLocked()
      return retell(response, (body) => (body.twoFactorRedirect === true ? { twoFactor: true } : { ok: true }))
    },
  })

/** By username, or by phone for those who type that. */
async function findAccount({ db, config, sealer }: Room, typed: string) {
  const phone = findPhone(typed)
  const account = await db.owner
    .selectFrom('account_users')
    .select(['id', 'username'])
    .where('federation_id', '=', config.federationId)
    .where((eb) =>
      phone ? eb('phone_index', '=', sealer.blindIndex('phone', phone)) : eb('username', '=', typed.toLowerCase()),
    )
    .executeTakeFirst()
  return account ?? null
}

const phoneDoors = (room: Room) => [
  door({
    method: 'POST',
    path: '/phone-code/send',
    event: 'accounts.send-code',
    needsSession: false,
    limit: CODE_LIMIT,
    body: z.object({ phone: typedPhone }),
    open: async (_, { phone }) => {
      const index = room.sealer.blindIndex('phone', phone)
      for (const limit of PHONE_LIMITS)
        await countKnock(room.db, room.config.federationId, `code ${limit.name} ${index}`, limit)
      await duringVisit({ method: 'phone_code', phone }, () =>
        room.auth.api.sendPhoneNumberOTP({ body: { phoneNumber: index } }),
      )
      return answer(200, { ok: true, waitSeconds: 60, minutes: CODE_MINUTES })
    },
  }),
  door({
    method: 'POST',
    path: '/phone-code/sign-in',
    event: 'accounts.sign-in',
    needsSession: false,
    limit: CODE_LIMIT,
    body: z.object({ phone: typedPhone, code: typedCode }),
    open: async (knock, { phone, code }) => {
      const { auth, clock, config, db, sealer } = room
      const phoneNumber = sealer.blindIndex('phone', phone)
      const headers = new Headers({ 'user-agent': knock.headers.get('user-agent') ?? '', [IP_HEADER]: knock.ip })
      return duringVisit({ method: 'phone_code' }, async () => {
        const consumed = await auth.api.consumePhoneNumberOTP({ body: { phoneNumber, code }, asResponse: true })
        if (!consumed.ok) return retell(consumed, () => null)
        const now = clock()
        const accountId = await accountOfPhone(
          { db, federationId: config.federationId, sealer },
          phone,
          now,
          dayOf(now),
        )
        knock.accountId = accountId
        const opened = await auth.api.openSession({ body: { accountId }, headers, asResponse: true })
        return retell(opened, () => ({ ok: true }))
      })
    },
  }),
]

type Shown = (told: Record<string, unknown>) => unknown

const ok: Shown = () => ({ ok: true })
const codes: Shown = ({ backupCodes }) => ({ backupCodes })
const setup: Shown = ({ totpURI, backupCodes }) => ({ totpURI, backupCodes })

function twoFactorDoors(room: Room) {
  const plate = { method: 'POST', limit: { max: 20, seconds: 60 } } as const
  const typedBackupCode = z.string('请输入恢复码').trim().min(1, '请输入恢复码').max(40, '恢复码不对，请核对')
  const prove = (path: string, code: z.ZodString) =>
    door({
      ...plate,
      path,
      event: 'accounts.two-factor',
      needsSession: false,
      body: z.object({ code }),
      open: async (knock, body) =>
        retell(await pass(room, knock, path, body, 'two_factor'), (told) => {
          const user = told.user as { id?: string } | undefined
          knock.accountId ??= user?.id ?? null
          return { ok: true }
        }),
    })
  const manage = (path: string, event: string, show: Shown) =>
    door({
      ...plate,
      path,
      event,
      needsSession: true,
      body: z.object({ password: typedPassword }),
      open: async (knock, body) => {
        await checkPassword(room, knock, body.password)
        return retell(await pass(room, knock, path, body, 'password'), show)
      },
    })
  return [
    prove('/two-factor/verify-totp', typedCode),
    prove('/two-factor/verify-backup-code', typedBackupCode),
    manage('/two-factor/enable', 'accounts.enable-two-factor', setup),
    manage('/two-factor/disable', 'accounts.disable-two-factor', ok),
    manage('/two-factor/generate-backup-codes', 'accounts.renew-backup-codes', codes),
  ]
}

/** The present password, asked again before something grave; wrong ones count towards the lock. @throws Failure 422, 429 */
async function checkPassword({ db, config, clock }: Room, knock: Knock, password: string): Promise<void> {
  const { accountId } = requireSession(knock)
  const { isLast } = await beginAttempt(db, config.federationId, accountId, clock())
  if (await isPresentPassword(db, config.federationId, accountId, password))
    return clearAttempts(db, config.federationId, accountId)
  if (isLast) refuseLocked()
  fail(422, '密码不对，请重新输入')
}

const changeDoor = (room: Room) =>
  door({
    method: 'POST',
    path: '/password/change',
    event: 'accounts.change-password',
    needsSession: true,
    limit: { max: 20, seconds: 60 },
    body: z.object({ current: typedPassword, next: typedPassword }),
    open: async (knock, { current, next }) => {
      const { id, accountId } = requireSession(knock)
      const { db, config, clock, sessions } = room
      await checkPassword(room, knock, current)
      await renewPassword(db, config.federationId, accountId, { plain: next, mustChange: false }, clock())
      await endSessions(db, config.federationId, accountId, { except: id })
      sessions.forget(accountId)
      return answer(200, { ok: true })
    },
  })

const signOutDoor = (room: Room) =>
  door({
    method: 'POST',
    path: '/sign-out',
    event: 'accounts.sign-out',
    needsSession: false,
    limit: { max: 120, seconds: 60 },
    body: z.unknown(),
    open: async (knock) => retell(await pass(room, knock, '/sign-out', {}, 'password'), () => ({ ok: true })),
  })
