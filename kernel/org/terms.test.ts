import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { type Actor, standingOf } from '../access/actor.ts'
import { addDays } from '../calendar/days.ts'
import type { Ctx } from '../ctx.ts'
import { asOwner, inTransaction } from '../db/database.ts'
import { newCtx } from '../http/new-ctx.ts'
import {
  type Duty,
  endCertificate,
  endUnion,
  extendTerm,
  findCertificate,
  findTerm,
  issueCertificate,
  leaveOffice,
  startTerm,
  takeOffice,
} from './terms.ts'

let room: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  room = await openSmall([])
})
afterAll(() => room.close())

const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inTransaction(room.db, standingOf(actor), (tx) => work(newCtx(room.house, actor, tx)))
const li = <T>(work: (ctx: Ctx) => Promise<T>) => as(small.officerLi.actor, work)

const unionOf = (firm: { union: { id: string; path: string } | null }) => firm.union ?? { id: '', path: '' }
const factory = unionOf(small.factory)
const plastics = unionOf(small.plastics)
const logistics = unionOf(small.logistics)
const elected = (person: { id: string }, duty: Duty) => ({ personId: person.id, duty, isFullTime: false })
const begin = (fromOn: string, people: ReturnType<typeof elected>[] = [], org = factory, years = 5) =>
  li((ctx) => startTerm(ctx, org, { fromOn, years, electionId: null, elected: people }))
const sitting = (orgId: string) =>
  asOwner(room.db, (tx) =>
    tx
      .selectFrom('union_officers')
      .select(['id', 'person_id', 'duty', 'from_on', 'to_on', 'ended_for'])
      .where('org_id', '=', orgId)
      .orderBy('from_on')
      .orderBy('duty')
      .execute(),
  )

describe('a term of office', () => {
  it('runs three or five years to the day before, and the next one ends it with its officers', async () => {
    await begin('2020-03-01', [elected(small.chairZhao, 'chair'), elected(small.workerYang, 'women_committee')])
    expect(await li((ctx) => findTerm(ctx, factory.id))).toMatchObject({ ordinal: 1, expires_on: '2025-02-28' })
    await begin('2025-03-10', [elected(small.workerLiu, 'chair')])
    expect(await li((ctx) => findTerm(ctx, factory.id))).toMatchObject({ ordinal: 2, expires_on: '2030-03-09' })
    expect(await sitting(factory.id)).toMatchObject([
      { person_id: small.chairZhao.id, duty: 'chair', to_on: '2025-03-10', ended_for: 'term' },
      { person_id: small.workerYang.id, duty: 'women_committee', to_on: '2025-03-10', ended_for: 'term' },
      { person_id: small.workerLiu.id, duty: 'chair', to_on: null },
    ])
  })

  it('has no other length, no second chair, and does not begin before the one before', async () => {
    await expect(begin('2026-01-05', [], plastics, 4)).rejects.toMatchObject({ status: 422 })
    const two = [elected(small.chairZhao, 'chair'), elected(small.workerLiu, 'chair')]
    await expect(begin('2026-01-05', two, plastics)).rejects.toMatchObject({ status: 422 })
    await expect(begin('2025-03-09')).rejects.toMatchObject({ status: 422 })
  })

  it('is put off by six months at most', async () => {
    const put = (until: string) => li((ctx) => extendTerm(ctx, factory.id, until, 6))
    await expect(put('2030-03-09')).rejects.toMatchObject({ status: 422 })
    await expect(put('2030-09-10')).rejects.toMatchObject({ status: 422, message: expect.stringContaining('6 个月') })
    await put('2030-09-09')
    expect(await li((ctx) => findTerm(ctx, factory.id))).toMatchObject({ extended_to: '2030-09-09' })
    await expect(li((ctx) => extendTerm(ctx, plastics.id, '2026-05-01', 6))).rejects.toMatchObject({ status: 409 })
  })

  it('is not for another street to begin', async () => {
    const ye = as(small.officerYe.actor, (ctx) =>
      startTerm(ctx, plastics, { fromOn: '2026-01-05', years: 5, electionId: null, elected: [] }),
    )
    await expect(ye).rejects.toMatchObject({ code: '42501' })
    expect(await as(small.officerYe.actor, (ctx) => findTerm(ctx, factory.id))).not.toBeNull()
    expect(await as(small.other.officer.actor, (ctx) => findTerm(ctx, factory.id))).toBeNull()
  })
})

