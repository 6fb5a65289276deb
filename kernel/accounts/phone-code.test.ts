import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fail } from '../contract/errors.ts'
import { browser, FEDERATION, ids, openSmallOffice, PASSWORD, phones } from './small-office.ts'

type Office = Awaited<ReturnType<typeof openSmallOffice>>
let office: Office

beforeAll(async () => {
  office = await openSmallOffice()
})
afterAll(() => office.db.close())
beforeEach(async () => {
  office.sent.length = 0
  office.logged.length = 0
  await office.db.owner.deleteFrom('account_rates').execute()
})

const askCode = async (phone: string) => {
  const device = browser(office.accounts)
  const { status, body } = await device.post('/phone-code/send', { phone })
  expect({ status, body }).toEqual({ status: 200, body: { ok: true, waitSeconds: 60, minutes: 5 } })
  return { device, code: office.sent.at(-1)?.params.code ?? '' }
}
const signIn = async (phone: string) => {
  const { device, code } = await askCode(phone)
  const { status, body } = await device.post('/phone-code/sign-in', { phone, code })
  expect({ status, body }).toEqual({ status: 200, body: { ok: true } })
  return device
}
const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000')

describe('A worker signs in with a code by SMS', () => {
  test('and is bound to the one person of the registry with that phone', async () => {
    const li = await signIn('138-0000 0002')
    expect(office.sent).toEqual([
      {
        phone: phones.worker,
        template: 'sign_in_code',
        params: { code: expect.stringMatching(/^\d{6}$/), minutes: '5' },
      },
    ])
    expect(await office.accounts.findActor(li.headers)).toMatchObject({
      personId: ids.worker,
      name: '李强',
      role: 'worker',
    })
    await office.db.owner.deleteFrom('account_rates').execute()
    const again = await signIn(phones.worker)
    expect((await again.get('/me')).body.accountId).toBe((await li.get('/me')).body.accountId)
  })

  test('as a stranger becomes a person of whom only the phone is known, and may act as a worker', async () => {
    const device = await signIn(phones.stranger)
    const actor = await office.accounts.findActor(device.headers)
    expect(actor).toMatchObject({ role: 'worker', name: '未登记姓名' })
    const person = await office.db.owner
      .selectFrom('persons')
      .selectAll()
      .where('id', '=', actor?.personId ?? '')
      .executeTakeFirstOrThrow()
    expect(person).toMatchObject({
      org_path: '440307.',
      collected_on: '2024-03-04',
      phone_index: office.index(phones.stranger),
      verified_on: null,
    })
    expect(office.sealer.open(person.phone_sealed ?? '', `persons.phone:${person.id}`)).toBe(phones.stranger)
  })

  test('with a phone that two people share becomes a person of their own', async () => {
    const shared = '13700000004'
    const rows = ['甲', '乙'].map((name) => ({
      name,
      id: crypto.randomUUID(),
      federation_id: FEDERATION,
      org_path: '440307.',
      sex: 'male' as const,
    }))
    await office.db.owner
      .insertInto('persons')
      .values(rows.map((row) => ({ ...row, phone_index: office.index(shared) })))
      .execute()
    const actor = await office.accounts.findActor((await signIn(shared)).headers)
    expect(actor?.name).toBe('未登记姓名')
  })

  test('into the account they already have with a username', async () => {
    const account = { personId: ids.officer, username: 'chen.xm', password: PASSWORD, mustChangePassword: false }
    const id = await office.accounts.createAccount(account)
    const phone = await signIn(phones.officer)
    expect(await office.accounts.findActor(phone.headers)).toMatchObject({ accountId: id, role: 'worker' })
    const refused = office.accounts.findActor(phone.headers, ids.officerPost)
    await expect(refused).rejects.toMatchObject({ status: 403, details: { next: 'sign_in_with_password' } })
  })

  test('as an informant also reaches the informant’s post', async () => {
    const phone = '13600000005'
    await office.db.owner
      .updateTable('persons')
      .set({ phone_index: office.index(phone) })
      .where('id', '=', ids.informant)
      .execute()
    const device = await signIn(phone)
    expect(await office.accounts.findActor(device.headers, ids.informantPost)).toMatchObject({ role: 'informant' })
  })

  test('and not when the account is switched off', async () => {
    const device = await signIn('13500000006')
    const { accountId } = (await device.get('/me')).body
    await office.accounts.lockAccount(accountId)
    await office.db.owner.deleteFrom('account_rates').execute()
    const { device: again, code } = await askCode('13500000006')
    expect(await again.post('/phone-code/sign-in', { phone: '13500000006', code })).toMatchObject({
      status: 403,
      cookies: [],
    })
  })
})

