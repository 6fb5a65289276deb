import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { MONDAY } from '../../district/testing.ts'
import { contract as transfersContract } from '../transfers/contract.ts'
import { line as transfers } from '../transfers/line.ts'
import { numberOf, openMembership, riding } from './testing.ts'

const open = () => openMembership(transfers, transfersContract)
let room: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  room = await open()
})
afterAll(() => room.close())
beforeEach(() => room.district.clock.set(MONDAY))

const clerk = () => room.as(small.clerks.bainikeng.actor)
const li = () => room.as(small.officerLi.actor)
const station = small.station.union
const atStation = { enterpriseId: small.station.id, newFormKind: 'food_rider', livesOnWages: true } as const

describe('小陈, who rides for the station and has not joined', () => {
  test('asks without typing again what is known, is taken in by the clerk of the community, and has a card', async () => {
    const chen = () => room.as(small.riderChen.actor)
    expect(await chen().start({})).toMatchObject({ standing: 'none', known: { name: '陈*' }, openId: null })
    expect(await chen().card({})).toBeNull()
    const to = await chen().destination({ enterpriseId: small.station.id })
    expect(to).toMatchObject({
      way: 'own',
      unionName: station?.name,
      decidedBy: small.bainikeng.name,
      dueOn: '2026-03-05',
    })
    const { id, number, kind } = await chen().apply(atStation)
    expect(kind).toBe('application')
    expect(number).toMatch(/^RH2026-\d{4}$/)
    const seen = await clerk().get({ id })
    expect(seen).toMatchObject({
      name: '陈*',
      state: 'applied',
      unitName: small.bainikeng.name,
      newFormTitle: '外卖配送员',
    })
    expect(seen.clocks).toMatchObject([{ name: 'decide', dueAt: '2026-03-05T15:59:59.999Z', metAt: null }])
    await clerk().approve({ id, confirmsWork: true })
    expect(await room.person(small.riderChen.id)).toMatchObject({
      membership: 'full',
      union_id: station?.id,
      member_since: '2026-03-02',
      joined_on: '2026-03-02',
      verified_level: 4,
      verified_channel: 'employer',
      new_form_kind: 'food_rider',
      member_number: expect.stringMatching(/^HY2026-\d{4}$/),
    })
    expect(await chen().card({})).toMatchObject({
      name: '陈小波',
      standing: 'full',
      memberSince: '2026-03-02',
      level: 4,
    })
    expect(await room.noticesOf(small.riderChen.id)).toMatchObject([{ body: expect.stringContaining('同意您入会') }])
    const [mine] = await chen().mine({})
    expect(mine).toMatchObject({ state: 'approved', isOpen: false, canWithdraw: false })
    expect(await room.figure('approved')).toBe(1)
    expect(await room.figure('inTime')).toBe(1)
    expect(await room.figure('foodRiders')).toBe(1)
    await expect(chen().apply(atStation)).rejects.toMatchObject({ status: 409, details: { next: 'card' } })
  })
})

