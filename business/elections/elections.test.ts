import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { seededId } from '../../district/random.ts'
import { small } from '../../district/small.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { perform } from '../../kernel/http/perform.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { line } from './line.ts'
import { bindElection, electionOf, isConfirmed, latestElection, openElection } from './public.ts'
import { clearCount, openElections } from './testing.ts'

let room: Awaited<ReturnType<typeof openElections>>
beforeAll(async () => {
  room = await openElections()
})
afterEach(() => room.clear())
afterAll(() => room.district.close())

const figure = (name: string) =>
  inTransaction(
    room.district.db,
    standingOf(small.officerWang.actor),
    async (tx) => (await total(tx, line, name, yearWindow('440307', '440307.', 2026))).value,
  )
const inside = <T>(work: (ctx: ReturnType<typeof newCtx>) => Promise<T>) => {
  const { actor } = small.officerLi
  return inTransaction(room.district.db, standingOf(actor), (tx) => work(newCtx(room.district.house, actor, tx)))
}

describe('a new committee of the factory', () => {
  test('is nominated, posted up for seven days, approved, elected, checked by a second person and confirmed', async () => {
    const before = await figure('terms')
    const id = await room.electionAt('reported')
    const seen = await room.li().get({ id })
    expect(seen.candidates.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['刘洋', 'elected'],
      ['孙丽娟', 'elected'],
      ['杨丽', 'lost'],
      ['赵国栋', 'elected'],
    ])
    expect(seen.rounds).toMatchObject([{ seats: 3, expected: 50, attended: 48, valid: 48, isCounted: true }])
    const fromOn = room.district.house.clock().slice(0, 10)
    const done = await room.li().confirm({ id, approvalNumber: '平工组〔2026〕8号', fromOn })
    expect(done.state).toBe('confirmed')
    expect(await figure('terms')).toBe(before + 1)
    const known = await inside((ctx) => electionOf(ctx, id))
    expect(known).toMatchObject({ state: 'confirmed', fromOn, purpose: 'term', termYears: 5 })
    expect(isConfirmed(known)).toBe(true)
    expect(known.elected.map(({ personId, duty }) => [personId, duty]).sort()).toEqual(
      [small.chairZhao, small.informantSun, small.workerLiu].map((person) => [person.id, 'committee']).sort(),
    )
    expect((await inside((ctx) => latestElection(ctx, { orgId: room.orgId })))?.id).toBe(id)
  })

  test('is begun once: a second one for the same union points to the first', async () => {
    const first = await room.zhao().open({ ...room.plan, purpose: 'term' })
    await expect(room.li().open({ ...room.plan, purpose: 'term' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining(first.number),
    })
  })

  test('needs one candidate more than seats', async () => {
    const { id } = await room.zhao().open({ ...room.plan, purpose: 'term' })
    for (const [person] of clearCount.slice(1))
      await room.zhao().nominate({ id, duty: 'committee', personId: person.id })
    await expect(room.zhao().propose({ id })).rejects.toMatchObject({
      status: 422,
      message: '委员应选3名，候选人至少4名，现在3名',
    })
  })

  test('takes members of the union only, and nobody the rules keep out', async () => {
    const { id } = await room.zhao().open({ ...room.plan, purpose: 'term' })
    const name = (personId: string, bars: ('kin' | 'deputy')[] = []) =>
      room.li().nominate({ id, duty: 'committee', personId, bars })
    await expect(name(small.riderZhang.id)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('会员'),
    })
    await expect(name(small.workerLiu.id, ['kin'])).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('近亲属不能作委员候选人'),
    })
    await name(small.workerLiu.id, ['deputy'])
    await expect(name(small.workerLiu.id)).rejects.toMatchObject({ status: 409 })
    await expect(room.zhao().nominate({ id, duty: 'delegate', personId: small.workerYang.id })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('不选会员代表'),
    })
  })
})

