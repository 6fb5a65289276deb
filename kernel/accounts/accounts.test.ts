import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../db/database.ts'
import { browser, FEDERATION, ids, openSmallOffice, PASSWORD, phones } from './small-office.ts'

type Office = Awaited<ReturnType<typeof openSmallOffice>>
let office: Office
let officer: string

beforeAll(async () => {
  office = await openSmallOffice()
  officer = await office.accounts.createAccount({
    personId: ids.officer,
    username: 'chen.xm',
    phone: phones.officer,
    password: PASSWORD,
    mustChangePassword: false,
  })
})
afterAll(() => office.db.close())
beforeEach(async () => {
  office.clock.set('2024-03-04T01:00:00.000Z')
  await office.db.owner.deleteFrom('account_rates').execute()
})

const signedIn = async () => {
  const chen = browser(office.accounts)
  expect((await chen.signIn('chen.xm')).body).toEqual({ ok: true })
  return chen
}

describe('An officer signs in with a password', () => {
  test('and is a worker until a post is chosen', async () => {
    const chen = await signedIn()
    const worker = { federationId: FEDERATION, accountId: officer, personId: ids.officer, name: '陈晓梅' }
    expect(await office.accounts.findActor(chen.headers)).toEqual({
      ...worker,
      postId: null,
      role: 'worker',
      orgPath: '',
      orgName: '',
    })
    expect(await office.accounts.findActor(chen.headers, ids.officerPost)).toEqual({
      ...worker,
      postId: ids.officerPost,
      role: 'street_officer',
      orgPath: '440307.003.',
      orgName: '横岗街道总工会',
    })
  })

  test('typing the phone instead of the username, with spaces', async () => {
    const chen = browser(office.accounts)
    expect((await chen.signIn('+86 138 0000 0001')).status).toBe(200)
    expect(await office.accounts.findActor(chen.headers)).toMatchObject({ personId: ids.officer })
  })

  test('in any case of letters', async () => {
    expect((await browser(office.accounts).signIn('Chen.XM')).status).toBe(200)
  })

  test('getting a cookie that scripts cannot read, and no token in the answer', async () => {
    const { cookies, body } = await browser(office.accounts).signIn('chen.xm')
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/^nuanfeng\.session_token=/)
    expect(cookies[0]).toMatch(/HttpOnly/i)
    expect(cookies[0]).toMatch(/SameSite=Lax/i)
    expect(cookies[0]).not.toMatch(/Secure/i)
    expect(body).toEqual({ ok: true })
  })

  test('over https with a cookie that never leaves https', async () => {
    const config = { ...office.parts.config, publicUrl: 'https://gh.example.cn', secureCookies: true }
    const { createAccounts } = await import('./accounts.ts')
    const accounts = createAccounts({ ...office.parts, config })
    const headers = { origin: 'https://gh.example.cn', 'content-type': 'application/json' }
    const body = JSON.stringify({ username: 'chen.xm', password: PASSWORD })
    const response = await accounts.handler(
      new Request('http://127.0.0.1/api/auth/sign-in/username', { method: 'POST', headers, body }),
    )
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^__Secure-nuanfeng\.session_token=.*Secure/i)
    expect(await accounts.findActor(new Headers({ cookie: cookie.split(';')[0] ?? '' }))).toMatchObject({
      name: '陈晓梅',
    })
  })

  test('with the wrong password is told what to do, the same as with an unknown name', async () => {
    const wrong = await browser(office.accounts).signIn('chen.xm', 'Not-The-One1')
    const unknown = await browser(office.accounts).signIn('nobody', 'Not-The-One1')
    expect(wrong.body).toEqual({
      error: { status: 401, message: '用户名或密码不对，请核对后重试；连续输错 5 次会锁定 30 分钟' },
    })
    expect(unknown).toEqual(wrong)
    await signedIn()
  })

  test('five times wrong is locked for thirty minutes, even with the right password', async () => {
    const chen = browser(office.accounts)
    for (let i = 0; i < 4; i++) expect((await chen.signIn('chen.xm', 'Not-The-One1')).status).toBe(401)
    const fifth = await chen.signIn('chen.xm', 'Not-The-One1')
    expect(fifth).toMatchObject({ status: 429, body: { error: { message: expect.stringContaining('锁定') } } })
    expect((await chen.signIn('chen.xm')).status).toBe(429)
    office.clock.advance({ minutes: 29 })
    expect((await chen.signIn('chen.xm')).status).toBe(429)
    office.clock.advance({ minutes: 2 })
    expect((await chen.signIn('chen.xm')).status).toBe(200)
  })

  test('guessing twenty passwords at once checks no more than five', async () => {
    const tries = Array.from({ length: 20 }, () => browser(office.accounts).signIn('chen.xm', 'Not-The-One1'))
    const answers = await Promise.all(tries)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4)
    office.clock.advance({ minutes: 31 })
    expect((await browser(office.accounts).signIn('chen.xm')).status).toBe(200)
  })

  test('too often from one address is slowed down', async () => {
    const chen = browser(office.accounts)
    for (let i = 0; i < 60; i++) await chen.post('/sign-in/username', { username: 'nobody', password: '' })
    expect((await chen.signIn('chen.xm')).body.error).toMatchObject({
      status: 429,
      message: expect.stringContaining('太频繁'),
    })
  })
})

