import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeIdNumber } from '../people/identity.ts'
import { sealField } from '../people/sealed.ts'
import { browser, FEDERATION, ids, openSmallOffice, phones } from './small-office.ts'

type Office = Awaited<ReturnType<typeof openSmallOffice>>
let office: Office
beforeAll(async () => {
  office = await openSmallOffice()
  await office.db.owner.updateTable('persons').set({ org_path: '440307.003.' }).where('id', '=', ids.worker).execute()
})
afterAll(() => office.db.close())
beforeEach(async () => {
  await office.db.owner.deleteFrom('account_rates').execute()
})

const signIn = async (phone: string) => {
  const device = browser(office.accounts)
  await device.post('/phone-code/send', { phone })
  await device.post('/phone-code/sign-in', { phone, code: office.sent.at(-1)?.params.code ?? '' })
  await office.db.owner.deleteFrom('account_rates').execute()
  return device
}
const idNumber = makeIdNumber({ region: '440307', birthOn: '1992-02-02', sequence: 12 })
const person = (id: string) =>
  office.db.owner.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('Somebody whose number was another worker’s before', () => {
  test('says so, is a person of his own from then on, reads nothing of the former holder, and the union hears of it', async () => {
    const device = await signIn(phones.worker)
    expect((await device.get('/me')).body.name).toBe('李强')
    const answer = await device.post('/phone/claim', { phone: phones.worker, name: '贾新', idNumber })
    expect(answer).toMatchObject({ status: 200, body: { ok: true } })
    expect((await device.get('/me')).body.name).toBe('贾新')
    const actor = await office.accounts.findActor(device.headers)
    expect(await person(actor?.personId ?? '')).toMatchObject({
      name: '贾新',
      verified_level: 1,
      phone_index: office.index(phones.worker),
    })
    expect(await person(ids.worker)).toMatchObject({ phone_index: null, phone_sealed: null, name: '李强' })
    const told = await office.db.owner
      .selectFrom('notices')
      .selectAll()
      .where('recipient_id', '=', ids.officer)
      .execute()
    expect(told).toMatchObject([{ record_id: ids.worker, title: expect.stringContaining('换了机主') }])
    expect(JSON.stringify(told)).not.toMatch(/李强|贾新|1380000/)
    expect(office.events.at(-1)).toMatchObject({ event: 'accounts.claim-phone', outcome: 'done' })
    const again = await signIn(phones.worker)
    expect((await again.get('/me')).body.name).toBe('贾新')
  })

  test('is the one the registry knows under the number, when the name fits; when it does not, nothing changes', async () => {
    const known = '01890000-0000-7000-8000-0000000000aa'
    const number = makeIdNumber({ region: '440307', birthOn: '1985-05-05', sequence: 33 })
    const { sealed, index } = sealField(office.sealer, 'id_number', known, number)
    await office.db.owner
      .insertInto('persons')
      .values({
        federation_id: FEDERATION,
        id: known,
        org_path: '440307.003.',
        name: '于是',
        sex: 'male',
        id_number_sealed: sealed,
        id_number_index: index,
      })
      .execute()
    const device = await signIn(phones.stranger)
    const claim = { phone: phones.stranger, name: '于非', idNumber: number }
    expect(await device.post('/phone/claim', claim)).toMatchObject({ status: 422 })
    expect((await device.get('/me')).body.name).toBe('未登记姓名')
    expect(await device.post('/phone/claim', { ...claim, name: '于是' })).toMatchObject({ status: 200 })
    expect((await office.accounts.findActor(device.headers))?.personId).toBe(known)
    expect(await device.post('/phone/claim', { ...claim, name: '于是' })).toMatchObject({
      status: 409,
      body: { error: { message: '这个手机号登记的就是您，不用换' } },
    })
  })

  test('cannot take another account, an office, or a phone that is not the one signed in with', async () => {
    const device = await signIn('13900000009')
    const claim = { phone: '13900000009', name: '贾新', idNumber }
    expect(await device.post('/phone/claim', claim)).toMatchObject({ status: 409 })
    expect(await device.post('/phone/claim', { ...claim, phone: phones.stranger })).toMatchObject({ status: 422 })
    const office2 = await signIn(phones.officer)
    const other = makeIdNumber({ region: '440307', birthOn: '1991-01-01', sequence: 5 })
    expect(await office2.post('/phone/claim', { phone: phones.officer, name: '郝人', idNumber: other })).toMatchObject({
      status: 409,
    })
    expect(await browser(office.accounts).post('/phone/claim', claim)).toMatchObject({ status: 401 })
  })

  test('must have proven the phone just now, and may try three times a day', async () => {
    const device = await signIn('13900000008')
    const wrong = { phone: '13900000008', name: '错', idNumber: '440307199001011200' }
    for (let n = 0; n < 3; n++) expect((await device.post('/phone/claim', wrong)).status).toBe(422)
    expect((await device.post('/phone/claim', wrong)).status).toBe(429)
    await office.db.owner.deleteFrom('account_rates').execute()
    office.clock.advance({ minutes: 16 })
    expect(await device.post('/phone/claim', wrong)).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringContaining('重新登录') } },
    })
  })
})
