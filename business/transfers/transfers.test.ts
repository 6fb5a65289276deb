import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { openTransfers, unions } from './testing.ts'

let t: Awaited<ReturnType<typeof openTransfers>>
beforeAll(async () => {
  t = await openTransfers()
})
beforeEach(() => t.reset())
afterAll(() => t.close())

const toOptics = { toUnionId: unions.optics.id }

describe('转会', () => {
  test('刘洋 changes his job: the old union lets go, the new one takes him on, and he is in one union every day', async () => {
    const { id, number, state } = await t.liu().request({ ...toOptics, toEnterpriseId: small.optics.id })
    expect([number, state]).toEqual([expect.stringMatching(/^HJBD2026-\d{4}$/), 'releasing'])
    expect(await t.person(small.workerLiu.id)).toMatchObject({ union_id: unions.factory.id, membership: 'full' })
    expect((await t.zhao().release({ id })).state).toBe('incoming')
    expect((await t.qian().accept({ id })).state).toBe('done')
    expect(await t.person(small.workerLiu.id)).toMatchObject({
      union_id: unions.optics.id,
      membership: 'full',
      member_since: '2026-03-02',
      joined_on: '2021-06-08',
      enterprise_id: small.optics.id,
      org_path: unions.optics.path,
    })
    expect(await t.pasts(small.workerLiu.id)).toMatchObject([
      { union_id: unions.factory.id, kind: 'full', from_on: '2021-06-08', to_on: '2026-03-02', reason: 'transfer' },
    ])
    const mine = await t.liu().mine({})
    expect(mine).toMatchObject({ standing: 'full', since: '2026-03-02', joinedOn: '2021-06-08', openId: null })
    expect(mine.stints.map((stint) => stint.toOn)).toEqual([null, '2026-03-02'])
  })

  test('each union sees it while it has it, the new one from the first day; he follows who has it and until when', async () => {
    const { id } = await t.liu().request(toOptics)
    expect((await t.zhao().list({})).rows.map((row) => row.id)).toEqual([id])
    expect((await t.qian().get({ id })).verbs).toMatchObject([{ verb: 'release', enabled: false }, {}, {}])
    const waiting = await t.qian().get({ id })
    expect(waiting.person).toMatchObject({ name: '刘洋', isInReach: false, idNumber: expect.stringContaining('****') })
    expect(await t.liu().follow({ id })).toMatchObject({
      unitName: unions.factory.name,
      dueAt: '2026-03-07T15:59:59.999Z',
      canWithdraw: true,
    })
    await t.zhao().release({ id })
    await expect(t.zhao().get({ id })).rejects.toMatchObject({ status: 404 })
    expect((await t.liu().follow({ id })).unitName).toBe(unions.optics.name)
    await t.qian().accept({ id })
    expect((await t.liu().matters({}))[0]?.steps.map((step) => step.title)).toEqual(['送原工会', '同意转出', '接收'])
  })

  test('an old union that asks itself has let go already', async () => {
    const done = await t.zhao().request({ ...toOptics, personId: small.workerLiu.id })
    expect(done.state).toBe('incoming')
    await expect(t.zhao().get({ id: done.id })).rejects.toMatchObject({ status: 404 })
  })

  test('the new union asks with the document the worker shows, and he may still say no', async () => {
    const { id } = await t.qian().request({ ...toOptics, idNumber: small.workerLiu.idNumber })
    expect((await t.qian().get({ id })).askedBy).toBe('新工会')
    expect((await t.liu().withdraw({ id })).state).toBe('withdrawn')
    expect(await t.person(small.workerLiu.id)).toMatchObject({ union_id: unions.factory.id, membership: 'full' })
  })

  test('he may ask again after it was withdrawn, not while one is under way', async () => {
    const { id } = await t.liu().request(toOptics)
    await expect(t.liu().request(toOptics)).rejects.toMatchObject({ status: 409 })
    await t.liu().withdraw({ id })
    expect((await t.liu().request(toOptics)).state).toBe('releasing')
  })

  test('pressed twice it is done once; of two officers the second hears who was first', async () => {
    const twice = () => t.as(small.workerLiu.actor, 'one intent').request(toOptics)
    const [first, second] = [await twice(), await twice()]
    expect(second).toEqual(first)
    const { id } = first
    const answers = await Promise.allSettled([t.zhao().release({ id }), t.as(small.officerLi.actor).release({ id })])
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
    await t.qian().accept({ id })
    await expect(t.qian().accept({ id })).rejects.toMatchObject({ status: 409 })
  })

  test('counts where it leads', async () => {
    const { id } = await t.liu().request(toOptics)
    await t.zhao().release({ id })
    await t.qian().accept({ id })
    expect([await t.figure('requested'), await t.figure('done')]).toEqual([1, 1])
    expect(await t.figure('done', small.longcheng.path)).toBe(1)
    expect(await t.figure('done', small.pinghu.path)).toBe(0)
  })
})

