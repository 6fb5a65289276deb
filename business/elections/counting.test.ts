import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { seededId } from '../../district/random.ts'
import { small } from '../../district/small.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { openElections } from './testing.ts'

let room: Awaited<ReturnType<typeof openElections>>
beforeAll(async () => {
  room = await openElections()
})
afterEach(() => room.clear())
afterAll(() => room.district.close())

const day = () => room.district.house.clock().slice(0, 10)
const again = (id: string) => ({ id, heldOn: day(), expected: 50, attended: 48 })

/** Three pass for two seats that are left: Sun and Liu share the last. */
const tied = [
  [small.chairZhao, 46, 1, 1],
  [small.informantSun, 30, 15, 3],
  [small.workerLiu, 27, 18, 3],
  [small.workerYang, 27, 17, 4],
] as const
const short = [
  [small.chairZhao, 46, 1, 1],
  [small.informantSun, 40, 5, 3],
  [small.workerLiu, 25, 20, 3],
  [small.workerYang, 20, 20, 8],
] as const

describe('the meeting', () => {
  test('does not vote without two thirds, before the notice is over, or in the future', async () => {
    const id = await room.electionAt('approved')
    const hold = (change: object) => room.zhao().hold({ ...again(id), ...change })
    await expect(hold({ attended: 33 })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('至少到会34人'),
    })
    await expect(hold({ heldOn: '2026-03-09' })).rejects.toMatchObject({ message: expect.stringContaining('公示期满') })
    await expect(hold({ heldOn: '2026-04-01' })).rejects.toMatchObject({ message: expect.stringContaining('还没有开') })
    await expect(hold({ expected: 49 })).rejects.toMatchObject({ message: expect.stringContaining('写明原因') })
    expect((await hold({ expected: 49, attended: 33, note: '一名代表离职' })).state).toBe('held')
  })
})

describe('the count', () => {
  test('that does not add up is refused and leaves nothing behind', async () => {
    const id = await room.electionAt('held')
    const form = await room.tallyOf(id, tied, 48, 47)
    await expect(room.zhao().tally(form)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('合计48，应等于有效票47张'),
    })
    const good = await room.tallyOf(id, tied)
    await expect(room.zhao().tally({ ...good, tellers: '刘洋、温晴' })).rejects.toMatchObject({
      message: expect.stringContaining('不能作监票人'),
    })
    const seen = await room.zhao().get({ id })
    expect(seen).toMatchObject({ state: 'held', supervisors: '', rounds: [{ issued: 0, valid: 0 }] })
  })

  test('is put right by whoever checks it', async () => {
    const id = await room.electionAt('tallied')
    expect((await room.xie().correct({ id, note: '杨丽的反对票少记了' })).state).toBe('held')
    await room.zhao().tally(await room.tallyOf(id, tied))
    expect((await room.xie().check({ id })).state).toBe('counted')
  })

  test('with two on the last seat ends in a ballot among those two, which the most votes decide', async () => {
    const id = await room.electionAt('counted', tied)
    await expect(room.zhao().report({ id })).rejects.toMatchObject({ message: '委员有人同票，要再投一次' })
    await expect(room.zhao().leaveOpen({ id, duty: 'committee', note: '大会同意' })).rejects.toMatchObject({
      status: 422,
    })
    expect((await room.zhao().runOff(again(id))).state).toBe('held')
    const seen = await room.zhao().get({ id })
    expect(seen.rounds.at(-1)).toMatchObject({ round: 2, kind: 'tie', seats: 1 })
    const names = new Map(seen.candidates.map(({ id: key, name }) => [key, name]))
    expect(
      seen.rounds
        .at(-1)
        ?.votes.map(({ candidateId }) => names.get(candidateId))
        .sort(),
    ).toEqual(['刘洋', '杨丽'])
    await expect(room.zhao().writeIn({ id, duty: 'committee', name: '郑安' })).rejects.toMatchObject({ status: 422 })
    await room.zhao().tally(
      await room.tallyOf(id, [
        [small.workerLiu, 22, 20, 6],
        [small.workerYang, 21, 22, 5],
      ]),
    )
    await room.xie().check({ id })
    expect(
      (await room.zhao().get({ id })).candidates.filter(({ outcome }) => outcome === 'elected').map(({ name }) => name),
    ).toEqual(['刘洋', '孙丽娟', '赵国栋'])
    expect((await room.zhao().report({ id })).state).toBe('reported')
    const paper = await room.zhao().export({ id })
    expect(paper).toMatchObject({ rows: 6, name: expect.stringContaining('选举结果报告单') })
  })

  test('that leaves a seat open waits for the assembly: another ballot, or the seat stays open', async () => {
    const id = await room.electionAt('counted', short)
    await expect(room.zhao().report({ id })).rejects.toMatchObject({ message: expect.stringContaining('还缺1名') })
    await room.zhao().runOff(again(id))
    await room.zhao().tally(await room.tallyOf(id, short))
    await room.xie().check({ id })
    await room.zhao().leaveOpen({ id, duty: 'committee', note: '大会多数同意减少一个名额' })
    expect((await room.zhao().report({ id })).state).toBe('reported')
    expect((await room.zhao().get({ id })).rounds.map(({ decision }) => decision)).toEqual(['run_off', 'left_open'])
  })
})

