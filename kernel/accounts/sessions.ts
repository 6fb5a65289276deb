import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseCookies } from 'better-auth/cookies'
import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import { addMilliseconds, dayOf, millisecondsBetween } from '../calendar/days.ts'
import type { Database } from '../db/database.ts'
import { sessionCookieName } from './auth.ts'
import { type HeldPost, isOffice, officeRoles } from './offices.ts'
import type { AccountsConfig } from './settings.ts'
import type { Method } from './visit.ts'

const MINUTE = 60_000
const CACHE_FOR = 10_000

/** A signed-in person as the rest of this room sees them. */
export type LiveSession = {
  id: string
  accountId: string
  personId: string
  name: string
  username: string | null
  method: Method
  /** ISO instant. */
  signedInAt: string
  mustChangePassword: boolean
  passwordSetAt: string | null
  isTwoFactorOn: boolean
  posts: HeldPost[]
}

type Row = Omit<LiveSession, 'posts'> & { lastSeenAt: string; posts: HeldPost[] }
type Cached = { session: LiveSession; at: string }

export const holdsOffice = (session: LiveSession): boolean => session.posts.some((post) => isOffice(post.role))

/** Who is behind a session cookie (null when there is none, it ended, or its officer was idle): one statement, then ten seconds of memory. */
export function createSessions(db: Database, config: AccountsConfig, clock: () => string) {
  const cache = new LRUCache<string, Cached>({ max: 5_000, ttl: CACHE_FOR })
  const name = sessionCookieName(config)
  const idle = config.sessionIdleMinutes * MINUTE
  let generation = 0

  async function look(token: string, now: string): Promise<LiveSession | null> {
    cache.delete(token)
    const before = generation
    const row = await readSession(db, config.federationId, token, now, addMilliseconds(now, -idle))
    if (!row) return null
    const { lastSeenAt, ...session } = row
    const isIdle = holdsOffice(session) && millisecondsBetween(lastSeenAt, now) > idle
    if (isIdle) await endSessions(db, config.federationId, session.accountId, { only: session.id })
    // A second factor bound since then counts for every session of the account.
    if (isIdle || (session.isTwoFactorOn && session.method === 'password')) return null
    // What was read before somebody signed out must not outlive it.
    if (before === generation) cache.set(token, { session, at: now })
    return session
  }

  async function find(headers: Headers): Promise<LiveSession | null> {
    const token = findToken(headers, name, config.secret)
    if (!token) return null
    const now = clock()
    const cached = cache.get(token)
    const isFresh = cached !== undefined && Math.abs(millisecondsBetween(cached.at, now)) <= CACHE_FOR
    return isFresh ? cached.session : look(token, now)
  }

  /** Forgets what is remembered of an account or a person: signed out, changed, or given other posts. */
  function forget(id: string): void {
    generation += 1
    for (const [token, { session }] of cache.entries()) {
      if (session.accountId === id || session.personId === id) cache.delete(token)
    }
  }

  return { find, forget }
}

export type Sessions = ReturnType<typeof createSessions>

/** The token of a cookie whose signature is ours. */
function findToken(headers: Headers, name: string, secret: string): string | null {
  const value = parseCookies(headers.get('cookie') ?? '').get(name) ?? ''
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const signature = Buffer.from(value.slice(dot + 1))
  const expected = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'))
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : null
}

const officeList = sql.join(officeRoles.map((role) => sql.lit(role)))

/** Posts held on a day, as rows of a select; `held` names the table expression that gives federation_id and person_id. */
const postsOn = (held: string, today: string) => sql`
  select t.id, t.role, t.title, t.org_path as "orgPath", o.name as "orgName", t.valid_from
  from ${sql.table(held)} h
  join posts t on t.federation_id = h.federation_id and t.person_id = h.person_id
  join orgs o on o.federation_id = t.federation_id and o.id = t.org_id
  where t.valid_from <= ${today}::date and (t.valid_to is null or t.valid_to >= ${today}::date)`

/** One statement: finds the session with its person and posts, and notes that it was seen (to the minute, unless an officer was idle). */
async function readSession(
  db: Database,
  federationId: string,
  token: string,
  now: string,
  idleSince: string,
): Promise<Row | null> {
  const { rows } = await sql<Row>`
    with live as (
      select s.federation_id, s.id, s.method, s.signed_in_at, s.last_seen_at, u.id as account_id, u.person_id, u.username, u.must_change_password, u.password_set_at,
        u.two_factor_enabled, p.name
      from account_sessions s
      join account_users u on u.federation_id = s.federation_id and u.id = s.user_id
      join persons p on p.federation_id = u.federation_id and p.id = u.person_id
      where s.federation_id = ${federationId} and s.token = ${token} and s.expires_at > now() and u.disabled_at is null
    ), held as (${postsOn('live', dayOf(now))}
    ), seen as (
      update account_sessions s set last_seen_at = ${now}::timestamptz from live
      where s.federation_id = live.federation_id and s.id = live.id
        and live.last_seen_at < ${addMilliseconds(now, -MINUTE)}::timestamptz
        and (live.last_seen_at >= ${idleSince}::timestamptz or not exists (select from held where role in (${officeList})))
    )
    select id, account_id as "accountId", person_id as "personId", name, username, method, signed_in_at as "signedInAt", must_change_password as "mustChangePassword",
      password_set_at as "passwordSetAt", two_factor_enabled as "isTwoFactorOn", last_seen_at as "lastSeenAt",
      (select coalesce(json_agg(json_build_object('id', id, 'role', role, 'title', title, 'orgPath', "orgPath", 'orgName', "orgName")
        order by valid_from, id), '[]') from held) as posts
    from live`.execute(db.owner)
  return rows[0] ?? null
}

/** Posts an account's person holds today, in the order they were taken up. @param now ISO instant */
export async function readPosts(
  db: Database,
  federationId: string,
  accountId: string,
  now: string,
): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost & { valid_from: string }>`
    with account as (select federation_id, person_id from account_users where federation_id = ${federationId} and id = ${accountId})
    ${postsOn('account', dayOf(now))} order by t.valid_from, t.id`.execute(db.owner)
  return rows.map(({ valid_from: _, ...post }) => post)
}

/** Ends an account's sessions: all, all but one, or only one. */
export async function endSessions(
  db: Database,
  federationId: string,
  accountId: string,
  which: { only?: string; except?: string } = {},
): Promise<void> {
  await db.owner
    .deleteFrom('account_sessions')
    .where('federation_id', '=', federationId)
    .where('user_id', '=', accountId)
    .$if(which.only !== undefined, (query) => query.where('id', '=', which.only ?? ''))
    .$if(which.except !== undefined, (query) => query.where('id', '!=', which.except ?? ''))
    .execute()
}

export async function isDisabled(db: Database, federationId: string, accountId: string): Promise<boolean> {
  const account = db.owner
    .selectFrom('account_users')
    .where('federation_id', '=', federationId)
    .where('id', '=', accountId)
  const row = await account.select('disabled_at').executeTakeFirst()
  return row?.disabled_at !== null
}
