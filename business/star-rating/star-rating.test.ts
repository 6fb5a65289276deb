import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { contract as appeals } from '../appeals/contract.ts'
import { line as appealsLine } from '../appeals/line.ts'
import { starOf } from './public.ts'
import { scoreTable } from './rules/score-table.ts'
import { declared, factory, findings, openRatings } from './testing.ts'

let house: Awaited<ReturnType<typeof openRatings>>
beforeAll(async () => {
  house = await openRatings([appealsLine])
})
beforeEach(() => house.reset())
afterAll(() => house.close())

const pointsOf = async (id: string) =>
  new Map((await house.li().get({ id })).items.map((item) => [item.item, item] as const))
const endTerm = (expires_on: string) =>
  asOwner(house.district.db, (tx) =>
    tx.updateTable('union_terms').set({ expires_on }).where('org_id', '=', factory.id).execute(),
  )

describe('a star from the first word to the last day', () => {
  test('is asked for by 赵国栋, computed, checked by two, rated by the members, published and granted by the district', async () => {
    const id = await house.grantStar()
    const seen = await house.chair().get({ id })
    expect(seen).toMatchObject({ state: 'granted', veto: '', validFrom: '2026-03-23', validTo: '2029-03-22' })
    expect(seen.number).toMatch(/^XJGH2026-\d{4}$/)
    expect(seen.events.map(({ verb }) => verb)).toEqual([
      'apply',
      'accept',
      'compute',
      'check',
      'countersign',
      'openPoll',
      'propose',
      'publish',
      'grant',
    ])
    expect(seen.clocks.every(({ metAt }) => metAt !== null)).toBe(true)
    const reached = seen.items.reduce((sum, item) => sum + (item.pointsTenths ?? 0), 0)
    const most = seen.items.reduce((sum, item) => sum + item.maxTenths, 0)
    expect(seen.scorePerMille).toBe(Math.floor((reached * 1000) / most))
    expect([await house.figure('granted'), await house.figure('starred')]).toEqual([1, 1])
    expect(await house.figure(`stars${seen.stars}`)).toBe(1)
  })

  test('is computed from the records: more than half of the points, each with its rows, and frozen', async () => {
    const id = await house.ratingAt('computed')
    const items = await pointsOf(id)
    const computed = [...items.values()].filter(({ source }) => source === 'computed')
    expect(computed.reduce((sum, item) => sum + item.maxTenths, 0)).toBe(650)
    expect(items.get('term')).toMatchObject({ pointsTenths: 60, rows: 1, value: '任期到 2026-12-31' })
    expect(items.get('chair')).toMatchObject({ pointsTenths: 40, value: '在任' })
    expect(items.get('organs')).toMatchObject({ pointsTenths: 60, rows: 5 })
    expect(items.get('share')).toMatchObject({ rows: 10, opens: `/membership/register?under=${factory.path}` })
    expect(items.get('roster')).toMatchObject({ pointsTenths: 60, rows: 6 })
    expect(items.get('answered')).toMatchObject({ pointsTenths: 80, value: '一年内没有要答复的诉求' })
    expect(items.get('dues')).toMatchObject({ source: 'not_counted', maxTenths: 0, pointsTenths: null })
    await endTerm('2026-03-01')
    expect((await pointsOf(id)).get('term')).toMatchObject({ pointsTenths: 60 })
    await endTerm('2026-12-31')
  })

  test('is begun only once at a time, for a living base union in reach', async () => {
    await house.ratingAt('applied')
    await expect(house.clerk().apply({ orgId: factory.id, declared })).rejects.toMatchObject({ status: 409 })
    await expect(house.li().apply({ orgId: small.bainikeng.id, declared })).rejects.toMatchObject({ status: 422 })
    const optics = small.optics.union?.id ?? ''
    await expect(house.chair().apply({ orgId: optics, declared })).rejects.toMatchObject({ status: 403 })
    await expect(house.chair().preview({ orgId: optics })).rejects.toMatchObject({ status: 403 })
  })

  test('can be looked at before: what the records say, without keeping anything', async () => {
    const seen = await house.chair().preview({ orgId: factory.id })
    expect(seen).toMatchObject({ veto: '', openId: null })
    expect(seen.items.find(({ item }) => item === 'term')).toMatchObject({ pointsTenths: 60 })
    expect((await house.chair().list({ scope: 'all' })).rows).toEqual([])
  })

  test('goes back with a reason, and comes again rewritten', async () => {
    const id = await house.ratingAt('applied')
    await expect(house.clerk().return({ id, note: ' ' })).rejects.toMatchObject({ status: 400 })
    await house.clerk().return({ id, note: '活动没有写清楚' })
    await house.chair().resubmit({ id, declared: [{ item: 'activities', statement: '写清楚了', claimedTenths: 50 }] })
    const items = await pointsOf(id)
    expect(items.get('activities')).toMatchObject({ statement: '写清楚了', claimedTenths: 50 })
    expect(items.get('help')).toMatchObject({ statement: '', claimedTenths: 0 })
    const tooMuch = [{ item: 'help' as const, statement: '很多', claimedTenths: 60 }]
    await house.clerk().return({ id, note: '再改' })
    await expect(house.chair().resubmit({ id, declared: tooMuch })).rejects.toMatchObject({ status: 422 })
  })

  test('can be taken back by the union, at no price', async () => {
    const id = await house.ratingAt('on_site')
    expect((await house.chair().withdraw({ id })).state).toBe('withdrawn')
    expect((await house.chair().apply({ orgId: factory.id, declared })).state).toBe('applied')
  })
})

