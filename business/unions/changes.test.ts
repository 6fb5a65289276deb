import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { openUnions, unionOf } from './testing.ts'

let room: Awaited<ReturnType<typeof openUnions>>
beforeAll(async () => {
  room = await openUnions()
  await room.begin(small.factory, '2022-03-15', [{ person: small.chairZhao, duty: 'chair' }])
  await room.certify(small.factory, '证字一号', '2022-04-01', '2027-03-14')
  await room.begin(small.plastics, '2021-04-01')
})
afterAll(() => room.district.close())

const factory = unionOf(small.factory).id
const plastics = unionOf(small.plastics).id

/** Asked by the clerk of 白泥坑, looked through by the street, decided by the district. */
async function approved(asked: Parameters<ReturnType<typeof room.xie>['request']>[0]): Promise<string> {
  const { id } = await room.xie().request(asked)
  await room.li().review({ id, note: '材料齐全' })
  await room.wang().approve({ id })
  return id
}

describe('a change of particulars', () => {
  test('goes from the chair over the community and the street to its end, each told and kept apart', async () => {
    const asked = {
      orgId: factory,
      kind: 'particulars',
      reason: '公司更名，工会随之更名',
      changedOn: '2026-02-20',
      newName: '深圳市岚桥栖精密科技有限公司工会委员会',
    } as const
    const { id, number } = await room.zhao().request(asked)
    expect(number).toMatch(/^GHBG2026-\d{4}$/)
    await expect(room.zhao().request(asked)).rejects.toMatchObject({ status: 409, details: { id } })
    await expect(room.zhao().review({ id })).rejects.toMatchObject({ status: 403 })
    expect((await room.xie().review({ id })).state).toBe('reviewed')
    await expect(room.xie().approve({ id })).rejects.toMatchObject({ status: 403 })
    expect((await room.li().approve({ id })).state).toBe('approved')
    await expect(room.li().carryOut({ id })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('新证书'),
    })
    await room.li().carryOut({ id, certificateNumber: '证字二号', issuedOn: '2026-03-02' })
    const seen = await room.zhao().union({ id: factory })
    expect(seen).toMatchObject({ name: asked.newName, certificateUntil: '2027-03-14' })
    expect(seen.formerNames).toEqual([{ name: '深圳市岚桥栖精密电子有限公司工会委员会', until: '2026-02-20' }])
    expect(seen.certificates.map(({ number: n, state }) => [n, state])).toEqual([
      ['证字二号', 'valid'],
      ['证字一号', 'replaced'],
    ])
    const matter = await room.zhao().get({ id })
    expect(matter).toMatchObject({ state: 'done', reason: asked.reason, certificateNumber: '证字二号', verbs: [] })
    expect(matter.clocks.map(({ name, metAt }) => [name, metAt !== null])).toEqual([
      ['review', true],
      ['approve', true],
      ['carryOut', true],
    ])
    const heard = await asOwner(room.district.db, (tx) =>
      tx.selectFrom('notices').select('body').where('recipient_id', '=', small.chairZhao.id).orderBy('at').execute(),
    )
    expect(heard.map(({ body }) => body)).toEqual([expect.stringContaining('已批准'), '变更登记已办结'])
  })

  test('is refused as a whole where something is missing, with a sentence that says what', async () => {
    const ask = (more: object) => room.zhao().request({ orgId: factory, kind: 'particulars', reason: '变更', ...more })
    await expect(ask({})).rejects.toMatchObject({ status: 422, message: expect.stringContaining('至少一项') })
    await expect(ask({ newAddress: '别处' })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('日期'),
    })
    await expect(ask({ newAddress: '别处', changedOn: '2026-03-03' })).rejects.toMatchObject({ status: 422 })
    await expect(ask({ legalPersonId: small.riderChen.id, changedOn: '2026-03-01' })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('在册会员'),
    })
  })

  test('of two officers who decide at once one wins, and the other hears who was quicker', async () => {
    const { id } = await room.xie().request({
      orgId: factory,
      kind: 'particulars',
      reason: '搬迁',
      changedOn: '2026-03-01',
      newAddress: '平湖街道新址',
    })
    const both = await Promise.allSettled([room.li().review({ id }), room.wang().review({ id })])
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    await expect(room.wang().review({ id })).rejects.toMatchObject({ status: 409 })
    await room.wang().refuse({ id, note: '请先办好租赁备案' })
    expect((await room.xie().get({ id })).state).toBe('refused')
  })

  test('sent twice by a double click is one', async () => {
    const asked = { orgId: factory, kind: 'loss', reason: '遗失', noticedOn: '2026-02-25' } as const
    const once = room.as(small.clerks.bainikeng.actor, 'click')
    const first = await once.request(asked)
    expect(await once.request(asked)).toEqual(first)
    await room.as(small.clerks.bainikeng.actor).withdraw({ id: first.id, note: '证书找到了' })
    await expect(room.xie().withdraw({ id: first.id, note: '再撤' })).rejects.toMatchObject({ status: 409 })
  })
})