describe('an election for a union that is not there yet', () => {
  test('hangs on its founding, is opened once, and lies with the union once that has come to life', async () => {
    const subject = { line: 'organising', recordId: seededId('founding', 1) }
    const input = {
      orgId: null,
      orgPath: small.bainikeng.path,
      unionName: '砚舟枫五金制品有限公司工会委员会',
      subject,
      purpose: 'first' as const,
      body: 'general' as const,
      membersCount: 40,
      termYears: 3,
      seats: [{ duty: 'committee' as const, seats: 3 }],
    }
    const id = await inside((ctx) => openElection(ctx, input))
    await expect(inside((ctx) => openElection(ctx, input))).rejects.toMatchObject({ status: 409 })
    expect((await inside((ctx) => latestElection(ctx, subject)))?.id).toBe(id)
    await inside((ctx) => bindElection(ctx, id, room.orgId))
    expect(await room.zhao().get({ id })).toMatchObject({ orgId: room.orgId, purpose: 'first', termYears: 3 })
  })
})

describe('the notice', () => {
  test('stands seven whole days, the first not counted', async () => {
    const id = await room.electionAt('on_notice')
    expect(await room.zhao().get({ id })).toMatchObject({ noticeFrom: '2026-03-02', noticeUntil: '2026-03-09' })
    room.district.house.clock = () => '2026-03-09T10:00:00.000Z'
    const { verbs } = await room.zhao().get({ id })
    expect(verbs.find(({ verb }) => verb === 'submit')).toMatchObject({
      enabled: false,
      why: expect.stringContaining('2026-03-09'),
    })
    expect(verbs.map(({ verb }) => verb)).not.toContain('settle')
    await expect(room.zhao().submit({ id })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('还差1天'),
    })
    room.district.house.clock = () => '2026-03-09T16:00:00.000Z'
    expect((await room.zhao().submit({ id })).state).toBe('submitted')
  })

  test('ends with every objection answered; an upheld one takes the candidate off, and then there are too few', async () => {
    const id = await room.electionAt('on_notice')
    const { candidates } = await room.zhao().get({ id })
    await room.zhao().object({ id, candidateId: candidates[0]?.id, content: '他是老板的妹夫' })
    room.district.house.clock = () => '2026-03-10T02:00:00.000Z'
    await expect(room.zhao().submit({ id })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('异议'),
    })
    const [objection] = (await room.zhao().get({ id })).objections
    expect(objection).toMatchObject({ content: '他是老板的妹夫', outcome: null })
    const answer = { id, objectionId: objection?.id ?? '', outcome: 'upheld' as const, reply: '查实，撤下' }
    await room.zhao().settle(answer)
    await expect(room.zhao().settle(answer)).rejects.toMatchObject({ status: 409 })
    await expect(room.zhao().submit({ id })).rejects.toMatchObject({
      message: expect.stringContaining('候选人至少4名'),
    })
    expect((await room.zhao().reopen({ id, note: '补提候选人' })).state).toBe('prepared')
    const rows = await asOwner(room.district.db, (tx) => tx.selectFrom('election_objections').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain('妹夫')
  })
})

describe('two people', () => {
  test('send up and approve, count and check, report and confirm', async () => {
    const id = await room.electionAt('tallied')
    await expect(room.zhao().check({ id })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('两个人'),
    })
    expect((await room.zhao().get({ id })).verbs.find(({ verb }) => verb === 'check')).toMatchObject({ enabled: false })
    await room.xie().check({ id })
    await room.li().report({ id })
    const answer = { id, approvalNumber: '平工组〔2026〕9号', fromOn: '2026-03-11' }
    await expect(room.li().confirm(answer)).rejects.toMatchObject({ status: 422 })
    const wang = room.as(small.officerWang.actor)
    expect((await wang.confirm(answer)).state).toBe('confirmed')
    await expect(wang.confirm(answer)).rejects.toMatchObject({ status: 409 })
  })

  test('check at once: one wins, the other is told; a double click is answered twice with one check', async () => {
    const id = await room.electionAt('tallied')
    const both = await Promise.allSettled([room.xie().check({ id }), room.li().check({ id })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { status: 409 } })
    const twice = room.as(small.chairZhao.actor, 'report-twice')
    expect(await twice.report({ id })).toEqual(await twice.report({ id }))
    expect((await room.li().get({ id })).events.filter(({ verb }) => verb === 'report')).toHaveLength(1)
  })

  test('are not enough when the answer is not from above', async () => {
    const id = await room.electionAt('submitted')
    await expect(room.xie().approve({ id })).rejects.toMatchObject({ status: 403 })
    await expect(room.zhao().approve({ id })).rejects.toMatchObject({ status: 403 })
    const own = await room.li().open({
      orgId: small.pinghu.id,
      purpose: 'term',
      body: 'general',
      membersCount: 80,
      termYears: 5,
      seats: [{ duty: 'chair', seats: 1, isEqual: true }],
    })
    const { riderZhang } = small
    await room.li().nominate({ id: own.id, duty: 'chair', personId: riderZhang.id })
    await room.li().propose({ id: own.id })
    await room.li().publish({ id: own.id, fromOn: '2026-03-10', place: '街道公告栏' })
    room.district.house.clock = () => '2026-03-18T02:00:00.000Z'
    await room.as(small.officerWang.actor).submit({ id: own.id })
    await expect(room.li().approve({ id: own.id })).rejects.toMatchObject({
      message: expect.stringContaining('上一级工会'),
    })
  })
})

