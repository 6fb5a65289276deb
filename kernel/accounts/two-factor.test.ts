import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { authenticatorCode, browser, ids, openSmallOffice, PASSWORD, phones } from './small-office.ts'

type Office = Awaited<ReturnType<typeof openSmallOffice>>
let office: Office
let officer: string

beforeAll(async () => {
  office = await openSmallOffice({ isTwoFactorRequired: true })
  const account = {
    personId: ids.officer,
    username: 'chen.xm',
    phone: phones.officer,
    password: PASSWORD,
    mustChangePassword: false,
  }
  officer = await office.accounts.createAccount(account)
})
afterAll(() => office.db.close())
beforeEach(async () => {
  for (const table of ['account_rates', 'account_two_factors', 'account_sessions'] as const)
    await office.db.owner.deleteFrom(table).execute()
  await office.db.owner
    .updateTable('account_users')
    .set({ two_factor_enabled: false, failed_attempts: 0, locked_until: null })
    .execute()
  office.accounts.forgetPerson(ids.officer)
})

const signedIn = async () => {
  const chen = browser(office.accounts)
  expect((await chen.signIn('chen.xm')).body).toEqual({ ok: true })
  return chen
}
const enrolled = async () => {
  const chen = await signedIn()
  const { totpURI, backupCodes } = (await chen.post('/two-factor/enable', { password: PASSWORD })).body
  expect((await chen.post('/two-factor/verify-totp', { code: authenticatorCode(totpURI) })).body).toEqual({ ok: true })
  return { chen, totpURI, backupCodes }
}
const wrongFor = (totpURI: string) => (authenticatorCode(totpURI) === '000000' ? '111111' : '000000')

describe('An officer binds an authenticator app', () => {
  test('before any work, when the federation requires it', async () => {
    const chen = await signedIn()
    expect((await chen.get('/me')).body).toMatchObject({
      next: 'enable_two_factor',
      isTwoFactorOn: false,
      method: 'password',
    })
    const refused = office.accounts.findActor(chen.headers, ids.officerPost)
    await expect(refused).rejects.toMatchObject({ status: 403, details: { next: 'enable_two_factor' } })
  })

  test('scanning a code that names the house and the username, and works from then on', async () => {
    const { chen, totpURI, backupCodes } = await enrolled()
    expect(decodeURIComponent(new URL(totpURI).pathname)).toContain('暖蜂:chen.xm')
    expect(backupCodes).toHaveLength(10)
    expect((await chen.get('/me')).body).toMatchObject({ next: null, isTwoFactorOn: true, method: 'two_factor' })
    expect(await office.accounts.findActor(chen.headers, ids.officerPost)).toMatchObject({ role: 'street_officer' })
  })

  test('only with the password, and not with a wrong code', async () => {
    const chen = await signedIn()
    expect((await chen.post('/two-factor/enable', { password: 'Not-The-One1' })).body.error).toEqual({
      status: 422,
      message: '密码不对，请重新输入',
    })
    const { totpURI } = (await chen.post('/two-factor/enable', { password: PASSWORD })).body
    expect((await chen.post('/two-factor/verify-totp', { code: wrongFor(totpURI) })).body.error.message).toBe(
      '验证码不对，请核对后重新输入',
    )
    expect((await chen.get('/me')).body).toMatchObject({ isTwoFactorOn: false })
  })

  test('and sessions from before then end', async () => {
    const before = await signedIn()
    expect((await before.get('/me')).status).toBe(200)
    await enrolled()
    expect((await before.get('/me')).status).toBe(401)
  })
})

describe('Signing in with an authenticator app', () => {
  test('asks for the code after the password, and is nobody until then', async () => {
    const { totpURI } = await enrolled()
    const chen = browser(office.accounts)
    expect((await chen.signIn('chen.xm')).body).toEqual({ twoFactor: true })
    expect(await office.accounts.findActor(chen.headers)).toBeNull()
    expect((await chen.get('/me')).status).toBe(401)
    expect(
      (await chen.post('/two-factor/verify-totp', { code: authenticatorCode(totpURI), trustDevice: true })).body,
    ).toEqual({ ok: true })
    expect(await office.accounts.findActor(chen.headers, ids.officerPost)).toMatchObject({ role: 'street_officer' })
    expect(chen.headers.get('cookie')).not.toContain('trust')
    expect(office.events.at(-1)).toMatchObject({ event: 'accounts.two-factor', outcome: 'done', accountId: officer })
  })

  test('takes a recovery code, once', async () => {
    const { backupCodes } = await enrolled()
    const chen = browser(office.accounts)
    await chen.signIn('chen.xm')
    expect((await chen.post('/two-factor/verify-backup-code', { code: backupCodes[0] })).body).toEqual({ ok: true })
    const again = browser(office.accounts)
    await again.signIn('chen.xm')
    const { error } = (await again.post('/two-factor/verify-backup-code', { code: backupCodes[0] })).body
    expect(error).toEqual({ status: 422, message: '恢复码不对，或已经用过，请换一个' })
  })

  test('locks after five wrong codes', async () => {
    const { totpURI } = await enrolled()
    const chen = browser(office.accounts)
    await chen.signIn('chen.xm')
    for (let i = 0; i < 5; i++) await chen.post('/two-factor/verify-totp', { code: wrongFor(totpURI) })
    const fresh = browser(office.accounts)
    await fresh.signIn('chen.xm')
    const { error } = (await fresh.post('/two-factor/verify-totp', { code: authenticatorCode(totpURI) })).body
    expect(error).toEqual({ status: 429, message: '动态口令连续输错次数太多，请 30 分钟后再试' })
  })

  test('cannot be walked around with a phone code', async () => {
    await enrolled()
    const phone = browser(office.accounts)
    await phone.post('/phone-code/send', { phone: phones.officer })
    await phone.post('/phone-code/sign-in', { phone: phones.officer, code: office.sent.at(-1)?.params.code })
    expect(await office.accounts.findActor(phone.headers)).toMatchObject({ role: 'worker' })
    await expect(office.accounts.findActor(phone.headers, ids.officerPost)).rejects.toMatchObject({ status: 403 })
  })

  test('without having given the password is refused', async () => {
    const { totpURI } = await enrolled()
    const { error } = (
      await browser(office.accounts).post('/two-factor/verify-totp', { code: authenticatorCode(totpURI) })
    ).body
    expect(error).toEqual({ status: 401, message: '登录验证已过期，请重新输入用户名和密码' })
  })
})

test('Recovery codes can be renewed, and the app unbound, with the password', async () => {
  const { chen, backupCodes } = await enrolled()
  const renewed = (await chen.post('/two-factor/generate-backup-codes', { password: PASSWORD })).body.backupCodes
  expect(renewed).toHaveLength(10)
  expect(renewed).not.toEqual(backupCodes)
  expect((await chen.post('/two-factor/disable', { password: 'Not-The-One1' })).status).toBe(422)
  expect((await chen.post('/two-factor/disable', { password: PASSWORD })).body).toEqual({ ok: true })
  expect((await chen.get('/me')).body).toMatchObject({ isTwoFactorOn: false, next: 'enable_two_factor' })
})