describe('duties are separated', () => {
  test('who asks does not review, who reviews does not decide', async () => {
    const { id } = await room.li().request({ orgId: factory, kind: 'certificate', reason: '提前换证' })
    await expect(room.li().review({ id })).rejects.toMatchObject({ status: 403 })
    await room.wang().review({ id })
    await expect(room.wang().approve({ id })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('两个人'),
    })
    const seen = await room.wang().get({ id })
    expect(seen.verbs.find(({ verb }) => verb === 'approve')).toMatchObject({ enabled: false })
    await room.li().withdraw({ id, note: '暂不办理' })
  })

  test('another street and another federation do not know of it', async () => {
    const { id } = await room.xie().request({ orgId: factory, kind: 'certificate', reason: '换证' })
    await expect(room.as(small.officerYe.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(room.as(small.other.officer.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(
      room.as(small.chairQian.actor).request({ orgId: factory, kind: 'certificate', reason: '换证' }),
    ).rejects.toMatchObject({ status: 404 })
    await room.xie().withdraw({ id, note: '不办了' })
  })
})

describe('term and certificate', () => {
  test('an election is put off only with approval, and by half a year at most', async () => {
    const ask = (postponeTo: string) =>
      room.li().request({ orgId: plastics, kind: 'postpone', reason: '企业搬迁，五月后才能开会', postponeTo })
    await expect(ask('2026-10-01')).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('2026-09-30'),
    })
    await expect(ask('2026-03-31')).rejects.toMatchObject({ status: 422 })
    const { id } = await ask('2026-08-31')
    expect(await room.li().union({ id: plastics })).toMatchObject({ termUntil: '2026-03-31', termState: 'soon' })
    await room.wang().review({ id })
    await room.as({ ...small.officerWang.actor, personId: small.leaderChen.id }).approve({ id })
    await room.wang().carryOut({ id })
    expect(await room.li().union({ id: plastics })).toMatchObject({ termUntil: '2026-08-31', termState: 'valid' })
  })

  test('a lost certificate is made public first, then issued anew with the same expiry', async () => {
    await expect(room.xie().request({ orgId: factory, kind: 'loss', reason: '遗失' })).rejects.toMatchObject({
      status: 422,
    })
    const id = await approved({ orgId: factory, kind: 'loss', reason: '遗失', noticedOn: '2026-02-25' })
    await room.wang().carryOut({ id, certificateNumber: '证字三号', issuedOn: '2026-03-02' })
    const { certificates, certificateUntil } = await room.xie().union({ id: factory })
    expect(certificateUntil).toBe('2027-03-14')
    expect(certificates.map(({ number, state }) => [number, state])).toEqual([
      ['证字三号', 'valid'],
      ['证字二号', 'lost'],
      ['证字一号', 'replaced'],
    ])
  })

  test('the first certificate brings the union’s own code, never the employer’s, and lasts as the term', async () => {
    const station = unionOf(small.station).id
    await room.begin(small.station, '2024-01-08', [{ person: small.riderZhang, duty: 'chair' }])
    const id = await approved({ orgId: station, kind: 'certificate', reason: '首次领证' })
    const issue = (creditCode?: string) =>
      room.wang().carryOut({ id, certificateNumber: '证字九号', issuedOn: '2026-03-02', creditCode })
    await expect(issue()).rejects.toMatchObject({ status: 422, message: expect.stringContaining('81') })
    await expect(issue(small.factory.creditCode)).rejects.toMatchObject({ status: 422 })
    const { creditCodeOf } = await import('../../district/marks.ts')
    await issue(creditCodeOf('81', 777_001))
    expect(await room.xie().union({ id: station })).toMatchObject({
      creditCode: creditCodeOf('81', 777_001),
      certificateUntil: '2029-01-07',
      isRegular: true,
    })
  })
})

describe('a union that ends', () => {
  test('is not dissolved at will: the employer must have ended, or its members have decided', async () => {
    const ask = (more: object) => room.xie().request({ orgId: factory, kind: 'dissolve', reason: '撤销', ...more })
    await expect(ask({ changedOn: '2026-02-28' })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('依据'),
    })
    await expect(ask({ ground: 'enterprise_ended', changedOn: '2026-02-28' })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('1 家存续'),
    })
    await expect(ask({ ground: 'members_decided' })).rejects.toMatchObject({ status: 422 })
  })

  test('hands its members to the union above, its officers and certificate end, and it stands in no list any more', async () => {
    const before = await room.figure('alive', '2026-03-03')
    const id = await approved({
      orgId: factory,
      kind: 'dissolve',
      ground: 'members_decided',
      reason: '会员大会决定',
      changedOn: '2026-03-01',
    })
    await room.wang().carryOut({ id })
    const matter = await room.xie().get({ id })
    expect(matter).toMatchObject({ state: 'done', movedMembers: 4 })
    const people = await asOwner(room.district.db, (tx) =>
      tx
        .selectFrom('persons')
        .select(['union_id', 'membership', 'member_since'])
        .where('enterprise_id', '=', small.factory.id)
        .execute(),
    )
    expect(people.every((person) => person.union_id === small.bainikeng.id && person.membership === 'pooled')).toBe(
      true,
    )
    const union = await room.xie().union({ id: factory })
    expect(union).toMatchObject({ closedOn: '2026-03-01', officers: [], firmCount: 0, certificateUntil: null })
    expect((await room.xie().unions({ text: '岚桥栖' })).rows).toEqual([])
    expect((await room.figure('alive', '2026-03-03')).value).toBe(before.value - 1)
    expect((await room.figure('alive', '2026-03-01')).value).toBe(before.value)
    expect((await room.figure('dissolved', '2026-03-03')).value).toBe(1)
    await expect(room.xie().request({ orgId: factory, kind: 'certificate', reason: '换证' })).rejects.toMatchObject({
      status: 409,
    })
  })

  test('merges into another with its members as they are and its firms', async () => {
    const printing = unionOf(small.furniture).id
    const eyewear = unionOf(small.eyewear).id
    const ye = room.as(small.officerYe.actor)
    const { id } = await ye.request({
      orgId: eyewear,
      kind: 'merge',
      ground: 'enterprise_merged',
      reason: '两家公司合并',
      changedOn: '2026-03-01',
      intoId: printing,
    })
    await expect(
      ye.request({
        orgId: eyewear,
        kind: 'merge',
        ground: 'enterprise_merged',
        reason: '自己',
        changedOn: '2026-03-01',
        intoId: eyewear,
      }),
    ).rejects.toMatchObject({ status: 422 })
    await room.wang().review({ id })
    await room.as({ ...small.officerWang.actor, personId: small.leaderChen.id }).approve({ id })
    await room.wang().carryOut({ id })
    const kept = await ye.union({ id: printing })
    expect(kept.firms.map(({ id: firm }) => firm).sort()).toEqual([small.eyewear.id, small.furniture.id].sort())
    const luo = await asOwner(room.district.db, (tx) =>
      tx
        .selectFrom('persons')
        .select(['union_id', 'membership'])
        .where('id', '=', small.workerLuo.id)
        .executeTakeFirstOrThrow(),
    )
    expect(luo).toEqual({ union_id: printing, membership: 'full' })
  })
})
