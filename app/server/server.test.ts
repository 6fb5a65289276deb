import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { type Accounts, createAccounts } from '../../kernel/accounts/accounts.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { auditAccount } from './account-audit.ts'
import { buildServer } from './build.ts'
import { lines } from './lines.ts'

const PASSWORD = 'Pinghu-2026-ok'
let district: Awaited<ReturnType<typeof openSmall>>
let accounts: Accounts
let app: FastifyInstance
let isReady = true

beforeAll(async () => {
  district = await openSmall(lines)
  const { house, db, clock } = district
  accounts = createAccounts({
    db,
    clock,
    sealer: house.sealer,
    sms: { send: async () => {} },
    onEvent: (event) => auditAccount(db, small.federationId, event),
    config: {
      federationId: small.federationId,
      publicUrl: 'http://localhost',
      sessionIdleMinutes: 30,
      passwordMaxAgeDays: 90,
      isTwoFactorRequired: false,
      secret: 'a secret of more than thirty-two characters',
      secureCookies: false,
    },
  })
  for (const [person, username] of [
    [small.officerLi, 'limin'],
    [small.riderZhang, 'zhang'],
    [small.auditAdmin, 'shilei'],
  ] as const) {
    await accounts.createAccount({ personId: person.id, username, password: PASSWORD, mustChangePassword: false })
  }
  app = await open(1000)
})
async function open(rateLimitPerMinute: number): Promise<FastifyInstance> {
  const { house } = district
  const parts = { house, accounts, logLevel: 'silent', trustProxy: false, rateLimitPerMinute, isReady: () => isReady }
  const server = await buildServer(parts)
  await server.ready()
  return server
}
afterAll(async () => {
  await app.close()
  await district.close()
})

async function signIn(username: string): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers: { origin: 'http://localhost' },
    payload: { username, password: PASSWORD },
  })
  expect(response.statusCode).toBe(200)
  return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

