import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { MONDAY } from '../../district/testing.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { lineJob } from '../../kernel/jobs/registered.ts'
import type { Duty } from '../../kernel/org/terms.ts'
import { line as elections } from '../elections/line.ts'
import { line } from './line.ts'
import { openUnions, unionOf } from './testing.ts'

let room: Awaited<ReturnType<typeof openUnions>>
beforeAll(async () => {
  room = await openUnions(elections)
  await room.begin(small.factory, '2021-03-15', [
    { person: small.chairZhao, duty: 'chair' },
    { person: small.workerYang, duty: 'audit_committee' },
  ])
  await room.begin(small.optics, '2023-04-20', [{ person: small.chairQian, duty: 'chair' }])
})
afterAll(() => room.district.close())

const factory = unionOf(small.factory).id
const optics = unionOf(small.optics).id
const seats = [
  { duty: 'committee', seats: 3 },
  { duty: 'chair', seats: 1 },
] as const

/** The election as its own line leaves it: confirmed by the union above, with those elected. */
async function confirm(
  electionId: string,
  fromOn: string,
  chosen: [{ id: string; name: string }, Exclude<Duty, 'treasurer' | 'organiser'>][],
) {
  await asOwner(room.district.db, async (tx) => {
    await tx.deleteFrom('election_candidates').where('election_id', '=', electionId).execute()
    const rows = chosen.map(([person, duty]) => ({
      federation_id: small.federationId,
      id: crypto.randomUUID(),
      election_id: electionId,
      duty,
      person_id: person.id,
      name: person.name,
      nominated_by: 'groups' as const,
      outcome: 'elected' as const,
    }))
    await tx.insertInto('election_candidates').values(rows).execute()
    await tx
      .updateTable('elections')
      .set({
        state: 'confirmed',
        from_on: fromOn,
        held_on: fromOn,
        closed_at: MONDAY,
        updated_at: room.district.clock(),
      })
      .where('id', '=', electionId)
      .execute()
  })
}

const watch = () => {
  const [job] = line.jobs ?? []
  if (!job) throw new Error('the line has no job')
  return lineJob(room.district.house, line.slug, job).run({}, async () => {})
}

