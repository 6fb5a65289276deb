import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashPassword, isPassword, passwordFault } from './password-rules.ts'
import { isPasswordOld } from './passwords.ts'
import { browser, ids, openSmallOffice, PASSWORD } from './small-office.ts'

describe('A password', () => {
  test('has ten characters of three kinds', () => {
    for (const good of ['Heng-Gang1', 'henggang-2024', 'HENGGANG-2024', 'HengGang2024', '横岗工会工作Aa1234'])
      expect(passwordFault(good)).toBeNull()
    for (const bad of [
      '',
      'Heng-Ga1x',
      'henggang2024',
      'HENGGANG2024',
      '1234567890',
      'abcdefghij',
      `Aa1-${'x'.repeat(125)}`,
    ]) {
      expect(passwordFault(bad)).toMatch(/密码/)
    }
  })

  test('is never accepted below ten characters, whatever they are', () => {
    fc.assert(fc.property(fc.string({ maxLength: 9 }), (short) => passwordFault(short) !== null))
  })

  test('is kept as argon2id and recognised again', async () => {
    const hashed = await hashPassword(PASSWORD)
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword(hashed, PASSWORD)).toBe(true)
    expect(await isPassword(hashed, `${PASSWORD} `)).toBe(false)
    expect(await isPassword('not a hash', PASSWORD)).toBe(false)
  })

  test('is old on the ninetieth day', () => {
    expect(isPasswordOld('2024-01-01T01:00:00.000Z', '2024-03-30T15:59:00.000Z', 90)).toBe(false)
    expect(isPasswordOld('2024-01-01T01:00:00.000Z', '2024-03-30T16:00:00.000Z', 90)).toBe(true)
    expect(isPasswordOld(null, '2024-03-30T16:00:00.000Z', 90)).toBe(false)
  })
})

describe('Changing the password', () => {
  type Office = Awaited<ReturnType<typeof openSmallOffice>>
  let office: Office
  let officer: string

  beforeAll(async () => {
    office = await openSmallOffice()
    const account = { personId: ids.officer, username: 'chen.xm', password: PASSWORD, mustChangePassword: true }
    officer = await office.accounts.createAccount(account)
  })
  afterAll(() => office.db.close())
  beforeEach(() => office.db.owner.deleteFrom('account_rates').execute())

  const signIn = async (password: string) => {
    const chen = browser(office.accounts)
    expect((await chen.signIn('chen.xm', password)).status).toBe(200)
    return chen
  }

  test('comes first at the first sign-in', async () => {
    const chen = await signIn(PASSWORD)
    expect((await chen.get('/me')).body).toMatchObject({
      next: 'change_password',
      name: '陈晓梅',
      username: 'chen.xm',
      hasPassword: true,
    })
    await expect(office.accounts.findActor(chen.headers)).rejects.toMatchObject({
      status: 403,
      details: { next: 'change_password' },
    })
    expect((await chen.post('/password/change', { current: PASSWORD, next: 'Second-One22' })).body).toEqual({
      ok: true,
    })
    expect(await office.accounts.findActor(chen.headers, ids.officerPost)).toMatchObject({ role: 'street_officer' })
    expect((await browser(office.accounts).signIn('chen.xm', PASSWORD)).status).toBe(401)
  })

  test('signs out the other devices', async () => {
    const other = await signIn('Second-One22')
    const chen = await signIn('Second-One22')
    expect(await office.accounts.findActor(other.headers)).not.toBeNull()
    await chen.post('/password/change', { current: 'Second-One22', next: 'Third-One333' })
    expect(await office.accounts.findActor(other.headers)).toBeNull()
    expect(await office.accounts.findActor(chen.headers)).not.toBeNull()
  })

  test('needs the present one; guessing it locks the account', async () => {
    const chen = await signIn('Third-One333')
    const guess = () => chen.post('/password/change', { current: 'Not-The-One1', next: 'Fourth-One44' })
    for (let i = 0; i < 4; i++) expect((await guess()).status).toBe(422)
    expect((await guess()).status).toBe(429)
    office.clock.advance({ minutes: 29 })
    expect((await browser(office.accounts).signIn('chen.xm', 'Third-One333')).status).toBe(429)
    office.clock.advance({ minutes: 2 })
    await signIn('Third-One333')
  })

  test('takes none of the last five, and the sixth-last again', async () => {
    const chen = await signIn('Third-One333')
    const change = async (current: string, next: string) =>
      (await chen.post('/password/change', { current, next })).body
    expect(await change('Third-One333', PASSWORD)).toMatchObject({
      error: { status: 422, message: expect.stringContaining('最近 5 次') },
    })
    expect(await change('Third-One333', 'weakweakweak')).toMatchObject({
      error: { status: 422, message: expect.stringContaining('三类') },
    })
    await change('Third-One333', 'Fourth-One44')
    await change('Fourth-One44', 'Fifth-One555')
    expect(await change('Fifth-One555', PASSWORD)).toMatchObject({ error: { status: 422 } })
    await change('Fifth-One555', 'Sixth-One666')
    expect(await change('Sixth-One666', PASSWORD)).toEqual({ ok: true })
  })

  test('comes first again after ninety days, for officers', async () => {
    office.clock.advance({ days: 90 })
    const chen = await signIn(PASSWORD)
    expect((await chen.get('/me')).body.next).toBe('change_password')
    await office.db.owner
      .updateTable('posts')
      .set({ valid_to: '2024-03-05' })
      .where('id', '=', ids.officerPost)
      .execute()
    office.accounts.forgetPerson(ids.officer)
    expect((await chen.get('/me')).body).toMatchObject({ next: null, posts: [] })
  })

  test('by an administrator signs out everywhere and must be followed by one’s own', async () => {
    const chen = await signIn(PASSWORD)
    await office.accounts.setPassword(officer, 'Given-By-Admin7')
    expect(await office.accounts.findActor(chen.headers)).toBeNull()
    expect((await (await signIn('Given-By-Admin7')).get('/me')).body.next).toBe('change_password')
    await expect(office.accounts.setPassword(crypto.randomUUID(), 'Given-By-Admin7')).rejects.toMatchObject({
      status: 404,
    })
  })
})
