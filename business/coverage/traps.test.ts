import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { openCoverage, TODAY } from './testing.ts'

let room: Awaited<ReturnType<typeof openCoverage>>
beforeAll(async () => {
  room = await openCoverage()
})
afterAll(() => room.district.close())

const { firms } = small
const asks = (change: object, id: string) =>
  asOwner(room.district.db, (tx) => tx.updateTable('enterprises').set(change).where('id', '=', id).execute())

describe('what makes a rate of unions wrong elsewhere', () => {
  test('a firm that moves to another street is counted there, still with its union, and once', async () => {
    const before = await room.shares({ place: small.longcheng.path })
    await room.registry().edit({ id: firms.plastics.id, place: small.ailian.path })
    expect([before.large, (await room.shares({ place: small.longcheng.path })).large]).toEqual(['2/2', '3/3'])
    expect((await room.shares()).large).toBe('7/7')
    await room.registry().edit({ id: firms.plastics.id, place: small.fuchengao.path })
  })

  test('a firm that leaves its joint union is without one from that day on, not before', async () => {
    const { union } = firms.hardware
    await room.joins(firms.hardware, null, TODAY)
    expect([(await room.shares({ on: '2026-03-01' })).middle, (await room.shares()).middle]).toEqual(['5/8', '4/8'])
    await room.joins(firms.hardware, union?.id ?? null, TODAY)
    expect((await room.shares()).middle).toBe('5/8')
  })

  test('a union that is dissolved covers nobody from that day on', async () => {
    const close = (day: string | null) =>
      asOwner(room.district.db, (tx) =>
        tx
          .updateTable('orgs')
          .set({ valid_to: day })
          .where('id', '=', firms.factory.union?.id ?? '')
          .execute(),
      )
    await close(TODAY)
    expect([(await room.shares({ on: '2026-03-01' })).large, (await room.shares()).large]).toEqual(['7/7', '6/7'])
    const { full } = await room.wang().rates({})
    expect(full).toEqual({ isFull: false, since: TODAY, days: 0 })
    await close(null)
  })

  test('a pool where members wait is no union, whatever belongs to it', async () => {
    const form = (to: 'pool' | 'joint') =>
      asOwner(room.district.db, (tx) =>
        tx
          .updateTable('orgs')
          .set({ form: to })
          .where('id', '=', firms.clinic.union?.id ?? '')
          .execute(),
      )
    await form('pool')
    expect((await room.shares()).middle).toBe('4/8')
    await form('joint')
  })

  test('a firm that has stopped work does not count while it stands still, and its past stays', async () => {
    await asks({ life: 'suspended', closed_on: TODAY }, firms.eyewear.id)
    expect([(await room.shares({ on: '2026-03-01' })).middle, (await room.shares()).middle]).toEqual(['5/8', '4/7'])
    await asks({ life: 'alive', closed_on: null }, firms.eyewear.id)
    await room.registry().setLife({ id: firms.eyewear.id, life: 'suspended', reason: '停工' })
    expect((await room.shares()).middle).toBe('4/7')
    await room.registry().setLife({ id: firms.eyewear.id, life: 'alive', reason: '复工' })
    expect((await room.shares()).middle).toBe('5/8')
  })

  test('a count of a past day that is entered late changes that day, not today', async () => {
    await room.count(firms.software, 80, '2026-01-15')
    expect((await room.shares({ on: '2026-01-20' })).middle).toBe('1/1')
    expect((await room.shares()).large).toBe('7/7')
  })

  test('of two sources the later count holds, on the same day the one entered last; a firm never counts in both bands', async () => {
    await room.count(firms.property, 95, '2026-02-25', 'declared')
    expect(await room.shares()).toEqual({ large: '6/6', middle: '6/9' })
    expect(await room.shares({ on: '2026-02-24' })).toEqual({ large: '7/7', middle: '5/8' })
    await room.count(firms.property, 150, '2026-02-25', 'visit')
    expect(await room.shares()).toEqual({ large: '7/7', middle: '5/8' })
  })

  test('one firm with many sites is one firm: the same credit code is not registered twice', async () => {
    const { creditCode } = firms.factory
    const site = {
      name: '深圳市岚桥栖精密电子有限公司二厂',
      place: small.hehua.path,
      industry: 'C',
      headcount: 300,
    } as const
    await expect(room.registry().add({ ...site, creditCode })).rejects.toMatchObject({ status: 409 })
    expect((await room.shares()).large).toBe('7/7')
  })

  test('a count older than twelve months takes the firm out of both parts, and the page says how many', async () => {
    expect((await room.shares({ on: '2025-12-01' })).large).toBe('0/0')
    room.district.clock.set('2027-02-20T01:00:00.000Z')
    expect((await room.shares()).large).toBe('7/7')
    room.district.clock.set('2027-02-21T01:00:00.000Z')
    const { bands } = await room.wang().rates({})
    expect(bands.find(({ band }) => band === '100+')).toMatchObject({ base: 1, rate: 100, stale: 6 })
    room.district.clock.set('2026-03-02T01:00:00.000Z')
  })

  test('a new firm that only says itself how many it has is counted after six months, or when somebody has counted', async () => {
    const { id } = await room.registry().add({
      name: '深圳市新泊纬电子有限公司',
      place: small.hehua.path,
      industry: 'C',
      headcount: 130,
      headcountSource: 'declared',
      openedOn: '2026-02-01',
    })
    expect((await room.shares()).large).toBe('7/7')
    const [next] = await room.wang().watch({})
    expect(next).toMatchObject({ id, kind: 'settling', on: '2026-08-01', why: expect.stringContaining('6 个月') })
    room.district.clock.set('2026-08-01T01:00:00.000Z')
    expect((await room.shares()).large).toBe('7/8')
    room.district.clock.set('2026-03-10T01:00:00.000Z')
    await room.count({ id }, 128, '2026-03-10', 'visit')
    expect([(await room.shares({ on: '2026-03-09' })).large, (await room.shares()).large]).toEqual(['7/7', '7/8'])
    expect((await room.wang().rates({})).full).toEqual({ isFull: false, since: '2026-03-10', days: 0 })
    room.district.clock.set('2026-03-15T01:00:00.000Z')
    expect((await room.wang().rates({})).full.days).toBe(5)
    await room.joins({ id }, firms.logistics.union?.id ?? null, '2026-03-12')
    expect((await room.wang().rates({})).full).toEqual({ isFull: true, since: '2026-03-12', days: 3 })
    room.district.clock.set('2026-03-02T01:00:00.000Z')
  })

  test('a union that is to be dissolved, or has long had no committee, is told of before it breaks the rate', async () => {
    const { union } = firms.factory
    const close = (day: string | null) =>
      asOwner(room.district.db, (tx) =>
        tx
          .updateTable('orgs')
          .set({ valid_to: day })
          .where('id', '=', union?.id ?? '')
          .execute(),
      )
    const warnings = async () =>
      (await room.wang().watch({})).filter(({ id }) => id === firms.factory.id).map(({ kind, on }) => [kind, on])
    expect(await warnings()).toEqual([])
    await close('2026-04-30')
    expect(await warnings()).toEqual([['ending', '2026-04-30']])
    await close(null)
    await asOwner(room.district.db, (tx) =>
      tx
        .insertInto('union_terms')
        .values({
          federation_id: small.federationId,
          id: '00000000-0000-7000-8000-0000000000f1',
          org_id: union?.id ?? '',
          org_path: union?.path ?? '',
          ordinal: 1,
          from_on: '2020-01-10',
          years: 5,
          expires_on: '2025-01-09',
        })
        .execute(),
    )
    expect(await warnings()).toEqual([['lapsed', null]])
    expect((await room.shares()).large).toBe('7/7')
  })

  test('a day to come means today, a day before records an empty base', async () => {
    expect(await room.shares({ on: '2030-01-01' })).toEqual(await room.shares())
    expect((await room.wang().rates({ on: '2030-01-01' })).on).toBe(TODAY)
    expect((await room.wang().rates({ on: '2001-01-01' })).members).toBeNull()
    await expect(room.wang().rates({ on: '2026-02-30' })).rejects.toMatchObject({ status: 400 })
  })
})
