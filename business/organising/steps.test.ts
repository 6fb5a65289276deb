import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { makeIdNumber } from '../../kernel/people/identity.ts'
import { applicants, clerkSong, officerLi, officerWang, openFoundings, printing } from './testing.ts'

let district: Awaited<ReturnType<typeof openFoundings>>
beforeAll(async () => {
  district = await openFoundings()
})
afterAll(() => district.close())
const as = (actor: Actor, key?: string) => district.as(actor, key)
const drop = { reason: 'refused', note: '单位不愿意，先放一放' } as const

describe('leads', () => {
  test('come from the register: firms that should have a union, the largest first, with the day it was due', async () => {
    const { rows } = await as(officerWang).firms({})
    expect(rows.map(({ name, headcount }) => [name, headcount])).toEqual([
      [printing.name, 60],
      [small.firms.freight.name, 40],
      [small.firms.school.name, 26],
    ])
    expect(rows[0]).toMatchObject({ dueOn: '2008-09-01', isOverdue: true, place: small.fuchengao.shortName })
    const small25 = await as(officerWang).firms({ size: 'small' })
    expect(small25.rows.map(({ name }) => name)).toEqual([small.firms.grocery.name])
    await expect(as(clerkSong).firms({ under: small.jihua.path })).rejects.toMatchObject({ status: 403 })
  })

  test('in pages that neither repeat nor lose one', async () => {
    const first = await as(officerWang).firms({ limit: 2, size: 'all' })
    const second = await as(officerWang).firms({ limit: 2, size: 'all', after: first.next ?? '' })
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    expect([ids.length, new Set(ids).size, second.next]).toEqual([4, 4, null])
    await expect(as(officerWang).firms({ after: 'x' })).rejects.toMatchObject({ status: 400 })
  })

  test('a firm has one founding at a time; a second lead is shown the way to the first', async () => {
    const { id, number } = await as(clerkSong).receive({ enterpriseIds: [printing.id] })
    await expect(as(officerLi).receive({ enterpriseIds: [printing.id] })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining(number),
      details: { id },
    })
    await as(clerkSong).drop({ id, ...drop })
    const again = await as(officerLi).receive({ enterpriseIds: [printing.id] })
    expect(again.id).not.toBe(id)
    await as(officerLi).drop({ id: again.id, ...drop })
  })

  test('are refused for what has a union, has closed, lies elsewhere, or does not fit the form', async () => {
    const { factory, clothing, freight } = small.firms
    const lead = (enterpriseIds: string[], form: 'single' | 'joint' = 'single') =>
      as(clerkSong).receive({ enterpriseIds, form })
    await expect(lead([factory.id])).rejects.toMatchObject({ status: 409 })
    await expect(as(officerWang).receive({ enterpriseIds: [clothing.id] })).rejects.toMatchObject({ status: 409 })
    await expect(lead([freight.id])).rejects.toMatchObject({ status: 403 })
    await expect(lead([printing.id], 'joint')).rejects.toMatchObject({ status: 422 })
    await expect(lead(['00000000-0000-4000-8000-000000000000'])).rejects.toMatchObject({ status: 422 })
  })
})

