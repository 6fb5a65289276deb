import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { browser, ids, openSmallOffice, PASSWORD } from './small-office.ts'

type Office = Awaited<ReturnType<typeof openSmallOffice>>
let office: Office

beforeAll(async () => {
  office = await openSmallOffice()
  const account = { password: PASSWORD, mustChangePassword: false }
  await office.accounts.createAccount({ ...account, personId: ids.officer, username: 'chen.xm' })
  await office.accounts.createAccount({ ...account, personId: ids.worker, username: 'li.qiang' })
})
afterAll(() => office.db.close())
beforeEach(async () => {
  office.clock.set('2024-03-04T01:00:00.000Z')
  await office.db.owner.deleteFrom('account_sessions').execute()
  await office.db.owner.deleteFrom('account_rates').execute()
})

const signIn = async (username: string, agent?: string) => {
  const device = browser(office.accounts, agent)
  expect((await device.signIn(username)).status).toBe(200)
  return device
}
const PHONE = 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0'

describe('Signed-in devices', () => {
  test('are listed with device, address and time, the present one marked', async () => {
    await signIn('chen.xm', PHONE)
    office.clock.advance({ minutes: 5 })
    const desk = await signIn('chen.xm')
    const { body } = await desk.get('/sessions')
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/)
    const [first, second] = ['2024-03-04T01:05:00.000Z', '2024-03-04T01:00:00.000Z']
    expect(body.sessions).toEqual([
      { id, device: 'Windows 电脑 · Chrome', ip: '10.1.2.3', signedInAt: first, lastSeenAt: first, isCurrent: true },
      { id, device: '安卓手机 · 微信', ip: '10.1.2.3', signedInAt: second, lastSeenAt: second, isCurrent: false },
    ])
  })

  test('can be signed out one by one, but only one’s own', async () => {
    const phone = await signIn('chen.xm', PHONE)
    const desk = await signIn('chen.xm')
    const li = await signIn('li.qiang')
    const { sessions } = (await desk.get('/sessions')).body
    const other = sessions.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent).id
    expect(await office.accounts.findActor(phone.headers)).not.toBeNull()
    await li.post('/sessions/end', { id: other })
    expect(await office.accounts.findActor(phone.headers)).not.toBeNull()
    expect((await desk.post('/sessions/end', { id: other })).body).toEqual({ ok: true })
    expect(await office.accounts.findActor(phone.headers)).toBeNull()
    expect(await office.accounts.findActor(desk.headers)).not.toBeNull()
    expect((await desk.post('/sessions/end', { id: 'x' })).status).toBe(400)
  })

  test('are all out at once after signing out everywhere', async () => {
    const phone = await signIn('chen.xm', PHONE)
    const desk = await signIn('chen.xm')
    const li = await signIn('li.qiang')
    for (const device of [phone, desk, li]) expect(await office.accounts.findActor(device.headers)).not.toBeNull()
    await desk.post('/sessions/end-all', { keepCurrent: true })
    expect(await office.accounts.findActor(phone.headers)).toBeNull()
    expect(await office.accounts.findActor(desk.headers)).not.toBeNull()
    await desk.post('/sessions/end-all')
    expect(await office.accounts.findActor(desk.headers)).toBeNull()
    expect(await office.accounts.findActor(li.headers)).not.toBeNull()
    expect((await desk.get('/me')).body).toEqual({ error: { status: 401, message: '登录已过期，请重新登录' } })
  })

  test('signing out takes the cookie away and ends the session at once', async () => {
    const desk = await signIn('chen.xm')
    const kept = new Headers(desk.headers)
    expect(await office.accounts.findActor(kept)).not.toBeNull()
    const { cookies } = await desk.post('/sign-out')
    expect(cookies.join()).toMatch(/nuanfeng\.session_token=;.*Max-Age=0/)
    expect(await office.accounts.findActor(kept)).toBeNull()
  })

  test('a look-up under way while signing out is not remembered', async () => {
    const desk = await signIn('chen.xm')
    const [under] = await Promise.all([office.accounts.findActor(desk.headers), desk.post('/sessions/end-all')])
    expect(under).toMatchObject({ name: '陈晓梅' })
    expect(await office.accounts.findActor(desk.headers)).toBeNull()
  })

  test('are five at most; the oldest sign-in goes', async () => {
    const first = await signIn('li.qiang')
    for (let i = 0; i < 4; i++) await signIn('li.qiang')
    expect(await office.accounts.findActor(first.headers)).not.toBeNull()
    await signIn('li.qiang')
    expect(await office.accounts.findActor(first.headers)).toBeNull()
  })
})

describe('Time', () => {
  test('an officer who does nothing for half an hour is signed out', async () => {
    const chen = await signIn('chen.xm')
    office.clock.advance({ minutes: 29 })
    expect(await office.accounts.findActor(chen.headers, ids.officerPost)).not.toBeNull()
    office.clock.advance({ minutes: 29 })
    expect(await office.accounts.findActor(chen.headers, ids.officerPost)).not.toBeNull()
    office.clock.advance({ minutes: 31 })
    expect(await office.accounts.findActor(chen.headers, ids.officerPost)).toBeNull()
    office.clock.set('2024-03-04T01:10:00.000Z')
    expect(await office.accounts.findActor(chen.headers)).toBeNull()
  })

  test('a worker stays signed in', async () => {
    const li = await signIn('li.qiang')
    office.clock.advance({ days: 20 })
    expect(await office.accounts.findActor(li.headers)).toMatchObject({ role: 'worker' })
    expect((await li.get('/sessions')).body.sessions[0]).toMatchObject({ lastSeenAt: '2024-03-24T01:00:00.000Z' })
  })

  test('a session past its end is none, and is tidied away', async () => {
    const li = await signIn('li.qiang')
    await office.db.owner.updateTable('account_sessions').set({ expires_at: '2024-01-01T00:00:00Z' }).execute()
    expect(await office.accounts.findActor(li.headers)).toBeNull()
    await office.accounts.tidy()
    expect(await office.db.owner.selectFrom('account_sessions').select('id').execute()).toEqual([])
  })
})

test('Who acts costs one statement, and none for the next ten seconds', async () => {
  const chen = await signIn('chen.xm')
  const statements = vi.spyOn(office.db.source, 'acquire')
  await office.accounts.findActor(chen.headers, ids.officerPost)
  await office.accounts.findActor(chen.headers)
  office.clock.advance({ seconds: 9 })
  await office.accounts.findActor(chen.headers)
  expect(statements).toHaveBeenCalledTimes(1)
  office.clock.advance({ seconds: 2 })
  await office.accounts.findActor(chen.headers)
  expect(statements).toHaveBeenCalledTimes(2)
  statements.mockRestore()
})
