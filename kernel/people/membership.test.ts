import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SmallPerson, small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { type Actor, standingOf } from '../access/actor.ts'
import { addDays } from '../calendar/days.ts'
import { asOwner, inTransaction } from '../db/database.ts'
import { newCtx } from '../http/new-ctx.ts'
import { type EndReason, findByNumber, type MembershipKind, setMembership } from './membership.ts'

let district: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  district = await openSmall([])
})
afterAll(() => district.close())

type To = { kind: MembershipKind; unionId: string | null; on: string; reason: EndReason }

const set = (actor: Actor, personId: string, to: To) =>
  inTransaction(district.db, standingOf(actor), (tx) => setMembership(newCtx(district.house, actor, tx), personId, to))
const asDistrict = (personId: string, to: To) => set(small.officerWang.actor, personId, to)

const factory = small.factory.union?.id ?? ''
const optics = small.optics.union?.id ?? ''
const station = small.station.union?.id ?? ''

async function newPerson(orgPath: string = small.bainikeng.path): Promise<string> {
  const id = uuidv7()
  const row = { federation_id: small.federationId, id, org_path: orgPath, name: '新人', sex: 'unknown' } as const
  await district.db.owner.insertInto('persons').values(row).execute()
  return id
}

const person = (id: string) =>
  district.db.owner.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const pasts = (id: string) =>
  district.db.owner
    .selectFrom('past_memberships')
    .selectAll()
    .where('person_id', '=', id)
    .orderBy('from_on')
    .orderBy('to_on')
    .execute()

describe('a membership', () => {
  test('begins, moves, rests and ends; each stint before is kept, one following the other', async () => {
    const id = await newPerson()
    await asDistrict(id, { kind: 'full', unionId: factory, on: '2024-01-01', reason: 'correction' })
    await asDistrict(id, { kind: 'full', unionId: optics, on: '2024-05-01', reason: 'transfer' })
    await asDistrict(id, { kind: 'retained', unionId: optics, on: '2025-01-01', reason: 'retained' })
    await asDistrict(id, { kind: 'none', unionId: null, on: '2025-06-01', reason: 'left' })
    expect(await pasts(id)).toMatchObject([
      { union_id: factory, kind: 'full', from_on: '2024-01-01', to_on: '2024-05-01', reason: 'transfer' },
      { union_id: optics, kind: 'full', from_on: '2024-05-01', to_on: '2025-01-01', reason: 'retained' },
      { union_id: optics, kind: 'retained', from_on: '2025-01-01', to_on: '2025-06-01', reason: 'left' },
    ])
    expect(await person(id)).toMatchObject({
      membership: 'none',
      union_id: null,
      joined_on: '2024-01-01',
      left_on: '2025-06-01',
      org_path: small.huanggekeng.path,
    })
  })

  test('begins again on the day it ended, not before, also where the stint before was never written down', async () => {
    const id = await newPerson()
    await district.db.owner
      .updateTable('persons')
      .set({ joined_on: '2015-01-01', left_on: '2020-06-01' })
      .where('id', '=', id)
      .execute()
    const back = { kind: 'full', unionId: factory, reason: 'correction' } as const
    await expect(asDistrict(id, { ...back, on: '2020-05-31' })).rejects.toMatchObject({ status: 409 })
    await asDistrict(id, { ...back, on: '2020-06-01' })
    expect(await person(id)).toMatchObject({ joined_on: '2015-01-01', left_on: null, member_since: '2020-06-01' })
  })

  test('needs a person and a living union', async () => {
    const id = await newPerson()
    const to = { kind: 'full', on: '2024-01-01', reason: 'correction' } as const
    await expect(asDistrict(uuidv7(), { ...to, unionId: factory })).rejects.toMatchObject({ status: 404 })
    await expect(asDistrict(id, { ...to, unionId: uuidv7() })).rejects.toMatchObject({ status: 404 })
    await expect(asDistrict(id, { ...to, unionId: small.other.street.id })).rejects.toMatchObject({ status: 404 })
  })
})

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2024-01-01', days))
const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('full', 'pooled', 'retained'), unionIndex: fc.nat(2), on: day }),
  fc.record({ kind: fc.constant('none' as const), unionIndex: fc.nat(2), on: day }),
)
type Stint = { kind: string; union: string; from: string; to: string }
type Model = {
  stints: Stint[]
  now: { kind: string; union: string; since: string } | null
  left: string
  first: string
}