describe('on the way', () => {
  let id: string
  beforeEach(async () => {
    id = await district.recruiting()
    return async () =>
      void (await as(clerkSong)
        .drop({ id, ...drop })
        .catch(() => undefined))
  })

  test('who reported the preparation does not approve it: 何建平 leaves it to 王芳', async () => {
    const [school] = [small.firms.school.id]
    const he = small.officerHe.actor
    const { id: own } = await as(he).receive({ enterpriseIds: [school] })
    await as(he).contact({ id: own, note: '校长同意' })
    await as(he).prepare({ id: own, unionName: '琢瑾篆培训工会委员会', form: 'single', termYears: 5 })
    const offered = (await as(he).get({ id: own })).verbs.find(({ verb }) => verb === 'approvePrep')
    expect(offered).toMatchObject({ enabled: false, why: '报筹建和批复筹建要由两个人做' })
    await expect(as(he).approvePrep({ id: own })).rejects.toMatchObject({ status: 422 })
    expect(await as(officerWang).approvePrep({ id: own })).toMatchObject({ state: 'recruiting' })
  })

  test('the community cannot approve what is with the street, and waits for it', async () => {
    const shops = await district.addSmallFirms([9, 7])
    const { id: joint } = await as(clerkSong).receive({ enterpriseIds: shops, form: 'joint' })
    await as(clerkSong).contact({ id: joint, note: '两家店主都同意' })
    await as(clerkSong).prepare({ id: joint, unionName: '辅城坳第三联合工会委员会', form: 'joint', termYears: 3 })
    await expect(as(clerkSong).approvePrep({ id: joint })).rejects.toMatchObject({ status: 403 })
    await as(officerLi).refusePrep({ id: joint, note: '请把两家的人数核实一下' })
    expect((await as(clerkSong).get({ id: joint })).clocks.filter(({ metAt }) => !metAt)).toMatchObject([
      { name: 'prepare' },
    ])
  })

  test('two officers at once: one wins, the other is told', async () => {
    const results = await Promise.allSettled([
      as(clerkSong).pause({ id, note: '单位搬迁' }),
      as(officerLi).pause({ id, note: '单位停产' }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'].sort())
    const lost = results.find((one) => one.status === 'rejected')
    expect(lost).toMatchObject({ reason: { status: 409 } })
  })

  test('pressed twice it is done once', async () => {
    const [person] = applicants(printing.id, 1, 0, 60)
    if (!person) throw new Error('nobody')
    const first = await as(clerkSong, 'enrol-press-1').enrol({ id, ...person })
    expect(await as(clerkSong, 'enrol-press-1').enrol({ id, ...person })).toEqual(first)
    const { events, heads } = await as(clerkSong).get({ id })
    expect([heads.members, events.filter(({ verb }) => verb === 'recruit').length]).toEqual([1, 1])
  })

  test('a pause stops the clock, and it goes on where it stood', async () => {
    const due = async () => (await as(clerkSong).get({ id })).clocks.find(({ name }) => name === 'elect')?.dueAt ?? ''
    const before = await due()
    await as(clerkSong).pause({ id, note: '单位搬迁' })
    district.clock.advance({ days: 10 })
    const { verbs } = await as(clerkSong).get({ id })
    expect(verbs.map(({ verb }) => verb)).toEqual(['resumeRecruiting', 'drop'])
    expect(await as(clerkSong).resume({ id })).toMatchObject({ state: 'recruiting' })
    expect(Date.parse(await due()) - Date.parse(before)).toBe(10 * 86_400_000)
  })

  test('members: a child, a stranger, somebody elsewhere a member, and a name that is not the number’s are refused', async () => {
    const enrol = (name: string, birthOn: string, sequence: number) =>
      as(clerkSong).enrol({ id, name, idNumber: makeIdNumber({ region: '430524', birthOn, sequence }) })
    await expect(enrol('小工', '2012-01-01', 1)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('童工'),
    })
    await expect(as(clerkSong).recruit({ id, personIds: [small.workerLuo.id] })).rejects.toMatchObject({ status: 422 })
    await expect(as(officerWang).recruit({ id, personIds: [small.workerLuo.id] })).rejects.toMatchObject({
      message: expect.stringContaining('不是这些单位的职工'),
    })
    await asOwner(district.db, (tx) =>
      tx.updateTable('persons').set({ enterprise_id: printing.id }).where('id', '=', small.workerLiu.id).execute(),
    )
    await expect(as(officerWang).recruit({ id, personIds: [small.workerLiu.id] })).rejects.toMatchObject({
      message: expect.stringContaining('先办转会'),
    })
    await enrol('王小明', '1991-03-03', 3)
    await expect(enrol('王大明', '1991-03-03', 3)).rejects.toMatchObject({ status: 422 })
    const { rows } = await as(clerkSong).members({ id })
    await as(clerkSong).unrecruit({ id, personId: rows[0]?.id ?? '', note: '本人收回申请' })
    expect((await as(clerkSong).members({ id })).rows).toEqual([])
    expect((await as(clerkSong).workers({ id })).rows.map(({ name, bar }) => [name, bar])).toContainEqual([
      '王小明',
      null,
    ])
  })

  test('another street, another federation and the administrators know nothing of it', async () => {
    await expect(as(small.officerYe.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(as(small.other.officer.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(as(small.systemAdmin.actor).list({})).rejects.toMatchObject({ status: 403 })
  })
})
