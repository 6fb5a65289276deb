import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { roles } from '../../kernel/access/roles.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { allGood, openRatings } from './testing.ts'

let house: Awaited<ReturnType<typeof openRatings>>
beforeAll(async () => {
  house = await openRatings()
})
beforeEach(() => house.reset())
afterAll(() => house.close())

const box = () => house.district.db.owner.selectFrom('star_rating_votes').selectAll().execute()

describe('a member rates the own union', () => {
  test('once, however often it is pressed, and only while it is open', async () => {
    const id = await house.ratingAt('rated_by_members')
    const [liu, yang] = house.members
    if (!liu || !yang) throw new Error('no members')
    expect(await house.as(liu).polls({})).toMatchObject([{ id, hasVoted: false, isOpen: true }])
    const ballot = { id, answers: [...allGood], veil: uuidv7() }
    const twice = await Promise.all([house.as(liu, 'tap').vote(ballot), house.as(liu, 'tap').vote(ballot)])
    expect(twice).toEqual([{ id }, { id }])
    await expect(house.vote(liu, id, ['poor', 'poor', 'poor', 'poor', 'poor'])).rejects.toMatchObject({ status: 409 })
    expect((await box()).reduce((sum, { votes }) => sum + votes, 0)).toBe(5)
    expect(await house.as(liu).polls({})).toMatchObject([{ hasVoted: true }])
    house.district.clock.set('2026-03-13T01:00:00.000Z')
    await expect(house.vote(yang, id)).rejects.toMatchObject({ status: 409 })
    expect(await house.as(yang).polls({})).toMatchObject([{ hasVoted: false, isOpen: false }])
  })

  test('and nobody else: no stranger, no late joiner, no half ballot', async () => {
    const id = await house.ratingAt('rated_by_members')
    await expect(house.vote(small.riderZhang.actor, id)).rejects.toMatchObject({ status: 403 })
    await expect(house.vote(small.officerLi.actor, id)).rejects.toMatchObject({ status: 403 })
    await expect(house.vote(small.visitor, id)).rejects.toMatchObject({ status: 401 })
    const [liu] = house.members
    if (!liu) throw new Error('no members')
    await expect(house.vote(liu, id, ['good'])).rejects.toMatchObject({ status: 400 })
    expect(await house.as(small.riderZhang.actor).polls({})).toEqual([])
    expect((await box()).every(({ votes }) => votes === 0)).toBe(true)
  })

  test('when too few do, nothing is shown, the item leaves the score, and the level stops at three', async () => {
    const id = await house.ratingAt('rated_by_members')
    for (const member of house.members.slice(0, 4)) await house.vote(member, id)
    house.district.clock.set('2026-03-13T01:00:00.000Z')
    expect((await house.li().get({ id })).poll).toMatchObject({ voters: 4, least: 5, isOver: true, results: [] })
    await house.li().propose({ id })
    const seen = await house.li().get({ id })
    expect(seen.items.find(({ item }) => item === 'satisfaction')).toMatchObject({
      maxTenths: 0,
      value: '参评人数不足：4 人，至少 5 人',
    })
    expect(seen.membersPerMille).toBeNull()
    expect(seen.stars).toBeLessThanOrEqual(3)
  })

  test('is told of it by a message that names nobody', async () => {
    const id = await house.ratingAt('rated_by_members')
    await house.jobs.runDue()
    const told = await house.district.db.owner.selectFrom('notices').selectAll().where('record_id', '=', id).execute()
    expect(told).toHaveLength(10)
    expect(told.every(({ body }) => body.includes('不记名'))).toBe(true)
  })
})

describe('nobody can know how somebody rated', () => {
  test('the box has no column of a person, of a time or of a single ballot, and no key but question and answer', async () => {
    const { rows } = await asOwner(house.district.db, (tx) =>
      sql<{ name: string }>`select column_name as name from information_schema.columns
        where table_name = 'star_rating_votes' order by ordinal_position`.execute(tx),
    )
    expect(rows.map(({ name }) => name)).toEqual(['federation_id', 'rating_id', 'question', 'answer', 'votes'])
    const roll = await asOwner(house.district.db, (tx) =>
      sql<{ name: string; type: string }>`select column_name as name, data_type as type from information_schema.columns
        where table_name = 'star_rating_roll'`.execute(tx),
    )
    expect(roll.rows.filter(({ type }) => type.startsWith('timestamp'))).toEqual([])
    expect(roll.rows.find(({ name }) => name === 'voted_on')).toMatchObject({ type: 'date' })
  })

  test('no role may read the box, and the roll shows only oneself', async () => {
    const id = await house.ratingAt('rated_by_members')
    for (const member of house.members.slice(0, 6)) await house.vote(member, id)
    const people = [small.officerWang, small.officerLi, small.chairZhao, small.workerLiu, small.auditAdmin]
    for (const { actor } of people) {
      const read = inTransaction(house.district.db, standingOf(actor), (tx) =>
        tx.selectFrom('star_rating_votes').selectAll().execute(),
      )
      await expect(read, roles[actor.role].title).rejects.toMatchObject({ code: '42501' })
      const seen = await inTransaction(house.district.db, standingOf(actor), (tx) =>
        tx.selectFrom('star_rating_roll').selectAll().execute(),
      )
      expect(seen.filter(({ person_id }) => person_id !== actor.personId)).toEqual([])
    }
  })

  test('the row versions of the box do not tell the last ballot: every count is written anew by each', async () => {
    const id = await house.ratingAt('rated_by_members')
    const [liu] = house.members
    if (!liu) throw new Error('no members')
    await house.vote(liu, id, ['good', 'poor', 'fair', 'unknown', 'good'])
    const { rows } = await asOwner(house.district.db, (tx) =>
      sql<{ versions: number }>`select count(distinct xmin::text)::int as versions from star_rating_votes`.execute(tx),
    )
    expect(rows).toEqual([{ versions: 1 }])
  })

  test('while it runs only the number of voters is shown, so that nobody watches a count rise', async () => {
    const id = await house.ratingAt('rated_by_members')
    for (const member of house.members.slice(0, 6)) await house.vote(member, id)
    expect((await house.li().get({ id })).poll).toMatchObject({ voters: 6, isOver: false, results: [] })
    house.district.clock.set('2026-03-13T01:00:00.000Z')
    expect((await house.li().get({ id })).poll?.results).toEqual([1000, 1000, 1000, 1000, 1000])
    expect((await house.as(small.officerYe.actor).list({ scope: 'all' })).rows).toEqual([])
  })

  test('neither history, audit nor the fingerprint of what was sent holds the answers', async () => {
    const id = await house.ratingAt('rated_by_members')
    const [liu] = house.members
    if (!liu) throw new Error('no members')
    const before = (await house.li().get({ id })).events.length
    const veil = uuidv7()
    await house.as(liu, 'the ballot').vote({ id, answers: [...allGood], veil })
    expect((await house.li().get({ id })).events).toHaveLength(before)
    const db = house.district.db.owner
    const audit = await db.selectFrom('audit_log').selectAll().where('action', '=', 'star-rating.vote').execute()
    expect(JSON.stringify(audit)).not.toMatch(/good|fair|poor/)
    const kept = await db.selectFrom('idempotency_keys').selectAll().where('key', '=', 'the ballot').execute()
    const guess = createHash('sha256')
      .update(JSON.stringify({ id, answers: allGood }))
      .digest('hex')
    expect(kept[0]?.input_digest).not.toBe(guess)
    expect(JSON.stringify(kept)).not.toContain(veil)
  })
})