type Options = { cookie?: string; post?: string; key?: string; type?: string; raw?: string }
const send = (path: string, input: unknown, { cookie, post, key, type = 'application/json', raw }: Options = {}) =>
  app.inject({
    method: 'POST',
    url: `/api/${path}`,
    payload: raw ?? JSON.stringify(input),
    headers: {
      'content-type': type,
      ...(cookie ? { cookie } : {}),
      ...(post ? { 'nf-post': post } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
  })

/** Every refusal has the one shape and a Chinese sentence. */
function expectRefusal(response: { statusCode: number; json(): unknown }, status: number): void {
  expect(response.statusCode).toBe(status)
  expect(response.json()).toMatchObject({ error: { status, message: expect.stringMatching(/[一-龥]{4,}/) } })
}

const post = () => small.officerLi.postId ?? ''

describe('too many requests from one office', () => {
  test('hold back only who sends them; strangers share the count of their address, also behind a forged cookie', async () => {
    const [li, zhang] = [await signIn('limin'), await signIn('zhang')]
    const strict = await open(3)
    const statusesOf = async (cookie: string | undefined, times: number) => {
      const statuses: number[] = []
      for (let i = 0; i < times; i++)
        statuses.push(
          (
            await strict.inject({
              method: 'POST',
              url: '/api/todo/counts',
              payload: {},
              headers: cookie ? { cookie } : {},
            })
          ).statusCode,
        )
      return statuses.map((status) => status === 429)
    }
    expect(await statusesOf(li, 4)).toEqual([false, false, false, true])
    expect(await statusesOf(zhang, 3)).toEqual([false, false, false])
    expect(await statusesOf(undefined, 3)).toEqual([false, false, false])
    expect(await statusesOf(`${li}x`, 1)).toEqual([true])
    expect(await statusesOf(zhang, 1)).toEqual([true])
    await strict.close()
  })
})

describe('a day over HTTP', () => {
  test('Zhang appeals, Li Min accepts in her post, and the answer tells how many statements it took', async () => {
    const zhang = await signIn('zhang')
    const sent = await send(
      'appeals/receive',
      { story: '拖欠配送费', enterpriseId: small.firms.station.id, contactPhone: small.riderZhang.phone },
      { cookie: zhang },
    )
    expect(sent.statusCode).toBe(200)
    const li = await signIn('limin')
    const accepted = await send('appeals/accept', { id: sent.json().id }, { cookie: li, post: post() })
    expect(accepted.json()).toMatchObject({ state: 'accepted' })
    expect(accepted.headers['server-timing']).toMatch(/^db;desc="\d+ statements"$/)
    expect(accepted.headers['cache-control']).toBe('no-store')
  })

  test('a double click with one key is one appeal', async () => {
    const zhang = await signIn('zhang')
    const input = { story: '罚款扣工资', enterpriseId: small.firms.station.id, contactPhone: small.riderZhang.phone }
    const [a, b] = await Promise.all([
      send('appeals/receive', input, { cookie: zhang, key: 'click-0001' }),
      send('appeals/receive', input, { cookie: zhang, key: 'click-0001' }),
    ])
    expect(a.json()).toEqual(b.json())
  })
})

describe('what goes wrong over HTTP', () => {
  test.each<[string, string, Options, number]>([
    ['not JSON', 'appeals/receive', { raw: '{"story":' }, 400],
    ['a form of another site', 'appeals/receive', { type: 'text/plain', raw: 'story=x' }, 415],
    ['an unknown endpoint', 'appeals/explode', {}, 404],
    ['an unknown line', 'nowhere/list', {}, 404],
    ['two megabytes', 'appeals/receive', { raw: JSON.stringify({ story: '欠'.repeat(700_000) }) }, 413],
    ['a malformed key', 'appeals/receive', { key: 'x' }, 400],
    ['nobody signed in', 'appeals/list', { raw: '{}' }, 401],
    ['a session that is none', 'appeals/list', { raw: '{}', cookie: 'session=forged' }, 401],
  ])('%s', async (_what, path, options, status) => {
    expectRefusal(await send(path, { story: '欠薪' }, options), status)
  })

  test('a post held by somebody else', async () => {
    const zhang = await signIn('zhang')
    expectRefusal(await send('appeals/list', {}, { cookie: zhang, post: post() }), 403)
  })

  test('an expired session is told to sign in, and the post is gone with it', async () => {
    const li = await signIn('limin')
    district.clock.advance({ hours: 12 })
    expectRefusal(await send('appeals/list', {}, { cookie: li, post: post() }), 401)
    expectRefusal(
      await send('appeals/receive', { story: '登记到一半', isAnonymous: true }, { cookie: li, post: post() }),
      401,
    )
  })

  test('another federation’s record is not there', async () => {
    const li = await signIn('limin')
    expectRefusal(await send('appeals/get', { id: small.other.firm.id }, { cookie: li, post: post() }), 404)
  })

  test('a refused deed is in the audit log, and the audit administrator reads it without its content', async () => {
    const shi = await signIn('shilei')
    expectRefusal(await send('appeals/list', {}, { cookie: shi, post: small.auditAdmin.postId ?? '' }), 403)
    const trail = await send('audit/list', { outcome: 'refused' }, { cookie: shi, post: small.auditAdmin.postId ?? '' })
    expect(trail.json().rows[0]).toMatchObject({
      action: 'appeals.list',
      actionTitle: '职工诉求·诉求列表',
      outcome: 'refused',
    })
  })

  test('sign-ins, also refused ones, stand in the audit log without a name or password', async () => {
    const wrong = { username: 'limin', password: 'Wrong-Password-1' }
    await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      headers: { origin: 'http://localhost' },
      payload: wrong,
    })
    const lines = await asOwner(district.db, (tx) =>
      tx.selectFrom('audit_log').selectAll().where('action', '=', 'accounts.sign-in').execute(),
    )
    expect(new Set(lines.map((line) => line.outcome))).toEqual(new Set(['done', 'refused']))
    expect(lines.some((line) => line.actor === '李敏' && line.outcome === 'done')).toBe(true)
    expect(JSON.stringify(lines)).not.toMatch(/limin|Wrong-Password/)
  })

  test('a receipt that is none', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/appeals/mine',
      payload: {},
      headers: { 'nf-receipt': 'AAAA' },
    })
    expectRefusal(response, 400)
  })

  test('an error of ours says so plainly and tells nothing', async () => {
    const { rows } = await asOwner(district.db, async (tx) => ({
      rows: await tx.selectFrom('appeals').select('id').limit(1).execute(),
    }))
    await asOwner(district.db, (tx) =>
      tx
        .updateTable('appeals')
        .set({ story_sealed: 'damaged' })
        .where('id', '=', rows[0]?.id ?? '')
        .execute(),
    )
    const response = await send('appeals/get', { id: rows[0]?.id }, { cookie: await signIn('limin'), post: post() })
    expectRefusal(response, 500)
    expect(response.body).not.toMatch(/damaged|at .*\.ts|select/i)
  })
})

describe('for machines', () => {
  test('health, readiness, metrics', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await app.inject('/readyz')).statusCode).toBe(200)
    isReady = false
    expectRefusal(await app.inject('/readyz'), 503)
    isReady = true
    expect((await app.inject('/metrics')).body).toContain('request_statements')
  })

  test('OpenAPI 3.1 names every endpoint, and the readable page shows them', async () => {
    const document = (await app.inject('/api/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    const paths = lines.flatMap((line) => Object.keys(line.contract).map((name) => `/api/${line.slug}/${name}`))
    expect(Object.keys(document.paths).sort()).toEqual(paths.sort())
    expect(
      document.paths['/api/appeals/accept'].post.requestBody.content['application/json'].schema.properties.id.type,
    ).toBe('string')
    const page = await app.inject('/api/docs')
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).toContain('POST /api/appeals/accept')
  })

  test('what is long is sent compressed to those who can read it', async () => {
    const plain = await app.inject('/api/openapi.json')
    const small = await app.inject({ url: '/api/openapi.json', headers: { 'accept-encoding': 'br' } })
    expect(small.headers['content-encoding']).toBe('br')
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4)
  })

  test('pages forbid what they do not need', async () => {
    const { headers } = await app.inject('/api/docs')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})
