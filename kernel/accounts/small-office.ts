import { createHmac, randomBytes } from 'node:crypto'
import { applySetCookies } from 'better-auth/cookies/utils'
import { uuidv7 } from 'uuidv7'
import { fixedClock, systemClock } from '../calendar/clock.ts'
import { keysFromValues } from '../crypto/keys.ts'
import { createSealer } from '../crypto/seal.ts'
import type { Database } from '../db/database.ts'
import { testDatabase } from '../testing/database.ts'
import { type Accounts, type AccountsParts, createAccounts } from './accounts.ts'
import type { AccountEvent } from './front.ts'
import type { SmsMessage } from './sms.ts'

/** For tests: a federation with one street, its officer, an informant, a worker, and the neighbouring federation. */
export const FEDERATION = '440307'
export const PASSWORD = 'Heng-Gang2024'
export const URL_OF_HOUSE = 'http://localhost:3000'

export const ids = {
  officer: uuidv7(),
  informant: uuidv7(),
  worker: uuidv7(),
  neighbour: uuidv7(),
  street: uuidv7(),
  neighbourOrg: uuidv7(),
  officerPost: uuidv7(),
  formerPost: uuidv7(),
  informantPost: uuidv7(),
  neighbourPost: uuidv7(),
}
export const phones = { officer: '13800000001', worker: '13800000002', stranger: '13900000003' }

export async function openSmallOffice(overrides: Partial<AccountsParts['config']> = {}) {
  const db = await testDatabase()
  const clock = fixedClock('2024-03-04T01:00:00.000Z')
  const sealer = createSealer(freshKeys())
  const index = (phone: string) => sealer.blindIndex('phone', phone)
  await fill(db, index)
  const sent: SmsMessage[] = []
  const events: AccountEvent[] = []
  const logged: string[] = []
  const parts: AccountsParts = {
    db,
    clock,
    sealer,
    sms: { send: async (message) => void sent.push(message) },
    config: {
      federationId: FEDERATION,
      publicUrl: URL_OF_HOUSE,
      sessionIdleMinutes: 30,
      passwordMaxAgeDays: 90,
      isTwoFactorRequired: false,
      secret: 'a secret of the small office, 32+',
      secureCookies: false,
      ...overrides,
    },
    log: (line) => void logged.push(line),
    onEvent: (event) => void events.push(event),
  }
  return { db, clock, sealer, index, sent, events, logged, parts, accounts: createAccounts(parts) }
}

function freshKeys() {
  const fresh = () => randomBytes(32).toString('base64')
  return keysFromValues({ dataKeys: `k1:${fresh()}`, indexKey: fresh(), signingSecret: fresh() })
}

async function fill(db: Database, index: (phone: string) => string): Promise<void> {
  const today = '2024-01-01'
  await db.owner
    .insertInto('federations')
    .values([
      { id: FEDERATION, name: '龙岗区总工会', short_name: '龙岗' },
      { id: '440306', name: '宝安区总工会', short_name: '宝安' },
    ])
    .execute()
  const org = (federation_id: string, id: string, path: string, name: string) =>
    ({ federation_id, id, path, kind: 'street', code: path, name, short_name: name, valid_from: today }) as const
  await db.owner
    .insertInto('orgs')
    .values([
      org(FEDERATION, ids.street, '440307.003.', '横岗街道总工会'),
      org('440306', ids.neighbourOrg, '440306.001.', '新安街道总工会'),
    ])
    .execute()
  await fillPeople(db, index)
}

async function fillPeople(db: Database, index: (phone: string) => string): Promise<void> {
  const person = (federation_id: string, id: string, name: string, phone?: string) =>
    ({
      federation_id,
      id,
      name,
      org_path: `${federation_id}.`,
      sex: 'female',
      phone_index: phone ? index(phone) : null,
    }) as const
  await db.owner
    .insertInto('persons')
    .values([
      person(FEDERATION, ids.officer, '陈晓梅', phones.officer),
      person(FEDERATION, ids.informant, '周信'),
      person(FEDERATION, ids.worker, '李强', phones.worker),
      person('440306', ids.neighbour, '何邻'),
    ])
    .execute()
  await fillPosts(db)
}

async function fillPosts(db: Database): Promise<void> {
  const today = '2024-01-01'
  const post = (id: string, person_id: string, role: string, title: string, valid_to: string | null = null) =>
    ({
      federation_id: FEDERATION,
      id,
      person_id,
      org_id: ids.street,
      org_path: '440307.003.',
      role,
      title,
      valid_from: today,
      valid_to,
    }) as const
  await db.owner
    .insertInto('posts')
    .values([
      post(ids.officerPost, ids.officer, 'street_officer', '权益保障专干'),
      post(ids.formerPost, ids.officer, 'community_officer', '社区专干', '2024-03-03'),
      post(ids.informantPost, ids.informant, 'informant', '预警信息员'),
      {
        ...post(ids.neighbourPost, ids.neighbour, 'street_officer', '专干'),
        federation_id: '440306',
        org_id: ids.neighbourOrg,
        org_path: '440306.001.',
      },
    ])
    .execute()
}

/** A browser with its cookies. Answers carry the parsed body. */
export function browser(accounts: Accounts, agent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/130.0') {
  const headers = new Headers({ 'user-agent': agent })
  const send = async (method: string, path: string, body?: unknown, extra: Record<string, string> = {}) => {
    const all = new Headers(headers)
    all.set('origin', URL_OF_HOUSE)
    all.set('content-type', 'application/json')
    for (const [name, value] of Object.entries(extra)) all.set(name, value)
    const request = new Request(`${URL_OF_HOUSE}/api/auth${path}`, {
      method,
      headers: all,
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const response = await accounts.handler(request, '10.1.2.3')
    applySetCookies(headers, response.headers.getSetCookie())
    return {
      status: response.status,
      cookies: response.headers.getSetCookie(),
      body: JSON.parse(await response.text()),
    }
  }
  return {
    headers,
    get: (path: string) => send('GET', path),
    post: (path: string, body: unknown = {}, extra?: Record<string, string>) => send('POST', path, body, extra),
    signIn: (username: string, password = PASSWORD) => send('POST', '/sign-in/username', { username, password }),
  }
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator app shows now for the address in the QR code (RFC 6238: SHA-1, six digits, thirty seconds). */
export function authenticatorCode(totpURI: string): string {
  const letters = new URL(totpURI).searchParams.get('secret') ?? ''
  const bits = [...letters.replace(/=+$/, '')]
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Temporal.Instant.from(systemClock()).epochMilliseconds / 30_000)))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 0x0f) & 0x7fffffff
  return `${number % 1_000_000}`.padStart(6, '0')
}