describe('officers', () => {
  test('an appointed treasurer takes office at once; elected duties are not appointed', async () => {
    await room.zhao().appoint({ id: factory, personId: small.workerLiu.id, duty: 'treasurer', on: '2026-03-01' })
    const { officers } = await room.zhao().union({ id: factory })
    expect(officers.find(({ duty }) => duty === 'treasurer')?.name).toBe('刘洋')
    await expect(
      room.zhao().appoint({ id: factory, personId: small.riderChen.id, duty: 'organiser', on: '2026-03-01' }),
    ).rejects.toMatchObject({ status: 422, message: expect.stringContaining('在册会员') })
    await expect(
      room
        .as(small.chairQian.actor)
        .appoint({ id: factory, personId: small.workerPan.id, duty: 'treasurer', on: '2026-03-01' }),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('when the chair resigns the vacancy is told with the day by which to fill it', async () => {
    const { officers } = await room.as(small.chairQian.actor).union({ id: optics })
    const chair = officers.find(({ duty }) => duty === 'chair')
    const leave = { officerId: chair?.id ?? '', on: '2026-02-10', why: 'resigned' } as const
    await expect(room.zhao().leave(leave)).rejects.toMatchObject({ status: 404 })
    await room.as(small.chairQian.actor).leave(leave)
    await expect(room.as(small.officerHe.actor).leave(leave)).rejects.toMatchObject({ status: 409 })
    expect(await room.wang().union({ id: optics })).toMatchObject({
      chairVacantSince: '2026-02-10',
      chairDueOn: '2026-05-10',
      isRegular: false,
    })
  })

  test('a term from before the register is recorded from its papers', async () => {
    const plastics = unionOf(small.plastics).id
    const record = (fromOn: string) =>
      room.li().recordTerm({ id: plastics, fromOn, years: 3, note: '依据 2024 年换届批复补录' })
    await expect(record('2026-03-03')).rejects.toMatchObject({ status: 422 })
    await expect(record('2001-01-01')).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('建会日期'),
    })
    await record('2024-05-01')
    expect(await room.li().union({ id: plastics })).toMatchObject({ termUntil: '2027-04-30', terms: [{ ordinal: 1 }] })
    await expect(
      room.zhao().recordTerm({ id: factory, fromOn: '2020-01-01', years: 5, note: '补录' }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('a term election', () => {
  test('is called with the members as the register counts them, once at a time', async () => {
    const call = () => room.zhao().callElection({ id: factory, purpose: 'term', termYears: 5, seats: [...seats] })
    const { electionId } = await call()
    const row = await asOwner(room.district.db, (tx) =>
      tx
        .selectFrom('elections')
        .select(['org_id', 'members_count', 'purpose'])
        .where('id', '=', electionId)
        .executeTakeFirst(),
    )
    expect(row).toEqual({ org_id: factory, members_count: 4, purpose: 'term' })
    await expect(call()).rejects.toMatchObject({ status: 409 })
    expect((await room.zhao().union({ id: factory })).election).toMatchObject({ isOpen: true, isWaiting: false })
    await expect(room.xie().takeResult({ id: factory })).rejects.toMatchObject({ status: 409 })
  })

  test('once confirmed begins the next term with those elected, and only once', async () => {
    const { election } = await room.xie().union({ id: factory })
    await confirm(election?.id ?? '', '2026-03-02', [
      [small.workerLiu, 'chair'],
      [small.workerLiu, 'committee'],
      [small.workerYang, 'committee'],
    ])
    expect((await room.xie().union({ id: factory })).election).toMatchObject({ isOpen: false, isWaiting: true })
    await room.xie().takeResult({ id: factory })
    const seen = await room.xie().union({ id: factory })
    expect(seen).toMatchObject({ termUntil: '2031-03-01', election: { isWaiting: false } })
    expect(seen.terms.map(({ ordinal, endedOn }) => [ordinal, endedOn])).toEqual([
      [2, null],
      [1, '2026-03-02'],
    ])
    expect(seen.officers.map(({ duty, name }) => [duty, name])).toEqual([
      ['chair', '刘洋'],
      ['committee', '刘洋'],
      ['committee', '杨丽'],
    ])
    await expect(room.xie().takeResult({ id: factory })).rejects.toMatchObject({ status: 409 })
  })
})

describe('the morning watch', () => {
  test('puts a confirmed by-election into office on its day, without anybody', async () => {
    const { electionId } = await room
      .as(small.officerHe.actor)
      .callElection({ id: optics, purpose: 'by_election', seats: [{ duty: 'chair', seats: 1 }] })
    await confirm(electionId, '2026-03-10', [[small.workerPan, 'chair']])
    await watch()
    expect((await room.wang().union({ id: optics })).chairVacantSince).toBe('2026-02-10')
    room.district.clock.set('2026-03-10T00:30:00.000Z')
    await watch()
    expect(await room.wang().union({ id: optics })).toMatchObject({ chairVacantSince: null, chairDueOn: null })
    await watch()
    room.district.clock.set(MONDAY)
  })

  test('tells each officer once, in one message for all unions, and again only when it comes nearer', async () => {
    await asOwner(room.district.db, async (tx) => {
      await tx.deleteFrom('notices').execute()
      await tx.deleteFrom('union_reminders').execute()
    })
    await room.begin(small.logistics, '2021-05-20', [{ person: small.riderZhang, duty: 'chair' }])
    await room.begin(small.station, '2020-05-20', [{ person: small.riderZhang, duty: 'chair' }])
    const heard = () =>
      asOwner(room.district.db, (tx) =>
        tx.selectFrom('notices').select(['recipient_id', 'body', 'record_id']).where('line', '=', 'unions').execute(),
      )
    await watch()
    const first = await heard()
    expect(first.find(({ recipient_id }) => recipient_id === small.clerks.hehua.id)).toMatchObject({
      body: expect.stringContaining('任期快届满 1 家'),
      record_id: small.hehua.id,
    })
    expect(first.find(({ recipient_id }) => recipient_id === small.clerks.bainikeng.id)?.body).toContain(
      '任期已届满 1 家',
    )
    expect(first.length).toBe(new Set(first.map(({ recipient_id }) => recipient_id)).size)
    await watch()
    expect(await heard()).toHaveLength(first.length)
    room.district.clock.advance({ days: 30 })
    await watch()
    expect((await heard()).length).toBeGreaterThan(first.length)
    room.district.clock.set(MONDAY)
  })

  test('writes what it did into the audit, as the system', async () => {
    const lines = await asOwner(room.district.db, (tx) =>
      tx.selectFrom('audit_log').select('reason').where('action', '=', 'job.unions.watch').execute(),
    )
    expect(lines.at(-1)?.reason).toMatch(/提醒 \d+ 人/)
  })
})