/** What should come of a step: the model afterwards, or null when the days would overlap. */
function after(model: Model, to: { kind: string; union: string; on: string }): Model | null {
  const { now } = model
  if (to.on < (now ? now.since : model.left)) return null
  const stints = now
    ? [...model.stints, { kind: now.kind, union: now.union, from: now.since, to: to.on }]
    : model.stints
  if (to.kind === 'none') return { ...model, stints, now: null, left: now ? to.on : model.left }
  const first = model.first || to.on
  return { stints, now: { kind: to.kind, union: to.union, since: to.on }, left: '', first }
}

describe('whatever happens, on whatever days', () => {
  test('nobody is in two unions on one day; stints are half-open and meet where they should; the first day stays', async () => {
    const walk = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      const id = await newPerson()
      let model: Model = { stints: [], now: null, left: '', first: '' }
      for (const { kind, unionIndex, on } of steps) {
        const union = [factory, optics, station][unionIndex] as string
        const next = after(model, { kind, union, on })
        const done = asDistrict(id, { kind, unionId: kind === 'none' ? null : union, on, reason: 'transfer' })
        if (next === null) await expect(done).rejects.toMatchObject({ status: 409 })
        else await done
        model = next ?? model
      }
      await holds(id, model)
    })
    await fc.assert(walk, { numRuns: 60 })
  })
})

async function holds(id: string, model: Model): Promise<void> {
  const now = await person(id)
  const stints = (await pasts(id)).map((s) => ({ kind: s.kind, union: s.union_id, from: s.from_on, to: s.to_on }))
  const byDays = (a: Stint, b: Stint) => `${a.from}${a.to}`.localeCompare(`${b.from}${b.to}`)
  const named = (all: Stint[]) => all.map((s) => JSON.stringify(s)).sort()
  expect(named(stints)).toEqual(named(model.stints))
  expect(now.membership).toBe(model.now?.kind ?? 'none')
  expect(now.union_id).toBe(model.now?.union ?? null)
  expect(now.member_since).toBe(model.now?.since ?? null)
  expect(now.joined_on).toBe(model.first || null)
  expect(now.left_on).toBe(model.now || !model.left ? null : model.left)
  const all = [
    ...stints,
    ...(now.member_since
      ? [{ kind: now.membership, union: now.union_id ?? '', from: now.member_since, to: '9999-12-31' }]
      : []),
  ]
  const spans = all.filter((s) => s.to > s.from).sort(byDays)
  spans.forEach((span, i) => {
    const before = spans[i - 1]
    if (before) expect(before.to <= span.from).toBe(true)
  })
}

