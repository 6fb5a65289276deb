import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { visitor } from '../../kernel/access/actor.ts'
import { personFromReceipt } from '../../kernel/crypto/secrets.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { line } from './line.ts'
import { openAppeals } from './testing.ts'

let room: Awaited<ReturnType<typeof openAppeals>>
beforeAll(async () => {
  room = await openAppeals()
})
afterAll(() => room.district.close())

describe('who may see and do what', () => {
  test('a visitor appeals without a name and follows by receipt', async () => {
    const nobody = room.as(visitor('440307'))
    const sent = await nobody.receive({
      story: '厂里不买社保',
      enterpriseId: small.firms.factory.id,
      isAnonymous: true,
    })
    expect(sent.receipt).not.toBeNull()
    const holder = room.as({ ...visitor('440307'), personId: personFromReceipt(sent.receipt ?? '') })
    expect((await holder.mine({})).map((matter) => matter.id)).toEqual([sent.id])
    await expect(nobody.follow({ id: sent.id })).rejects.toMatchObject({ status: 404 })
    const seen = await room.li().get({ id: sent.id })
    expect(seen).toMatchObject({ isAnonymous: true, contactName: null, contactPhone: null })
  })

  test('the rider’s matters take the same few statements, be they one or six', async () => {
    for (let i = 0; i < 6; i++) await room.appealAt('assigned')
    let statements = 0
    const count = (n: number) => {
      statements = n
    }
    const mine = (await perform(room.district.house, line, 'mine', {}, { actor: small.riderZhang.actor, count })) as {
      assigneeName: string
    }[]
    expect(mine.length).toBeGreaterThanOrEqual(6)
    expect(mine[0]?.assigneeName).toBe('林志强')
    expect(statements).toBe(6)
  })

  test('nameless and signed in do not go together: too much of a session remembers who it was', async () => {
    const nameless = room.rider().receive({ story: '厂里不买社保', isAnonymous: true })
    await expect(nameless).rejects.toMatchObject({ status: 422, message: expect.stringContaining('退出登录') })
  })

  test('the rider’s name stands nowhere in what the officer sees before she asks for it', async () => {
    const id = await room.appealAt('received')
    await room.rider().supplement({ id, message: '又找到一张工资条' })
    const seen = await room.li().get({ id })
    expect(JSON.stringify(seen)).not.toContain('张建民')
    expect(seen.events.map((event) => event.actorName)).toEqual(['本人', '本人'])
  })

  test('an informant follows what she handed in herself', async () => {
    const sun = room.as(small.informantSun.actor)
    const { id } = await sun.receive({ story: '车间要裁员', enterpriseId: small.firms.factory.id })
    expect((await sun.follow({ id })).state).toBe('received')
    expect((await room.li().get({ id })).channel).toBe('informant')
  })

  test('another street and another federation do not know of it', async () => {
    const id = await room.appealAt('accepted')
    await expect(room.as(small.officerYe.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(room.as(small.other.officer.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(room.as(small.mediatorGao.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(room.as(small.systemAdmin.actor).list({})).rejects.toMatchObject({ status: 403 })
    await expect(room.as(visitor('440307')).list({})).rejects.toMatchObject({ status: 401 })
  })

  test('the mediator sees only what is assigned to him', async () => {
    await room.appealAt('accepted')
    const { rows } = await room.lin().list({ scope: 'all', limit: 200 })
    expect(rows.every((row) => row.assigneeName === '林志强')).toBe(true)
  })

  test('the community clerk sees what the street handles and leaves it to the street', async () => {
    const id = await room.appealAt('received')
    const seen = await room.as(small.clerks.bainikeng.actor).get({ id })
    expect(seen.verbs.find((verb) => verb.verb === 'accept')).toMatchObject({
      enabled: false,
      why: '现在由别的工会承办',
    })
    await expect(room.as(small.clerks.bainikeng.actor).accept({ id })).rejects.toMatchObject({ status: 403 })
  })

  test('the contact is masked, and opened only for a reason that the audit keeps', async () => {
    const id = await room.appealAt('received')
    const seen = await room.li().get({ id })
    expect(seen.contactName).toBe('张*')
    expect(seen.contactPhone).toMatch(/^\d{3}\*{4}\d{4}$/)
    await expect(room.li().reveal({ id, reason: '看' })).rejects.toMatchObject({ status: 400 })
    expect(await room.li().reveal({ id, reason: '约当事人面谈' })).toEqual({
      name: '张建民',
      phone: small.riderZhang.phone,
    })
    const twice = room.as(small.officerLi.actor, 'reveal-twice')
    await twice.reveal({ id, reason: '再次核对电话' })
    await expect(twice.reveal({ id, reason: '再次核对电话' })).rejects.toMatchObject({ status: 409 })
    const kept = await asOwner(room.district.db, (tx) =>
      tx.selectFrom('idempotency_keys').selectAll().where('key', '=', 'reveal-twice').execute(),
    )
    expect(JSON.stringify(kept)).not.toContain(small.riderZhang.phone)
    const lines = await asOwner(room.district.db, (tx) =>
      tx
        .selectFrom('audit_log')
        .select(['action', 'reason'])
        .where('record_id', '=', id)
        .where('action', '=', 'appeals.reveal')
        .execute(),
    )
    expect(lines.map((entry) => entry.reason)).toEqual(expect.arrayContaining(['约当事人面谈', '再次核对电话']))
    expect(lines).toHaveLength(2)
  })

  test('nothing personal stands in the clear in the database', async () => {
    const id = await room.appealAt('answered')
    const row = await asOwner(room.district.db, (tx) =>
      tx.selectFrom('appeals').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    const text = JSON.stringify(row)
    for (const secret of ['张建民', small.riderZhang.phone, '三个月配送费', '本周付清'])
      expect(text).not.toContain(secret)
  })
})