describe('those who compute, check and grant are different people', () => {
  test('the one who computed does not check, the one who checked does not countersign', async () => {
    const id = await house.ratingAt('computed')
    await expect(house.clerk().check({ id, findings })).rejects.toMatchObject({ status: 422 })
    await house.li().check({ id, findings })
    await expect(house.li().countersign({ id })).rejects.toMatchObject({ status: 422 })
  })

  test('nor does one who checked or proposed grant', async () => {
    const id = await house.ratingAt('computed')
    await house.wang().check({ id, findings })
    await house.clerk().countersign({ id })
    await house.li().openPoll({ id })
    house.district.clock.set('2026-03-13T01:00:00.000Z')
    await house.li().propose({ id })
    await house.li().publish({ id })
    house.district.clock.set('2026-03-23T01:00:00.000Z')
    await expect(house.wang().grant({ id })).rejects.toMatchObject({ status: 422 })
    await expect(house.li().grant({ id })).rejects.toMatchObject({ status: 403 })
  })

  test('two who accept at once: one does, the other is told to look again', async () => {
    const id = await house.ratingAt('applied')
    const both = await Promise.allSettled([house.clerk().accept({ id }), house.li().accept({ id })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409 } })
    const again = house.as(small.clerks.bainikeng.actor, 'one click')
    const first = await again.compute({ id })
    expect(await again.compute({ id })).toEqual(first)
    expect((await house.li().get({ id })).events.filter(({ verb }) => verb === 'compute')).toHaveLength(1)
  })

  test('the check judges only what the union wrote, and says why when it differs', async () => {
    const id = await house.ratingAt('computed')
    const lower = findings.map((one) => (one.item === 'help' ? { ...one, pointsTenths: 10 } : one))
    await expect(house.li().check({ id, findings: lower })).rejects.toMatchObject({ status: 422 })
    await expect(house.li().check({ id, findings: findings.slice(1) })).rejects.toMatchObject({ status: 422 })
    const foreign = [...findings.slice(1), { item: 'term' as 'help', pointsTenths: 0 }]
    await expect(house.li().check({ id, findings: foreign })).rejects.toMatchObject({ status: 400 })
    const said = lower.map((one) => (one.item === 'help' ? { ...one, reason: '只看到两次慰问的签收单' } : one))
    await house.li().check({ id, findings: said })
    expect((await pointsOf(id)).get('help')).toMatchObject({ pointsTenths: 10, reason: '只看到两次慰问的签收单' })
  })
})

describe('a veto', () => {
  test('wins over any score and names the record: a term that has run out', async () => {
    const id = await house.ratingAt('rated_by_members')
    await endTerm('2026-03-05')
    house.district.clock.set('2026-03-13T01:00:00.000Z')
    await expect(house.li().propose({ id })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('2026-03-05'),
    })
    await house.li().refuse({ id, note: '任期届满没有换届' })
    expect((await house.chair().get({ id })).state).toBe('refused')
    await endTerm('2026-12-31')
  })

  test('is a group appeal of the firm that is not settled, and lasts until it is', async () => {
    const worker = house.district.as(small.workerLiu.actor, appealsLine, appeals)
    const { number } = await worker.receive({
      story: '十五个人被拖欠工资',
      enterpriseId: small.factory.id,
      contactPhone: small.workerLiu.phone,
      headcount: 15,
    })
    const id = await house.ratingAt('computed')
    expect((await house.li().get({ id })).veto).toContain(number)
    await house.li().check({ id, findings })
    await house.clerk().countersign({ id })
    await house.li().openPoll({ id })
    house.district.clock.set('2026-03-13T01:00:00.000Z')
    await expect(house.li().propose({ id })).rejects.toMatchObject({ message: expect.stringContaining(number) })
    await worker.withdraw({ id: (await worker.mine({}))[0]?.id ?? '' })
    expect((await house.li().propose({ id })).state).toBe('proposed')
  })
})

