import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { lineJob } from '../../kernel/jobs/registered.ts'
import { jobs } from './expiry.ts'
import { openCoverage, TODAY } from './testing.ts'

let room: Awaited<ReturnType<typeof openCoverage>>
beforeAll(async () => {
  room = await openCoverage()
})
afterAll(() => room.district.close())

const station = {
  enterpriseId: small.firms.station.id,
  reason: 'moved',
  evidence: '站点已撤',
  untilOn: '2026-06-30',
} as const
const expire = async () => {
  for (const job of jobs) await lineJob(room.district.house, 'coverage', job).run({}, async () => {})
}

describe('列入不计', () => {
  test('is proposed by the clerk, approved by name one union higher, and stands beside the rate until its day', async () => {
    expect(await room.shares()).toEqual({ large: '7/7', middle: '5/8' })
    const { id, number, state } = await room.clerk().propose(station)
    expect([number, state]).toEqual([expect.stringMatching(/^JHFG2026-\d{4}$/), 'proposed'])
    expect((await room.shares()).middle).toBe('5/8')
    expect((await room.li().approve({ id, note: '实地看过' })).state).toBe('approved')
    expect((await room.shares()).middle).toBe('4/7')
    expect((await room.shares({ on: '2026-03-01' })).middle).toBe('5/8')
    expect(await room.wang().exclusions({})).toMatchObject([
      {
        id,
        name: small.firms.station.name,
        place: '平湖街道 · 白泥坑社区',
        reason: 'moved',
        approvedOn: TODAY,
        untilOn: '2026-06-30',
        proposedBy: expect.stringContaining('谢婷'),
        approvedBy: expect.stringContaining('李敏'),
      },
    ])
    expect(await room.clerk().get({ id })).toMatchObject({
      state: 'approved',
      evidence: '站点已撤',
      verbs: [],
    })
    expect((await room.li().lift({ id, note: '又开工了' })).state).toBe('ended')
    expect((await room.shares()).middle).toBe('5/8')
    expect(await room.wang().exclusions({})).toEqual([])
  })

  test('is over on its day whether or not the nightly job has run, and the job closes it', async () => {
    const id = await room.excluded(small.firms.station, '2026-03-05')
    room.district.clock.set('2026-03-05T01:00:00.000Z')
    expect((await room.shares()).middle).toBe('5/8')
    expect((await room.shares({ on: '2026-03-04' })).middle).toBe('4/7')
    await expire()
    expect(await room.li().get({ id })).toMatchObject({ state: 'ended', endedOn: '2026-03-05' })
    await expire()
    room.district.clock.set('2026-03-02T01:00:00.000Z')
  })

  test('is not decided by who proposed it, nor by the union that proposed it', async () => {
    const { id } = await room.li().propose({ ...station, enterpriseId: small.firms.printing.id })
    await expect(room.li().approve({ id })).rejects.toMatchObject({ status: 403 })
    await room.wang().refuse({ id, note: '材料不够' })
    const own = await room.wang().propose({ ...station, enterpriseId: small.firms.printing.id })
    await expect(room.wang().approve({ id: own.id })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('两个人'),
    })
    await expect(room.clerk().approve({ id: own.id })).rejects.toMatchObject({ status: 403 })
    await asOwner(room.district.db, (tx) =>
      tx.updateTable('coverage').set({ state: 'refused' }).where('id', '=', own.id).execute(),
    )
  })

  test('is proposed once, answered once: a double click gets the same answer, a second officer the word that it is there', async () => {
    const first = await room.as(small.clerks.bainikeng.actor, 'click').propose(station)
    expect(await room.as(small.clerks.bainikeng.actor, 'click').propose(station)).toEqual(first)
    await expect(room.li().propose(station)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining(first.number),
    })
    const answers = await Promise.allSettled([
      room.li().approve({ id: first.id }),
      room.wang().refuse({ id: first.id, note: '不像' }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(answers.find((answer) => answer.status === 'rejected')).toMatchObject({ reason: { status: 409 } })
    await expect(room.li().approve({ id: first.id })).rejects.toMatchObject({ status: 409 })
    const { state } = await room.li().get({ id: first.id })
    if (state === 'approved') await room.li().lift({ id: first.id, note: '试过了' })
  })

  test('refuses what cannot be, and says what to do', async () => {
    const propose = (change: Partial<Parameters<ReturnType<typeof room.clerk>['propose']>[0]>) =>
      room.clerk().propose({ ...station, ...change })
    await expect(propose({ untilOn: TODAY })).rejects.toMatchObject({ status: 422, message: '截止日期要在今天之后' })
    await expect(propose({ untilOn: '2027-03-03' })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('2027-03-02'),
    })
    await expect(propose({ enterpriseId: small.firms.software.id })).rejects.toMatchObject({ status: 403 })
    await expect(propose({ evidence: '' })).rejects.toMatchObject({ status: 400 })
    await expect(room.wang().propose({ ...station, enterpriseId: small.firms.clothing.id })).rejects.toMatchObject({
      status: 422,
    })
    await expect(propose({ files: ['00000000-0000-7000-8000-000000000001'] })).rejects.toMatchObject({ status: 404 })
  })

  test('cannot be approved after its last day', async () => {
    const { id } = await room.clerk().propose({ ...station, untilOn: '2026-03-04' })
    room.district.clock.set('2026-03-04T01:00:00.000Z')
    await expect(room.li().approve({ id })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('2026-03-04'),
    })
    await room.li().refuse({ id, note: '过期了' })
    room.district.clock.set('2026-03-02T01:00:00.000Z')
  })
})

describe('who sees the rates', () => {
  test('the leader sees the district, a street itself and below, nobody beyond', async () => {
    const leader = room.as(small.leaderChen.actor)
    expect((await leader.rates({})).places.map(({ name }) => name)).toEqual(['平湖街道', '吉华街道', '龙城街道'])
    const li = await room.li().rates({})
    expect(li.place.path).toBe(small.pinghu.path)
    expect(li.places.map(({ name }) => name)).toHaveLength(3)
    await expect(room.li().rates({ place: small.jihua.path })).rejects.toMatchObject({ status: 403 })
    await expect(room.li().firms({ place: '440307.' })).rejects.toMatchObject({ status: 403 })
    await expect(room.as(small.systemAdmin.actor).rates({})).rejects.toMatchObject({ status: 403 })
    await expect(room.as(small.riderZhang.actor).watch({})).rejects.toMatchObject({ status: 403 })
    expect((await room.as(small.other.officer.actor).rates({})).bands.every(({ base }) => base === 0)).toBe(true)
    await expect(room.as(small.other.officer.actor).rates({ place: '440307.' })).rejects.toMatchObject({ status: 403 })
  })

  test('another street does not open an exclusion, though its approved ones stand beside the rate of the district', async () => {
    const id = await room.excluded(small.firms.station)
    await expect(room.as(small.officerYe.actor).get({ id })).rejects.toMatchObject({ status: 403 })
    const { id: waiting } = await room.clerk().propose({ ...station, enterpriseId: small.firms.hardware.id })
    await expect(room.as(small.officerYe.actor).get({ id: waiting })).rejects.toMatchObject({ status: 404 })
    await expect(room.as(small.other.officer.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await room.li().lift({ id, note: '试过了' })
    await room.li().refuse({ id: waiting, note: '试过了' })
  })
})