describe('an application', () => {
  test('of somebody without a firm waits in the pool of the street, is placed in a union later, and counts once', async () => {
    const rider = await room.newcomer()
    const me = () => room.as(rider.actor)
    const to = await me().destination({ newFormKind: 'food_rider', street: small.pinghu.path })
    expect(to).toMatchObject({ way: 'pool', decidedBy: small.pinghu.name })
    const before = await room.figure('approved')
    const { id } = await me().apply({ ...riding, name: '温如玉', idNumber: numberOf() })
    const seen = await li().get({ id })
    expect(seen.verbs.filter(({ primary }) => primary).map(({ verb }) => verb)).toEqual(['pool'])
    await expect(li().approve({ id })).rejects.toMatchObject({ status: 422 })
    await li().pool({ id })
    expect(await room.person(rider.id)).toMatchObject({
      name: '温如玉',
      membership: 'pooled',
      org_path: '440307.003.pool.',
    })
    expect((await me().card({}))?.standing).toBe('pooled')
    room.district.clock.advance({ days: 40 })
    const pooled = await li().poolList({})
    expect(pooled.rows).toMatchObject([{ personId: rider.id, days: 40, newFormTitle: '外卖配送员', matterId: id }])
    expect(await li().poolByStreet({})).toMatchObject([{ name: '平湖街道', people: 1, oldestSince: '2026-03-02' }])
    expect(await room.figure('pooled')).toBe(1)
    await li().place({ personId: rider.id, unionId: station?.id ?? '' })
    expect(await room.person(rider.id)).toMatchObject({ membership: 'full', union_id: station?.id })
    expect(await room.matter(id)).toMatchObject({ state: 'approved', decided_at: MONDAY })
    expect(await room.figure('approved')).toBe(before + 1)
    expect(await room.figure('pooled')).toBe(0)
    await expect(li().place({ personId: rider.id, unionId: station?.id ?? '' })).rejects.toMatchObject({ status: 409 })
  })

  test('of a firm without a union goes to the union of its community', async () => {
    const rider = await room.newcomer('13900139001')
    const to = await room.as(rider.actor).destination({ enterpriseId: small.freight.id })
    expect(to).toMatchObject({ way: 'place', unionName: small.shuijing.name, decidedBy: small.shuijing.name })
  })

  test('stands still while something is to be supplemented, and goes on where it stood', async () => {
    const rider = await room.newcomer('13900139002')
    const me = () => room.as(rider.actor)
    const { id } = await me().apply({ ...atStation, name: '彭来', idNumber: numberOf() })
    await clerk().askSupplement({ id, note: '名字和证件对不上' })
    room.district.clock.advance({ days: 7 })
    await room.runJobs()
    expect(await room.matter(id)).toMatchObject({ state: 'supplementing', escalations: 0 })
    await expect(me().resubmit({ id })).rejects.toMatchObject({ status: 422 })
    await me().resubmit({ id, name: '彭来福', idNumber: numberOf() })
    const seen = await clerk().get({ id })
    expect(seen).toMatchObject({ state: 'applied', askedFor: '' })
    expect(seen.clocks[0]?.dueAt).toBe('2026-03-12T15:59:59.999Z')
    await clerk().approve({ id })
    expect(await room.person(rider.id)).toMatchObject({ name: '彭来福', verified_level: 1, verified_on: null })
  })

  test('is declined with a reason the worker reads, or withdrawn by the worker, and then free to be asked again', async () => {
    const rider = await room.newcomer('13900139003')
    const me = () => room.as(rider.actor)
    const asked = { ...atStation, name: '苗可', idNumber: numberOf() }
    const first = await me().apply(asked)
    await expect(me().apply(asked)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('我的事项') })
    await clerk().decline({ id: first.id, reason: 'not_here', note: '站点没有这个人' })
    expect((await me().follow({ id: first.id })).steps.at(-1)?.message).toContain('站点没有这个人')
    const second = await me().apply(asked)
    await me().withdraw({ id: second.id })
    expect(await room.matter(second.id)).toMatchObject({ state: 'withdrawn', decided_at: null })
    await expect(clerk().approve({ id: second.id })).rejects.toMatchObject({ status: 409 })
  })

  test('is decided once, however many officers press at the same moment', async () => {
    const rider = await room.newcomer('13900139004')
    const { id } = await room.as(rider.actor).apply({ ...atStation, name: '申明', idNumber: numberOf() })
    const tries = await Promise.allSettled([
      clerk().approve({ id }),
      li().decline({ id, reason: 'other', note: '重复' }),
      clerk().approve({ id }),
    ])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const key = '01890000-0000-7000-8000-00000000cafe'
    const other = await room.newcomer('13900139005')
    const asked = { ...atStation, name: '双击', idNumber: numberOf() }
    const [one, two] = await Promise.all([
      room.as(other.actor, key).apply(asked),
      room.as(other.actor, key).apply(asked),
    ])
    expect(one).toEqual(two)
  })

  test('is sent on to another union of the officer, not to another street', async () => {
    const rider = await room.newcomer('13900139006')
    const { id } = await room.as(rider.actor).apply({ ...riding, name: '史向', idNumber: numberOf() })
    await expect(li().redirect({ id, unitPath: small.gankeng.path, note: '在甘坑上班' })).rejects.toMatchObject({
      status: 422,
    })
    await li().redirect({ id, unitPath: small.bainikeng.path, note: '在白泥坑上班' })
    expect(await room.matter(id)).toMatchObject({ unit_path: small.bainikeng.path, union_id: small.bainikeng.id })
    await expect(room.as(small.officerYe.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(room.as(small.other.officer.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(room.as(small.systemAdmin.actor).list({})).rejects.toMatchObject({ status: 403 })
    await expect(room.as(small.riderZhang.actor).follow({ id })).rejects.toMatchObject({ status: 404 })
  })
})
