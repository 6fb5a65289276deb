import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { type Actor, standingOf } from '../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { clerkSong, officerLi, openFoundings, printing } from './testing.ts'

let district: Awaited<ReturnType<typeof openFoundings>>
beforeAll(async () => {
  district = await openFoundings()
})
afterAll(() => district.close())

const as = (actor: Actor) => district.as(actor)
const { freight, factory } = small.firms
const tan = small.riderTan.actor
const clerkTang = small.clerks.shuijing.actor

describe('a worker who wishes for a union', () => {
  test('says so in one go, and the community has it on its list without a name', async () => {
    const { id, number, isNew } = await as(tan).wish({ enterpriseId: freight.id, note: '站里四十个骑手都想有人管' })
    expect([number.slice(0, 6), isNew]).toEqual(['JH2026', true])
    const seen = await as(clerkTang).get({ id })
    expect(seen).toMatchObject({ origin: 'worker', title: `${freight.name}建会`, wishes: 1, state: 'lead' })
    expect(JSON.stringify(seen)).not.toContain(tan.name)
    expect(JSON.stringify(seen)).not.toContain(tan.personId)
    expect(seen.events[0]).toMatchObject({ actorName: '本人', message: expect.stringContaining('不会说出您的名字') })
  })

  test('is joined by a colleague, and both hear how far it is', async () => {
    const colleague = small.riderChen.actor
    const { id, isNew } = await as(colleague).wish({ enterpriseId: freight.id })
    expect(isNew).toBe(false)
    expect(await as(colleague).wish({ enterpriseId: freight.id })).toMatchObject({ id, isNew: false })
    expect((await as(clerkTang).get({ id })).wishes).toBe(2)
    await as(clerkTang).contact({ id, note: '找到站长，说要问总部' })
    for (const actor of [tan, colleague]) {
      expect(await as(actor).wishes({})).toMatchObject([
        { id, stateTitle: '已联系单位', isOpen: true, unionName: null },
      ])
    }
    const notices = await asOwner(district.db, (tx) =>
      tx.selectFrom('notices').select(['recipient_id', 'body']).where('record_id', '=', id).execute(),
    )
    expect(notices.map((one) => one.recipient_id).sort()).toEqual([tan.personId, colleague.personId].sort())
    expect(notices.every(({ body }) => body.includes('没有说出您的名字'))).toBe(true)
  })

  test('is named to an officer of the place only, for a reason', async () => {
    const [wish] = await as(tan).wishes({})
    const id = wish?.id ?? ''
    await expect(as(clerkTang).reveal({ id, reason: '看' })).rejects.toMatchObject({ status: 400 })
    const { wishes } = await as(clerkTang).reveal({ id, reason: '约职工当面了解情况' })
    expect(wishes[0]).toMatchObject({ name: tan.name, phone: small.riderTan.phone, note: '站里四十个骑手都想有人管' })
    await expect(as(officerLi).reveal({ id, reason: '别的街道想看看' })).rejects.toMatchObject({ status: 404 })
    await expect(as(tan).reveal({ id, reason: '自己看看自己' })).rejects.toMatchObject({ status: 403 })
  })

  test('stays hidden from every enterprise chair, whatever he asks of the database', async () => {
    for (const actor of [small.chairZhao.actor, small.chairQian.actor]) {
      await expect(as(actor).list({})).rejects.toMatchObject({ status: 403 })
      const found = await inTransaction(district.db, standingOf(actor), async (tx) => [
        ...(await tx.selectFrom('organising').select('owner_id').execute()),
        ...(await tx.selectFrom('founding_wishes').select('person_id').execute()),
        ...(await tx.selectFrom('founding_members').select('person_id').execute()),
        ...(await tx.selectFrom('cases').select('owner_id').where('line', '=', 'organising').execute()),
        ...(await tx.selectFrom('case_events').select('actor_id').where('line', '=', 'organising').execute()),
      ])
      expect(found).toEqual([])
    }
  })

  test('sees the own wish and nothing of the colleagues', async () => {
    const found = await inTransaction(district.db, standingOf(tan), async (tx) => ({
      wishes: await tx.selectFrom('founding_wishes').select('person_id').execute(),
      members: await tx.selectFrom('founding_members').select('person_id').execute(),
      papers: await tx.selectFrom('founding_papers').select('id').execute(),
    }))
    expect(found).toEqual({ wishes: [{ person_id: tan.personId }], members: [], papers: [] })
  })

  test('is told when there is a union already', async () => {
    await expect(as(tan).wish({ enterpriseId: factory.id })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('可以直接申请入会'),
    })
  })

  test('may name an employer the register does not know; the officer finds it before talking to it', async () => {
    await expect(as(tan).wish({ firmName: '辅城坳新开的修车铺' })).rejects.toMatchObject({ status: 422 })
    const { id } = await as(tan).wish({ firmName: '辅城坳印刷厂', place: small.pinghu.path })
    await expect(as(clerkSong).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(as(officerLi).contact({ id, note: '去过了' })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('登记册'),
    })
    await as(officerLi).contact({ id, note: '就是沐穗棠', enterpriseId: printing.id })
    const seen = await as(clerkSong).get({ id })
    expect(seen).toMatchObject({ place: small.fuchengao.shortName, wishes: 1, firms: [{ name: printing.name }] })
  })

  test('must be signed in', async () => {
    await expect(as(small.visitor).wish({ enterpriseId: freight.id })).rejects.toMatchObject({ status: 401 })
  })
})

describe('an informant', () => {
  test('hands in a lead that names its source, not the person', async () => {
    const { id } = await as(small.informantSun.actor).wish({ enterpriseId: small.firms.school.id })
    const seen = await as(small.clerks.shengping.actor).get({ id })
    expect([seen.origin, JSON.stringify(seen).includes('孙丽娟')]).toEqual(['informant', false])
  })
})