describe('papers typed in one by one', () => {
  test('add up here; void ones are found; who was written in is identified before the report', async () => {
    const id = await room.electionAt('held')
    await room.zhao().writeIn({ id, duty: 'committee', name: '王立新' })
    await expect(room.zhao().writeIn({ id, duty: 'committee', name: '刘洋' })).rejects.toMatchObject({ status: 409 })
    const papers = [...Array(28).fill('oo..o'), ...Array(18).fill('.oxo.'), 'oooo.', 'oooox']
    await expect(
      room.zhao().enterBallots({ id, duty: 'committee', ballots: ['....', '.....o'] }),
    ).rejects.toMatchObject({ status: 422, message: expect.stringContaining('名单以外') })
    await room.zhao().enterBallots({ id, duty: 'committee', ballots: papers.slice(0, 40) })
    await room.zhao().enterBallots({ id, duty: 'committee', ballots: papers.slice(40) })
    await expect(room.zhao().enterBallots({ id, duty: 'committee', ballots: ['....'] })).rejects.toMatchObject({
      message: expect.stringContaining('不能多于48张'),
    })
    const signed = { id, supervisors: '邓立', tellers: '温晴' }
    await room.zhao().tally({ ...signed, rounds: [{ duty: 'committee', issued: 48 }] })
    await room.xie().check({ id })
    const { rounds, candidates } = await room.zhao().get({ id })
    expect(rounds[0]).toMatchObject({ issued: 48, returned: 48, valid: 46, ballots: 48, isByBallots: true })
    const elected = candidates.filter(({ outcome }) => outcome === 'elected')
    expect(elected.map(({ name }) => name)).toEqual(['刘洋', '孙丽娟', '王立新'])
    await expect(room.zhao().report({ id })).rejects.toMatchObject({ message: expect.stringContaining('还没有核实') })
    const who = { id, candidateId: elected[2]?.id ?? '', personId: small.informantSun.id }
    await expect(room.zhao().identify(who)).rejects.toMatchObject({ message: expect.stringContaining('本来就在') })
    const other = { ...who, personId: small.clerks.bainikeng.id }
    await room.xie().identify({ ...other, bars: ['principal'] })
    await expect(room.zhao().report({ id })).rejects.toMatchObject({ message: expect.stringContaining('还缺1名') })
  })

  test('can be taken back, and name no voter', async () => {
    const id = await room.electionAt('held')
    await room.zhao().enterBallots({ id, duty: 'committee', ballots: ['oo..', 'o...'] })
    const rows = await asOwner(room.district.db, (tx) => tx.selectFrom('election_ballots').selectAll().execute())
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'duty',
      'election_id',
      'federation_id',
      'marks',
      'round',
      'sheet',
    ])
    await room.zhao().dropBallots({ id, duty: 'committee', note: '重新录' })
    expect((await room.zhao().get({ id })).rounds[0]?.ballots).toBe(0)
  })
})

describe('a recall and a vote', () => {
  test('a chair is recalled by more than half of all delegates, and only who holds the office', async () => {
    await asOwner(room.district.db, (tx) =>
      tx
        .insertInto('union_officers')
        .values({
          federation_id: small.federationId,
          id: seededId('recall', 1),
          org_id: room.orgId,
          org_path: small.firms.factory.union?.path ?? '',
          person_id: small.chairZhao.id,
          duty: 'chair',
          from_on: '2024-01-01',
        })
        .execute(),
    )
    const { termYears: _, ...plan } = room.plan
    const { id } = await room.li().open({ ...plan, purpose: 'recall', seats: [{ duty: 'chair', seats: 1 }] })
    const put = (personId: string) => room.li().nominate({ id, duty: 'chair', personId, nominatedBy: 'members' })
    await expect(put(small.workerLiu.id)).rejects.toMatchObject({ message: expect.stringContaining('现在不任主席') })
    await put(small.chairZhao.id)
    await expect(room.li().propose({ id })).rejects.toMatchObject({ status: 422 })
    await room.li().convene({ id })
    await room.li().hold(again(id))
    const { candidates } = await room.li().get({ id })
    const votes = [{ candidateId: candidates[0]?.id ?? '', approve: 26, against: 20, abstain: 2 }]
    const rounds = [{ duty: 'chair' as const, issued: 48, returned: 48, valid: 48, votes }]
    await room.li().tally({ id, supervisors: '邓立', tellers: '温晴', rounds })
    await room.xie().check({ id })
    expect((await room.li().get({ id })).candidates[0]?.outcome).toBe('elected')
    expect((await room.xie().report({ id })).state).toBe('reported')
  })

  test('each motion passes or fails alone', async () => {
    const { termYears: _, ...plan } = room.plan
    const { id } = await room.zhao().open({ ...plan, purpose: 'vote', seats: [{ duty: 'motion', seats: 1 }] })
    for (const motion of ['工会经费预算', '女职工特殊保护专项合同'])
      await room.zhao().nominate({ id, duty: 'motion', motion })
    await room.zhao().convene({ id })
    await room.zhao().hold(again(id))
    const { candidates } = await room.zhao().get({ id })
    const approvals: Record<string, number> = { 工会经费预算: 26, 女职工特殊保护专项合同: 25 }
    const votes = candidates.map(({ id: candidateId, name }) => {
      const approve = approvals[name] ?? 0
      return { candidateId, approve, against: 48 - approve, abstain: 0 }
    })
    const rounds = [{ duty: 'motion' as const, issued: 48, returned: 48, valid: 48, votes }]
    await room.zhao().tally({ id, supervisors: '邓立', tellers: '温晴', rounds })
    await room.xie().check({ id })
    const outcomes = Object.fromEntries(
      (await room.zhao().get({ id })).candidates.map(({ name, outcome }) => [name, outcome]),
    )
    expect(outcomes).toEqual({ 工会经费预算: 'elected', 女职工特殊保护专项合同: 'lost' })
    await room.zhao().report({ id })
  })
})