describe('A post', () => {
  test('that is held today is offered; one that ended yesterday is not', async () => {
    const posts = await office.accounts.postsOf(officer)
    expect(posts).toEqual([
      {
        id: ids.officerPost,
        role: 'street_officer',
        title: '权益保障专干',
        orgPath: '440307.003.',
        orgName: '横岗街道总工会',
      },
    ])
  })

  test('that ended is refused', async () => {
    const chen = await signedIn()
    await expect(office.accounts.findActor(chen.headers, ids.formerPost)).rejects.toMatchObject({ status: 403 })
    office.clock.set('2024-03-03T01:00:00.000Z')
    const before = await signedIn()
    expect(await office.accounts.findActor(before.headers, ids.formerPost)).toMatchObject({ role: 'community_officer' })
  })

  test('of the neighbouring federation, or of another person, is refused', async () => {
    const chen = await signedIn()
    await expect(office.accounts.findActor(chen.headers, ids.neighbourPost)).rejects.toMatchObject({ status: 403 })
    await expect(office.accounts.findActor(chen.headers, ids.informantPost)).rejects.toMatchObject({ status: 403 })
    await expect(office.accounts.findActor(chen.headers, "' or 1=1")).rejects.toMatchObject({ status: 403 })
  })

  test('taken away takes effect at once', async () => {
    const chen = await signedIn()
    expect(await office.accounts.findActor(chen.headers, ids.officerPost)).toMatchObject({ role: 'street_officer' })
    await office.db.owner
      .updateTable('posts')
      .set({ valid_to: '2024-03-02' })
      .where('id', '=', ids.officerPost)
      .execute()
    office.accounts.forgetPerson(ids.officer)
    await expect(office.accounts.findActor(chen.headers, ids.officerPost)).rejects.toMatchObject({ status: 403 })
    await office.db.owner.updateTable('posts').set({ valid_to: null }).where('id', '=', ids.officerPost).execute()
    office.accounts.forgetPerson(ids.officer)
  })
})

describe('An account', () => {
  test('of a person of the neighbouring federation cannot be opened here', async () => {
    const account = { personId: ids.neighbour, username: 'he.lin', password: PASSWORD, mustChangePassword: false }
    await expect(office.accounts.createAccount(account)).rejects.toMatchObject({ status: 404 })
  })

  test('does not open at the neighbouring front door', async () => {
    const { createAccounts } = await import('./accounts.ts')
    const next = createAccounts({ ...office.parts, config: { ...office.parts.config, federationId: '440306' } })
    const chen = await signedIn()
    expect((await browser(next).signIn('chen.xm')).status).toBe(401)
    expect(await next.findActor(chen.headers)).toBeNull()
    await expect(next.setPassword(officer, 'Another-One99')).rejects.toMatchObject({ status: 404 })
    await expect(next.lockAccount(officer)).rejects.toMatchObject({ status: 404 })
  })

  test('is one per person, per username and per phone', async () => {
    const account = { personId: ids.informant, username: 'zhou.xin', password: PASSWORD, mustChangePassword: false }
    await expect(office.accounts.createAccount({ ...account, personId: ids.officer })).rejects.toMatchObject({
      status: 409,
    })
    await expect(office.accounts.createAccount({ ...account, username: 'CHEN.xm' })).rejects.toMatchObject({
      status: 409,
    })
    await expect(office.accounts.createAccount({ ...account, phone: phones.officer })).rejects.toMatchObject({
      status: 409,
    })
    await expect(office.accounts.createAccount({ ...account, phone: '1380000' })).rejects.toMatchObject({ status: 422 })
    await expect(office.accounts.createAccount({ ...account, username: '13800000009' })).rejects.toMatchObject({
      status: 422,
    })
    await expect(office.accounts.createAccount({ ...account, password: 'tooshort1A' })).resolves.toMatch(
      /^[0-9a-f-]{36}$/,
    )
  })

  test('that is switched off is out at once and cannot come back until it is switched on', async () => {
    const chen = await signedIn()
    expect(await office.accounts.findActor(chen.headers)).not.toBeNull()
    await office.accounts.lockAccount(officer)
    expect(await office.accounts.findActor(chen.headers)).toBeNull()
    const refused = await browser(office.accounts).signIn('chen.xm')
    expect(refused).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('停用') } },
      cookies: [],
    })
    await office.accounts.lockAccount(officer, false)
    expect((await browser(office.accounts).signIn('chen.xm')).status).toBe(200)
  })

  test('is invisible to the application role', async () => {
    const standing = { federationId: FEDERATION, scope: '440307.', personId: ids.officer, accountId: officer }
    for (const table of [
      'account_users',
      'account_credentials',
      'account_sessions',
      'account_two_factors',
      'account_verifications',
    ] as const) {
      const read = inTransaction(office.db, standing, (tx) => tx.selectFrom(table).selectAll().execute())
      await expect(read).rejects.toThrow(/permission denied/)
    }
  })
})