describe('A code', () => {
  test('that is wrong three times is spent', async () => {
    const { device, code } = await askCode(phones.worker)
    const body = { phone: phones.worker, code: wrongFor(code) }
    for (let i = 0; i < 3; i++)
      expect((await device.post('/phone-code/sign-in', body)).body.error.message).toBe('验证码不对，请核对后重新输入')
    expect((await device.post('/phone-code/sign-in', { ...body, code })).body.error).toEqual({
      status: 429,
      message: '验证码输错次数太多，请重新获取',
    })
    expect((await device.post('/phone-code/sign-in', { ...body, code })).body.error).toEqual({
      status: 422,
      message: '验证码已失效，请重新获取',
    })
  })

  test('works once, even for two browsers at once', async () => {
    const { device, code } = await askCode(phones.worker)
    const both = [device, browser(office.accounts)].map((one) =>
      one.post('/phone-code/sign-in', { phone: phones.worker, code }),
    )
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 422])
  })

  test('of another phone is of no use', async () => {
    const { code } = await askCode(phones.worker)
    const { status } = await browser(office.accounts).post('/phone-code/sign-in', { phone: phones.stranger, code })
    expect(status).toBe(422)
  })

  test('runs out after five minutes', async () => {
    const { device, code } = await askCode(phones.worker)
    const soon = await office.db.owner
      .selectFrom('account_verifications')
      .select(['created_at', 'expires_at'])
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(Date.parse(soon.expires_at) - Date.parse(soon.created_at)).toBeCloseTo(300_000, -3)
    await office.db.owner.updateTable('account_verifications').set({ expires_at: '2024-01-01T00:00:00Z' }).execute()
    expect((await device.post('/phone-code/sign-in', { phone: phones.worker, code })).body.error.message).toBe(
      '验证码已失效，请重新获取',
    )
  })

  test('is sent once a minute to a phone, and ten times a day', async () => {
    await askCode(phones.worker)
    const soon = await browser(office.accounts).post('/phone-code/send', { phone: phones.worker })
    expect(soon.body.error).toMatchObject({
      status: 429,
      message: expect.stringMatching(/^操作太频繁，请 \d+ 秒后再试$/),
      details: { retryAfter: expect.any(Number) },
    })
    expect(office.sent).toHaveLength(1)
    const anHourAgo = new Date(Date.now() - 3_600_000).toISOString()
    await office.db.owner
      .updateTable('account_rates')
      .set({ since: anHourAgo, count: 10 })
      .where('key', 'like', 'code %')
      .execute()
    const tenth = await browser(office.accounts).post('/phone-code/send', { phone: phones.worker })
    expect(tenth.body.error).toMatchObject({ status: 429, message: '操作太频繁，请 23 小时后再试' })
  })

  test('is not sent to what is no phone', async () => {
    for (const phone of ['12345', '23800000002', '', null, { $ne: 1 }]) {
      expect((await browser(office.accounts).post('/phone-code/send', { phone })).status).toBe(400)
    }
    expect(office.sent).toEqual([])
  })

  test('that the gateway did not take says so', async () => {
    const { createAccounts } = await import('./accounts.ts')
    const accounts = createAccounts({
      ...office.parts,
      sms: { send: async () => fail(503, '短信暂时发不出去，请稍后再试') },
    })
    const { body } = await browser(accounts).post('/phone-code/send', { phone: phones.worker })
    expect(body).toEqual({ error: { status: 503, message: '短信暂时发不出去，请稍后再试' } })
  })
})

test('No table, log or audit line of this room holds a phone', async () => {
  await signIn(phones.stranger)
  await signIn(phones.worker)
  const tables = [
    'account_users',
    'account_sessions',
    'account_verifications',
    'account_rates',
    'account_credentials',
  ] as const
  const rows = await Promise.all(tables.map((table) => office.db.owner.selectFrom(table).selectAll().execute()))
  const everything = JSON.stringify([rows, office.logged, office.events])
  for (const phone of Object.values(phones)) expect(everything).not.toContain(phone)
  expect(everything).toContain(office.index(phones.worker))
})