describe('who sees it', () => {
  test('not another street, another firm, another federation, or an administrator', async () => {
    const id = await room.electionAt('prepared')
    for (const person of [small.officerYe, small.chairQian, small.other.officer, small.clerks.hehua])
      await expect(room.as(person.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(room.as(small.systemAdmin.actor).list({})).rejects.toMatchObject({ status: 403 })
    await expect(room.as(small.riderZhang.actor).list({})).rejects.toMatchObject({ status: 403 })
    const other = { ...room.plan, orgId: small.firms.optics.union?.id ?? '', purpose: 'term' as const }
    await expect(room.zhao().open(other)).rejects.toMatchObject({ status: 422 })
  })

  test('on the database itself: every part of it in reach of its street, none of the next', async () => {
    const id = await room.electionAt('on_notice')
    await room.zhao().object({ id, content: '他是老板的妹夫' })
    room.district.house.clock = () => '2026-03-10T02:00:00.000Z'
    await room.zhao().settle({
      id,
      objectionId: (await room.zhao().get({ id })).objections[0]?.id ?? '',
      outcome: 'dismissed',
      reply: '查无此事',
    })
    await room.zhao().submit({ id })
    await room.li().approve({ id })
    await room.zhao().hold({ id, heldOn: '2026-03-10', expected: 50, attended: 48 })
    await room.zhao().enterBallots({ id, duty: 'committee', ballots: ['ooo.'] })
    const tables = [
      'election_seats',
      'election_candidates',
      'election_objections',
      'election_rounds',
      'election_tallies',
      'election_ballots',
    ] as const
    const seenBy = (actor: typeof small.officerLi.actor) =>
      inTransaction(room.district.db, standingOf(actor), async (tx) => {
        const rows = await Promise.all(tables.map((table) => tx.selectFrom(table).select('election_id').execute()))
        return rows.map((found) => found.length > 0)
      })
    for (const { actor } of [small.officerLi, small.chairZhao, small.clerks.bainikeng])
      expect(await seenBy(actor)).toEqual(tables.map(() => true))
    for (const { actor } of [
      small.officerYe,
      small.chairQian,
      small.other.officer,
      small.riderZhang,
      small.systemAdmin,
    ])
      expect(await seenBy(actor)).toEqual(tables.map(() => false))
    const { actor } = small.officerYe
    const meddle = inTransaction(room.district.db, standingOf(actor), (tx) =>
      tx
        .insertInto('election_seats')
        .values({ federation_id: '440307', election_id: id, duty: 'chair', seats: 1 })
        .execute(),
    )
    await expect(meddle).rejects.toMatchObject({ code: '42501' })
  })

  test('a list takes the same few statements, be it one or many, and a candidate’s name stands in no title', async () => {
    await room.electionAt('prepared')
    let statements = 0
    const call = {
      actor: small.officerLi.actor,
      count: (n: number) => {
        statements = n
      },
    }
    const rows = JSON.stringify(await perform(room.district.house, line, 'list', { scope: 'all' }, call))
    expect(statements).toBeLessThanOrEqual(4)
    for (const { name } of [small.chairZhao, small.workerLiu]) expect(rows).not.toContain(name)
  })
})