describe('what the database refuses', () => {
  const member = async () => {
    const id = await newPerson()
    await asDistrict(id, { kind: 'full', unionId: factory, on: '2024-01-01', reason: 'correction' })
    await asDistrict(id, { kind: 'full', unionId: optics, on: '2024-05-01', reason: 'transfer' })
    return id
  }
  const forged = (id: string, from_on: string, to_on: string) => ({
    federation_id: small.federationId,
    id: uuidv7(),
    person_id: id,
    union_id: station,
    org_path: small.station.union?.path ?? '',
    kind: 'full' as const,
    from_on,
    to_on,
    reason: 'correction' as const,
  })

  test.each([
    ['over the stint before', '2024-02-01', '2024-03-01'],
    ['over the present one', '2024-05-01', '2024-06-01'],
    ['over both', '2023-01-01', '2025-01-01'],
  ])('a forged stint %s', async (_words, from, to) => {
    const id = await member()
    const forging = asOwner(district.db, (tx) =>
      tx
        .insertInto('past_memberships')
        .values(forged(id, from, to))
        .execute(),
    )
    await expect(forging).rejects.toMatchObject({ code: '23P01' })
    await asOwner(district.db, (tx) =>
      tx
        .insertInto('past_memberships')
        .values(forged(id, '2023-06-01', '2024-01-01'))
        .execute(),
    )
  })

  test('a first day put back into the stint before', async () => {
    const id = await member()
    const forging = asOwner(district.db, (tx) =>
      tx.updateTable('persons').set({ member_since: '2024-04-30' }).where('id', '=', id).execute(),
    )
    await expect(forging).rejects.toMatchObject({ code: '23P01' })
  })

  test.each([
    ['kind', { membership: 'retained' as const }],
    ['first day', { member_since: '2024-06-01' }],
    ['first day ever', { joined_on: '2020-01-01' }],
    ['union', { union_id: station }],
  ])('an officer writing the %s past the one function', async (_what, change) => {
    const id = await member()
    const writing = inTransaction(district.db, standingOf(small.officerWang.actor), (tx) =>
      tx.updateTable('persons').set(change).where('id', '=', id).execute(),
    )
    await expect(writing).rejects.toMatchObject({ code: '23514' })
  })

  test('an officer writing stints at all', async () => {
    const id = await member()
    const writing = inTransaction(district.db, standingOf(small.officerWang.actor), (tx) =>
      tx
        .insertInto('past_memberships')
        .values(forged(id, '2022-01-01', '2022-02-01'))
        .execute(),
    )
    await expect(writing).rejects.toMatchObject({ code: '42501' })
  })
})

describe('reach', () => {
  const gone = { kind: 'none', unionId: null, on: '2026-03-02', reason: 'left' } as const
  const refused = (who: SmallPerson, id: string, to: To) =>
    expect(set(who.actor, id, to)).rejects.toMatchObject({ status: 403 })

  test('of a worker is the own membership only', async () => {
    await refused(small.riderZhang, small.workerLiu.id, gone)
    await refused(small.riderZhang, small.workerLiu.id, { ...gone, kind: 'full', unionId: optics })
    await set(small.workerPan.actor, small.workerPan.id, gone)
    expect(await person(small.workerPan.id)).toMatchObject({ membership: 'none' })
  })

  test('of a union is whom it has or takes on', async () => {
    const move = { kind: 'full', unionId: optics, on: '2026-03-02', reason: 'transfer' } as const
    await refused(small.officerYe, small.workerYang.id, gone)
    await refused(small.officerYe, small.workerYang.id, move)
    await refused(small.chairQian, small.workerYang.id, gone)
    await set(small.chairQian.actor, small.workerYang.id, move)
    expect(await person(small.workerYang.id)).toMatchObject({ union_id: optics })
    await refused(small.chairZhao, small.workerYang.id, gone)
  })

  test('does not cross federations', async () => {
    await expect(set(small.other.officer.actor, small.workerLiu.id, gone)).rejects.toMatchObject({ status: 404 })
  })

  test('finding by document number says where somebody belongs and whether the record may be opened', async () => {
    const { sealer } = district.house
    const index = sealer.blindIndex('id', small.workerLiu.idNumber)
    const found = (actor: Actor) =>
      inTransaction(district.db, standingOf(actor), (tx) => findByNumber(newCtx(district.house, actor, tx), index))
    const known = { id: small.workerLiu.id, membership: 'full', unionPath: small.factory.union?.path }
    expect(await found(small.chairZhao.actor)).toEqual({ ...known, inReach: true })
    expect(await found(small.chairQian.actor)).toEqual({ ...known, inReach: false })
    expect(await found(small.riderTan.actor)).toEqual({ ...known, inReach: false })
    expect(await found(small.other.officer.actor)).toBeNull()
  })
})