describe('a union that does not answer', () => {
  test('lets go by its silence after exactly five days, not a moment before', async () => {
    const { id } = await t.liu().request(toOptics)
    t.district.clock.set('2026-03-07T15:59:59.999Z')
    await t.runJobs()
    expect((await t.liu().follow({ id })).state).toBe('releasing')
    t.district.clock.set('2026-03-07T16:00:00.000Z')
    await t.runJobs()
    await t.runJobs()
    const seen = await t.qian().get({ id })
    expect(seen).toMatchObject({ state: 'incoming', isReleasedBySilence: true })
    expect(seen.events.map((event) => event.verb)).toEqual(['request', 'ask', 'autoRelease'])
    expect(await t.person(small.workerLiu.id)).toMatchObject({ union_id: unions.factory.id })
    await t.qian().accept({ id })
    expect([await t.figure('releasedBySilence'), await t.figure('silenceRate')]).toEqual([1, 100])
  })

  test('as the new one is passed by: the union above takes him on after three working days', async () => {
    const { id } = await t.liu().request(toOptics)
    await t.zhao().release({ id })
    t.district.clock.set('2026-03-06T01:00:00.000Z')
    await t.runJobs()
    const seen = await t.as(small.clerks.huanggekeng.actor).get({ id })
    expect(seen).toMatchObject({ state: 'incoming', unitName: small.huanggekeng.name })
    expect(seen.clocks.filter((clock) => clock.metAt === null)).toHaveLength(1)
    await t.as(small.clerks.huanggekeng.actor).accept({ id })
    expect(await t.person(small.workerLiu.id)).toMatchObject({ union_id: unions.optics.id, membership: 'full' })
  })

  test('goes up union by union and stays with the district', async () => {
    const { id } = await t.liu().request(toOptics)
    await t.zhao().release({ id })
    for (const day of ['2026-03-06', '2026-03-12', '2026-03-18', '2026-03-24', '2026-03-30']) {
      t.district.clock.set(`${day}T01:00:00.000Z`)
      await t.runJobs()
    }
    expect(await t.as(small.officerWang.actor).get({ id })).toMatchObject({ unitName: small.district.name })
  })

  test('may object for a lawful reason only, and the union above decides by somebody else', async () => {
    const { id } = await t.liu().request(toOptics)
    await expect(
      t.zhao().object({ id, objection: 'we do not let go' as 'still_working', note: '不放' }),
    ).rejects.toMatchObject({ status: 400 })
    await t.zhao().object({ id, objection: 'still_working', note: '他还在上班' })
    await expect(t.zhao().get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(t.qian().overrule({ id })).rejects.toMatchObject({ status: 403 })
    const clerk = t.as(small.clerks.bainikeng.actor)
    expect((await clerk.get({ id })).objection).toBe('还在本单位上班')
    expect((await clerk.overrule({ id, note: '已离职，有离职证明' })).state).toBe('incoming')
    const told = await t.district.db.owner
      .selectFrom('notices')
      .select('title')
      .where('recipient_id', '=', small.chairZhao.id)
      .execute()
    expect(told.map((one) => one.title)).toEqual([expect.stringContaining('异议有结果')])
  })

  test('keeps the member when the objection stands', async () => {
    const { id } = await t.liu().request(toOptics)
    await t.zhao().object({ id, objection: 'still_working', note: '他还在上班' })
    expect((await t.as(small.clerks.bainikeng.actor).sustain({ id, note: '本人也说还没有离职' })).state).toBe(
      'declined',
    )
    expect(await t.person(small.workerLiu.id)).toMatchObject({ union_id: unions.factory.id, membership: 'full' })
  })

  test('cannot block: an objection nobody decides lapses, and who objected may not decide it', async () => {
    const { id } = await t.liu().request(toOptics)
    const clerk = t.as(small.clerks.bainikeng.actor)
    await clerk.object({ id, objection: 'still_working', note: '核实中' })
    await expect(clerk.overrule({ id })).rejects.toMatchObject({ status: 422 })
    t.district.clock.set('2026-03-06T01:00:00.000Z')
    await t.runJobs()
    expect((await t.qian().accept({ id })).state).toBe('done')
  })
})

describe('a new union that refuses', () => {
  test('leaves nobody without a union: the one above keeps him', async () => {
    const { id } = await t.liu().request(toOptics)
    await t.zhao().release({ id })
    await t.qian().refuse({ id, refusal: 'not_working', note: '查无此人' })
    expect(await t.person(small.workerLiu.id)).toMatchObject({ union_id: unions.factory.id, membership: 'full' })
    expect((await t.as(small.clerks.huanggekeng.actor).place({ id })).state).toBe('refused')
    expect(await t.person(small.workerLiu.id)).toMatchObject({ union_id: small.huanggekeng.id, membership: 'pooled' })
    const again = await t.liu().request(toOptics)
    expect(again.state).toBe('incoming')
    await t.qian().accept({ id: again.id })
    expect((await t.pasts(small.workerLiu.id)).map((stint) => stint.kind)).toEqual(['full', 'pooled'])
  })

  test('and when nobody places him, the clock does', async () => {
    const { id } = await t.liu().request(toOptics)
    await t.zhao().release({ id })
    await t.qian().refuse({ id, refusal: 'wrong_person', note: '姓名对不上' })
    t.district.clock.set('2026-03-06T01:00:00.000Z')
    await t.runJobs()
    expect(await t.person(small.workerLiu.id)).toMatchObject({ membership: 'pooled' })
  })
})
