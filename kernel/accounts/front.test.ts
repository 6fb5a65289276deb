import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browser, ids, openSmallOffice, PASSWORD, phones } from './small-office.ts'

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

describe('The door', () => {
  test('stays shut to pages of others', async () => {
    const chen = await signedIn()
    expect((await chen.post('/sign-out', {}, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await chen.post('/sign-in/username', {}, { origin: 'null' })).status).toBe(403)
    expect(await office.accounts.findActor(chen.headers)).not.toBeNull()
  })

  test('knows no other paths, whatever the library behind it offers', async () => {
    const chen = await signedIn()
    for (const path of [
      '/sign-up/email',
      '/update-user',
      '/delete-user',
      '/phone-number/verify',
      '/open-session',
      '/change-password',
    ]) {
      expect((await chen.post(path)).body).toEqual({
        error: { status: 404, message: '没有这个地址，请从首页重新进入' },
      })
    }
    expect((await chen.get('/get-session')).status).toBe(404)
  })

  test('answers bad input with a sentence', async () => {
    const chen = browser(office.accounts)
    expect((await chen.post('/sign-in/username', { username: 7 })).body.error).toEqual({
      status: 400,
      message: '请输入用户名或手机号',
    })
    expect((await chen.post('/sign-in/username', [])).status).toBe(400)
    expect((await chen.post('/sign-in/username', {}, { 'content-type': 'text/plain' })).status).toBe(415)
    const broken = new Request('http://localhost:3000/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
      body: '{',
    })
    expect((await office.accounts.handler(broken)).status).toBe(400)
  })

  test('does not accept a cookie it did not sign', async () => {
    const chen = await signedIn()
    const [name, value = ''] = (chen.headers.get('cookie') ?? '').split('=')
    const token = decodeURIComponent(value).split('.')[0]
    expect(await office.accounts.findActor(new Headers({ cookie: `${name}=${token}.${'A'.repeat(43)}%3D` }))).toBeNull()
    expect(await office.accounts.findActor(new Headers({ cookie: `${name}=${token}` }))).toBeNull()
  })

  test('does not open with a weak secret, or plain cookies on https', async () => {
    const { createAccounts } = await import('./accounts.ts')
    const { config } = office.parts
    expect(() => createAccounts({ ...office.parts, config: { ...config, secret: 'short' } })).toThrow('32 位')
    expect(() => createAccounts({ ...office.parts, config: { ...config, publicUrl: 'https://x.cn' } })).toThrow(
      '安全 Cookie',
    )
  })

  test('tells the audit who tried what from where, also in vain', async () => {
    office.events.length = 0
    await browser(office.accounts).signIn('chen.xm', 'Not-The-One1')
    await (await signedIn()).post('/sign-out')
    const seen = { accountId: officer, ip: '10.1.2.3', at: '2024-03-04T01:00:00.000Z' }
    expect(office.events).toEqual([
      { event: 'accounts.sign-in', outcome: 'refused', status: 401, ...seen },
      { event: 'accounts.sign-in', outcome: 'done', status: 200, ...seen },
      { event: 'accounts.sign-out', outcome: 'done', status: 200, ...seen },
    ])
  })
})
