import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { contract as transfersContract } from '../transfers/contract.ts'
import { line as transfers } from '../transfers/line.ts'
import { numberOf, openMembership } from './testing.ts'

const open = () => openMembership(transfers, transfersContract)
let room: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  room = await open()
})
afterAll(() => room.close())

const atFactory = { enterpriseId: small.factory.id, livesOnWages: true } as const

describe('somebody of fifteen who asks to join', () => {
  test('is not turned away: the rights department of the district is told, and nobody at the employer or in the street can see it', async () => {
    const child = await room.newcomer()
    const me = room.as(child.actor)
    const { id } = await me.apply({ ...atFactory, name: '小明', idNumber: numberOf('2010-06-01') })
    await room.runJobs()
    const told = await room.noticesOf(small.officerWang.id)
    expect(told).toMatchObject([{ record_id: id, title: expect.stringContaining('16 周岁') }])
    expect(JSON.stringify(told)).not.toContain('小明')
    expect(await room.noticesOf(small.chairZhao.id)).toEqual([])
    for (const near of [small.chairZhao, small.clerks.bainikeng, small.officerLi])
      await expect(room.as(near.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    const seen = await room.as(small.officerWang.actor).get({ id })
    expect(seen).toMatchObject({ state: 'protecting', age: 15, title: '入会申请：由区总工会核对' })
    expect(seen.clocks).toMatchObject([{ name: 'protect' }])
    expect((await me.follow({ id })).steps[0]?.message).toContain('不会把这件事告诉单位')
    await expect(room.as(small.officerWang.actor).approve({ id })).rejects.toMatchObject({ status: 409 })
    await room.as(small.officerWang.actor).conclude({ id, note: '已送回家，工钱已结清' })
    expect(await room.matter(id)).toMatchObject({ state: 'declined', decline_reason: 'under_age' })
    expect(await room.figure('received')).toBe(0)
  })

  test('is found out too when the number was corrected later', async () => {
    const child = await room.newcomer('13900139001')
    const { id } = await room.as(child.actor).apply({ ...atFactory, name: '小红', idNumber: numberOf('1995-06-01') })
    await room.as(small.chairZhao.actor).askSupplement({ id, note: '证件号码不是本人的' })
    await room.as(child.actor).resubmit({ id, name: '小红', idNumber: numberOf('2011-01-01') })
    await room.runJobs()
    expect(await room.matter(id)).toMatchObject({ state: 'protecting', unit_path: '440307.' })
    await expect(room.as(small.chairZhao.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    expect(await room.noticesOf(small.officerWang.id)).toHaveLength(2)
  })
})

test('somebody of seventeen joins, and the officer reads that she is specially protected', async () => {
  const young = await room.newcomer('13900139002')
  const { id } = await room.as(young.actor).apply({ ...atFactory, name: '小青', idNumber: numberOf('2008-06-01') })
  expect(await room.as(small.chairZhao.actor).get({ id })).toMatchObject({ isJuvenile: true, age: 17 })
  await room.as(small.chairZhao.actor).approve({ id })
  expect(await room.person(young.id)).toMatchObject({ membership: 'full' })
})

describe('who the registry knows already', () => {
  test('under the same number elsewhere, hidden from the one who decides, becomes one person with the applicant', async () => {
    const idNumber = numberOf()
    const twin = await room.as(small.officerYe.actor).receive({
      name: '罗双',
      idNumber,
      enterpriseId: small.eyewear.id,
      hasSignedPaper: true,
    })
    const first = await room.matter(twin.id)
    await room.as(small.officerYe.actor).decline({ id: twin.id, reason: 'not_here', note: '已离开吉华' })
    const me = await room.newcomer('13900139003')
    const { id } = await room.as(me.actor).apply({ ...atFactory, name: '罗双', idNumber })
    expect(await room.as(small.chairZhao.actor).get({ id })).toMatchObject({ twin: 'same_name' })
    await room.as(small.chairZhao.actor).approve({ id })
    expect(await room.person(first.person_id)).toMatchObject({ merged_into: me.id, membership: 'none' })
    expect(await room.person(me.id)).toMatchObject({
      membership: 'full',
      union_id: small.factory.union?.id,
      name: '罗双',
    })
  })

  test('under another name is not merged: the documents are to be looked at', async () => {
    const me = await room.newcomer('13900139004')
    const { id } = await room.as(me.actor).apply({ ...atFactory, name: '不是他', idNumber: small.workerPan.idNumber })
    expect(await room.as(small.chairZhao.actor).get({ id })).toMatchObject({ twin: 'member_elsewhere' })
    await expect(room.as(small.chairZhao.actor).approve({ id })).rejects.toMatchObject({ status: 409 })
    expect(await room.matter(id)).toMatchObject({ state: 'applied' })
    expect(await room.person(me.id)).toMatchObject({ merged_into: null, membership: 'none' })
    await room.as(me.actor).withdraw({ id })
  })

  test('as a member elsewhere is not taken in twice: his old record is kept and a transfer is opened', async () => {
    const pan = small.workerPan
    const me = await room.newcomer('13900139005')
    const { id } = await room.as(me.actor).apply({ ...atFactory, name: pan.name, idNumber: pan.idNumber })
    await room.as(small.chairZhao.actor).approve({ id })
    const other = await room.matter(id)
    expect(other).toMatchObject({ state: 'moved', person_id: pan.id })
    expect(await room.person(pan.id)).toMatchObject({ membership: 'full', union_id: small.optics.union?.id })
    expect(await room.person(me.id)).toMatchObject({ merged_into: pan.id })
    const transfer = await room.transfersAs(small.chairZhao.actor).get({ id: other.transfer_id ?? '' })
    expect(transfer).toMatchObject({ kind: 'transfer', state: 'releasing' })
  })

  test('as a member who asks for another union is led to a transfer at once', async () => {
    const liu = room.as(small.workerLiu.actor)
    expect(await liu.start({})).toMatchObject({ standing: 'full' })
    const done = await liu.apply({ enterpriseId: small.optics.id, livesOnWages: true })
    expect(done.kind).toBe('transfer')
    await expect(
      liu.apply({ street: small.pinghu.path, newFormKind: 'courier', livesOnWages: true }),
    ).rejects.toMatchObject({ status: 409, details: { next: 'membership' } })
  })
})