describe('the star', () => {
  test('waits for the whole publicity and for the members', async () => {
    const id = await house.ratingAt('rated_by_members')
    const early = await house.li().get({ id })
    expect(early.verbs.find(({ verb }) => verb === 'propose')).toMatchObject({ enabled: false })
    await expect(house.li().propose({ id })).rejects.toMatchObject({ status: 422 })
    house.district.clock.set('2026-03-13T01:00:00.000Z')
    await house.li().propose({ id })
    await house.li().publish({ id })
    await house.li().comment({ id, note: '有职工说活动少' })
    await expect(house.wang().grant({ id })).rejects.toMatchObject({ status: 422 })
  })

  test('is known to other lines on the days it is held, and not after it was taken back', async () => {
    const id = await house.grantStar()
    const held = (day: string) =>
      inTransaction(house.district.db, standingOf(small.officerWang.actor), async (tx) =>
        (await starOf(newCtx(house.district.house, small.officerWang.actor, tx), [factory.id], day)).has(factory.id),
      )
    expect([
      await held('2026-03-22'),
      await held('2026-03-23'),
      await held('2029-03-22'),
      await held('2029-03-23'),
    ]).toEqual([false, true, true, false])
    const other = house.as({ ...small.officerWang.actor, personId: small.leaderChen.id })
    await expect(house.wang().revoke({ id, ground: 'dispute', note: '发生群体停工' })).rejects.toMatchObject({
      status: 422,
    })
    await other.revoke({ id, ground: 'dispute', note: '发生群体停工' })
    expect([await held('2026-03-23'), await house.figure('starred'), await house.figure('granted')]).toEqual([
      false,
      0,
      1,
    ])
  })

  test('is in the register with its last day, reminded of once, and expires by itself', async () => {
    await house.grantStar()
    expect((await house.li().stars({})).rows).toMatchObject([{ orgName: factory.name, isExpiring: false }])
    house.district.clock.set('2029-02-01T01:00:00.000Z')
    expect((await house.li().stars({ standing: 'expiring' })).rows).toHaveLength(1)
    const remind = async () => {
      const { lineJobs } = await import('../../kernel/jobs/registered.ts')
      await lineJobs(house.district.house)
        .find(({ name }) => name === 'star-rating.expiring')
        ?.run(null, async () => {})
    }
    await remind()
    await remind()
    const told = await house.district.db.owner
      .selectFrom('notices')
      .selectAll()
      .where('title', 'like', '%快到期%')
      .execute()
    expect(told.map(({ recipient_id }) => recipient_id)).toEqual([small.chairZhao.id])
    house.district.clock.set('2029-03-23T01:00:00.000Z')
    expect((await house.li().stars({})).rows).toEqual([])
    expect((await house.li().stars({ standing: 'expired' })).rows).toHaveLength(1)
    expect([await house.figure('starred', 2029), await house.figure('expired', 2029)]).toEqual([0, 1])
  })

  test('is nobody’s business elsewhere: another street, another federation, an administrator', async () => {
    const id = await house.ratingAt('applied')
    await expect(house.as(small.officerYe.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(house.as(small.other.officer.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(house.as(small.systemAdmin.actor).list({})).rejects.toMatchObject({ status: 403 })
    await expect(house.as(small.workerLiu.actor).get({ id })).rejects.toMatchObject({ status: 403 })
  })
})

describe('the points of the table', () => {
  test('are set by the district with day and source, and hold for what is computed from then on', async () => {
    const admin = house.wang()
    const set = { points: { term: 10, activities: 2 }, validFrom: '2026-03-02', source: '区总工会星级办法（测试）' }
    await expect(house.li().setPoints(set)).rejects.toMatchObject({ status: 403 })
    await expect(admin.setPoints({ ...set, validFrom: '2026-03-01' })).rejects.toMatchObject({ status: 422 })
    await expect(admin.setPoints({ ...set, points: { satisfaction: 80 } })).rejects.toMatchObject({ status: 422 })
    const before = await house.ratingAt('computed')
    await house.chair().withdraw({ id: before })
    const after = await house.ratingAt('accepted')
    await admin.setPoints(set)
    await house.clerk().compute({ id: after })
    expect((await pointsOf(before)).get('term')?.maxTenths).toBe(scoreTable.term.points * 10)
    expect((await pointsOf(after)).get('term')?.maxTenths).toBe(100)
    expect((await pointsOf(after)).get('activities')).toMatchObject({ maxTenths: 20, claimedTenths: 20 })
  })
})