describe('offices within a term', () => {
  const chair = async () => (await sitting(factory.id)).find(({ duty, to_on }) => duty === 'chair' && to_on === null)

  it('a by-election fills the chair only once it is vacant', async () => {
    const take = (on: string) => li((ctx) => takeOffice(ctx, factory, on, [elected(small.chairZhao, 'chair')]))
    await expect(take('2026-03-01')).rejects.toMatchObject({ status: 409 })
    const id = (await chair())?.id ?? ''
    const left = await li((ctx) => leaveOffice(ctx, id, '2026-02-20', 'resigned'))
    expect(left).toMatchObject({ orgId: factory.id, duty: 'chair', personId: small.workerLiu.id })
    await expect(take('2026-02-19')).rejects.toMatchObject({ status: 409 })
    await take('2026-03-01')
    expect((await chair())?.person_id).toBe(small.chairZhao.id)
  })

  it('nobody leaves twice, before taking office, or tomorrow', async () => {
    const id = (await chair())?.id ?? ''
    const leave = (on: string) => li((ctx) => leaveOffice(ctx, id, on, 'left'))
    await expect(leave('2026-02-28')).rejects.toMatchObject({ status: 422 })
    await expect(leave('2026-03-03')).rejects.toMatchObject({ status: 422 })
    await leave('2026-03-02')
    await expect(leave('2026-03-02')).rejects.toMatchObject({ status: 409 })
    await expect(li((ctx) => leaveOffice(ctx, small.factory.id, '2026-03-02', 'left'))).rejects.toMatchObject({
      status: 404,
    })
  })

  it('of two who fill the chair at once one wins', async () => {
    const take = () => li((ctx) => takeOffice(ctx, factory, '2026-03-02', [elected(small.chairZhao, 'chair')]))
    const both = await Promise.allSettled([take(), take()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('a certificate', () => {
  const issue = (number: string, issuedOn: string, expiresOn: string) =>
    li((ctx) =>
      issueCertificate(ctx, factory, {
        number,
        creditCode: '81440307MA00000001',
        legalPersonId: small.chairZhao.id,
        legalName: '赵国栋',
        issuedOn,
        expiresOn,
      }),
    )

  it('replaces the one before from its first day, and one day belongs to one certificate', async () => {
    await issue('证字一号', '2020-03-10', '2025-03-09')
    await expect(issue('证字二号', '2020-03-09', '2025-03-09')).rejects.toMatchObject({ status: 422 })
    await expect(issue('证字二号', '2025-03-20', '2025-03-20')).rejects.toMatchObject({ status: 422 })
    await issue('证字二号', '2025-03-20', '2030-03-09')
    const all = await asOwner(room.db, (tx) =>
      tx.selectFrom('union_certificates').select(['number', 'state', 'ended_on']).orderBy('issued_on').execute(),
    )
    expect(all).toEqual([
      { number: '证字一号', state: 'replaced', ended_on: '2025-03-20' },
      { number: '证字二号', state: 'valid', ended_on: null },
    ])
  })

  it('that is lost holds no longer', async () => {
    expect(await li((ctx) => endCertificate(ctx, factory.id, 'lost', '2026-03-01'))).toBe(true)
    expect(await li((ctx) => findCertificate(ctx, factory.id))).toBeNull()
    expect(await li((ctx) => endCertificate(ctx, factory.id, 'lost', '2026-03-01'))).toBe(false)
  })
})

describe('a union that ends', () => {
  it('has neither term nor officers nor certificate any more', async () => {
    await issueAndEnd()
    expect(await li((ctx) => findTerm(ctx, factory.id))).toBeNull()
    expect((await sitting(factory.id)).every(({ to_on }) => to_on !== null)).toBe(true)
    expect(await li((ctx) => findCertificate(ctx, factory.id))).toBeNull()
  })

  const issueAndEnd = () => li((ctx) => endUnion(ctx, factory, '2026-03-02'))
})

describe('whatever happens', () => {
  type Step = { kind: 'start' | 'extend' | 'end'; day: number; years: 3 | 5 }
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom('start', 'start', 'extend', 'end'),
    day: fc.integer({ min: 0, max: 5000 }),
    years: fc.constantFrom(3, 5),
  })

  async function take(org: { id: string; path: string }, { kind, day, years }: Step): Promise<void> {
    const on = addDays('2010-01-01', day)
    await li<unknown>((ctx) => {
      if (kind === 'start') return startTerm(ctx, org, { fromOn: on, years, electionId: null, elected: [] })
      return kind === 'extend' ? extendTerm(ctx, org.id, on, 6) : endUnion(ctx, org, on)
    }).catch((error: { status?: number }) => {
      if (!error.status) throw error
    })
  }

  it('two terms of one union never overlap, and they are counted on without gaps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        await asOwner(room.db, (tx) => tx.deleteFrom('union_terms').where('org_id', '=', logistics.id).execute())
        for (const one of steps) await take(logistics, one)
        const { rows } = await asOwner(room.db, (tx) =>
          sql<{
            ordinals: number[] | null
            overlaps: number
          }>`select array_agg(a.ordinal order by a.ordinal) as ordinals,
            (select count(*)::int from union_terms x join union_terms y on x.org_id = y.org_id and x.ordinal < y.ordinal
              and daterange(x.from_on, x.ended_on) && daterange(y.from_on, y.ended_on) where x.org_id = ${logistics.id}) as overlaps
            from union_terms a where a.org_id = ${logistics.id}`.execute(tx),
        )
        expect(rows[0]?.overlaps).toBe(0)
        expect(rows[0]?.ordinals ?? []).toEqual((rows[0]?.ordinals ?? []).map((_, i) => i + 1))
      }),
      { numRuns: 25 },
    )
  })

  it('the database refuses a forged overlap', async () => {
    await begin('2022-01-01', [], plastics)
    const forged = asOwner(room.db, (tx) =>
      tx
        .insertInto('union_terms')
        .values({
          federation_id: small.federationId,
          id: crypto.randomUUID(),
          org_id: plastics.id,
          org_path: plastics.path,
          ordinal: 9,
          from_on: '2023-01-01',
          years: 5,
          expires_on: '2027-12-31',
        })
        .execute(),
    )
    await expect(forged).rejects.toMatchObject({ code: '23P01' })
  })
})
