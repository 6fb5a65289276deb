import type { Actor } from '../access/actor.ts'
import { fail } from '../contract/errors.ts'
import type { Sealer } from '../crypto/seal.ts'
import type { Database } from '../db/database.ts'
import { BASE_PATH, CODE_MINUTES, createAuth } from './auth.ts'
import { doorsOf } from './doors.ts'
import { type AccountEvent, receive } from './front.ts'
import { type HeldPost, isOffice } from './offices.ts'
import { renewPassword } from './passwords.ts'
import { type NewAccount, registerAccount } from './register.ts'
import { nextStep, type Room } from './room.ts'
import { createSessions, endSessions, isDisabled, type LiveSession, readPosts } from './sessions.ts'
import { type AccountsConfig, checkSettings } from './settings.ts'
import type { Sms } from './sms.ts'
import { keepNewest, tidyAccounts } from './tidy.ts'
import { currentVisit } from './visit.ts'

export type AccountsParts = {
  db: Database
  config: AccountsConfig
  sms: Sms
  clock: () => string
  sealer: Sealer
  /** Where unexpected errors are told. */
  log?: (message: string) => void
  /** Called for every sign-in, sign-out and change, also refused ones. */
  onEvent?: (event: AccountEvent) => Promise<void> | void
}

const NEXT_WORDS = { change_password: '请先修改密码，再继续使用', enable_two_factor: '请先绑定动态口令，再进入工作台' }

/**
 * Accounts, sign-in and sessions of one federation (GB/T 22239-2019 level 3, identity).
 * @throws Failure 500 when the settings would leave the door open
 */
export function createAccounts(parts: AccountsParts) {
  checkSettings(parts.config)
  const { log = () => {}, onEvent } = parts
  const room = openRoom(parts, log)
  const doors = new Map(doorsOf(room).map((door) => [`${door.method} ${BASE_PATH}${door.path}`, door]))
  const { db, config, clock, sessions } = room

  return {
    ...administration(room),

    /** Answers one request to `/api/auth/*`. @param ip the caller's address as the server knows it. Throws only what `onEvent` throws. */
    handler: (request: Request, ip = ''): Promise<Response> => receive(room, doors, request, ip, { log, onEvent }),

    /**
     * Who acts: the person behind the session cookie, in the post named (header `nf-post`), or as a worker without one. Null when nobody is signed in.
     * @throws Failure 403 when the post is not held today, or when the password or second factor must be seen to first (`details.next`)
     */
    async findActor(headers: Headers, postId?: string): Promise<Actor | null> {
      const session = await sessions.find(headers)
      return session && actorOf(room, session, postId)
    },

    /** The account behind a session cookie, without asking for its post; null when nobody is signed in. */
    accountOf: async (headers: Headers): Promise<string | null> => (await sessions.find(headers))?.accountId ?? null,

    /** Posts held today, for the post switcher. */
    postsOf: (accountId: string): Promise<HeldPost[]> => readPosts(db, config.federationId, accountId, clock()),

    /** To be called when a person's posts change. */
    forgetPerson: (personId: string): void => sessions.forget(personId),

    /** Deletes what has expired: sessions, codes, counters. For a nightly job. */
    tidy: (): Promise<void> => tidyAccounts(db, config.federationId),
  }
}

export type Accounts = ReturnType<typeof createAccounts>

function openRoom({ db, config, clock, sealer, sms }: AccountsParts, log: (message: string) => void): Room {
  const { federationId } = config
  const sessions = createSessions(db, config, clock)
  const minutes = `${CODE_MINUTES}`
  const auth = createAuth({
    db,
    config,
    clock,
    log,
    sendCode: (code) =>
      sms.send({ phone: currentVisit().phone ?? '', template: 'sign_in_code', params: { code, minutes } }),
    isDisabled: (accountId) => isDisabled(db, federationId, accountId),
    onSessionCreated: async (accountId) => {
      await keepNewest(db, federationId, accountId)
      sessions.forget(accountId)
    },
    onChanged: sessions.forget,
  })
  return { db, config, clock, sealer, auth, sessions, origin: new URL(config.publicUrl).origin }
}

/** What administrators and the command line do to accounts. */
function administration({ db, config: { federationId }, clock, sealer, sessions }: Room) {
  const endAll = async (accountId: string) => {
    await endSessions(db, federationId, accountId)
    sessions.forget(accountId)
  }
  return {
    /** Opens an account with username and password for a person of the registry; returns its id. @throws Failure 404, 409, 422 */
    createAccount: (account: NewAccount): Promise<string> =>
      registerAccount({ db, federationId, sealer }, account, clock()),

    /** Sets a password for somebody else, who must change it at the next sign-in, and ends all sessions. @throws Failure 404, 422 */
    async setPassword(accountId: string, password: string, mustChange = true): Promise<void> {
      await renewPassword(db, federationId, accountId, { plain: password, mustChange }, clock())
      await endAll(accountId)
    },

    /** Switches an account off at once (a leaver), or on again. @throws Failure 404 */
    async lockAccount(accountId: string, isLocked = true): Promise<void> {
      const now = clock()
      const { numUpdatedRows } = await db.owner
        .updateTable('account_users')
        .set({ disabled_at: isLocked ? now : null, failed_attempts: 0, locked_until: null, updated_at: now })
        .where('federation_id', '=', federationId)
        .where('id', '=', accountId)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) fail(404, '没有这个账号，请核对后重试')
      await endAll(accountId)
    },
  }
}

function actorOf(room: Room, session: LiveSession, postId?: string): Actor {
  const next = nextStep(room, session)
  if (next) fail(403, NEXT_WORDS[next], { next })
  const { federationId } = room.config
  const person = { federationId, accountId: session.accountId, personId: session.personId, name: session.name }
  if (!postId) return { ...person, postId: null, role: 'worker', orgPath: '', orgName: '' }
  const post = session.posts.find(({ id }) => id === postId)
  if (!post) fail(403, '您现在不担任这个职务，请重新选择身份')
  if (isOffice(post.role) && session.method === 'phone_code') {
    fail(403, '办公请用用户名和密码登录，请退出后重新登录', { next: 'sign_in_with_password' })
  }
  return { ...person, postId: post.id, role: post.role, orgPath: post.orgPath, orgName: post.orgName }
}
