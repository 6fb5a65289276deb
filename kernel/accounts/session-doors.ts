import { sql } from 'kysely'
import { z } from 'zod'
import { fail } from '../contract/errors.ts'
import { deviceOf } from './device.ts'
import { answer, type Door, door, type Knock } from './knock.ts'
import { nextStep, type Room } from './room.ts'
import { endSessions, type LiveSession } from './sessions.ts'

/** @throws Failure 401 without a live session */
export const requireSession = (knock: Knock): LiveSession => knock.session ?? fail(401, '登录已过期，请重新登录')

const plate = { needsSession: true, limit: { max: 240, seconds: 60 } }

/** Who am I, and where am I signed in. */
export const sessionDoors = (room: Room): Door[] => [
  door({
    ...plate,
    method: 'GET',
    path: '/me',
    body: z.unknown(),
    open: async (knock) => answer(200, me(room, requireSession(knock))),
  }),
  door({
    ...plate,
    method: 'GET',
    path: '/sessions',
    body: z.unknown(),
    open: async (knock) => answer(200, { sessions: await listSessions(room, requireSession(knock)) }),
  }),
  door({
    ...plate,
    method: 'POST',
    path: '/sessions/end',
    event: 'accounts.end-session',
    body: z.object({ id: z.uuid('请从登录设备列表里选择要退出的设备') }),
    open: (knock, { id }) => end(room, requireSession(knock), { only: id }),
  }),
  door({
    ...plate,
    method: 'POST',
    path: '/sessions/end-all',
    event: 'accounts.end-all-sessions',
    body: z.object({ keepCurrent: z.boolean().default(false) }),
    open: (knock, { keepCurrent }) => {
      const session = requireSession(knock)
      return end(room, session, keepCurrent ? { except: session.id } : {})
    },
  }),
]

const me = (room: Room, session: LiveSession) => ({
  accountId: session.accountId,
  name: session.name,
  username: session.username,
  method: session.method,
  hasPassword: session.passwordSetAt !== null,
  isTwoFactorOn: session.isTwoFactorOn,
  posts: session.posts,
  next: nextStep(room, session),
})

async function listSessions({ db, config }: Room, current: LiveSession) {
  const rows = await db.owner
    .selectFrom('account_sessions')
    .select(['id', 'user_agent', 'ip', 'signed_in_at', 'last_seen_at'])
    .where('federation_id', '=', config.federationId)
    .where('user_id', '=', current.accountId)
    .where('expires_at', '>', sql<string>`now()`)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: deviceOf(row.user_agent),
    ip: row.ip ?? '',
    signedInAt: row.signed_in_at,
    lastSeenAt: row.last_seen_at,
    isCurrent: row.id === current.id,
  }))
}

async function end(
  { db, config, sessions }: Room,
  session: LiveSession,
  which: { only?: string; except?: string },
): Promise<Response> {
  await endSessions(db, config.federationId, session.accountId, which)
  sessions.forget(session.accountId)
  return answer(200, { ok: true })
}
