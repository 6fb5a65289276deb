import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { type Actor, standingOf } from '../access/actor.ts'
import type { Ctx } from '../ctx.ts'
import { asOwner, inTransaction } from '../db/database.ts'
import { newCtx } from '../http/new-ctx.ts'
import { setMembership } from './membership.ts'
import { mergePersons, undoMerge } from './merge.ts'
import { openField, sealField } from './sealed.ts'

let district: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  district = await openSmall([])
})
afterAll(() => district.close())

const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inTransaction(district.db, standingOf(actor), (tx) => work(newCtx(district.house, actor, tx)))
const li = small.officerLi.actor

/** Somebody of 平湖 who was collected under a name and perhaps a phone. */
async function collected(name: string, more: { phone?: string; orgPath?: string } = {}): Promise<string> {
  const id = uuidv7()
  const phone = sealField(district.house.sealer, 'phone', id, more.phone ?? null)
  await asOwner(district.db, (tx) =>
    tx
      .insertInto('persons')
      .values({
        federation_id: small.federationId,
        id,
        org_path: more.orgPath ?? small.pinghu.path,
        name,
        sex: 'unknown',
        phone_sealed: phone.sealed,
        phone_index: phone.index,
        collected_on: '2024-05-01',
        new_form_kind: '',
      })
      .execute(),
  )
  return id
}

const register = () =>
  asOwner(district.db, async (tx) => {
    const { rows } = await sql<{ all: string }>`select (select jsonb_agg(to_jsonb(p) order by id) from persons p)::text
      || (select coalesce(jsonb_agg(to_jsonb(m) order by id), '[]') from past_memberships m)::text
      || (select jsonb_agg(to_jsonb(t) order by id) from posts t)::text as all`.execute(tx)
    return rows[0]?.all
  })
const person = (id: string) =>
  asOwner(district.db, (tx) => tx.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow())

describe('two records of one person', () => {
  test('become one that has what both had, and the other an alias that counts nowhere', async () => {
    const keep = small.riderZhang.id
    const gone = await collected('张建民', { phone: '15400001234' })
    await asOwner(district.db, (tx) =>
      tx.updateTable('persons').set({ collected_on: '2019-01-01' }).where('id', '=', gone).execute(),
    )
    await as(li, (ctx) => mergePersons(ctx, { keepId: keep, goneId: gone, reason: '同一人重复登记' }))
    expect(await person(keep)).toMatchObject({ collected_on: '2019-01-01', merged_into: null })
    expect(await person(gone)).toMatchObject({
      merged_into: keep,
      phone_index: null,
      collected_on: null,
      joined_on: null,
    })
  })

  test('the phone of the other comes along, sealed anew for the kept record', async () => {
    const keep = await collected('何秀')
    const gone = await collected('何秀', { phone: '15400005678' })
    await as(li, (ctx) => mergePersons(ctx, { keepId: keep, goneId: gone, reason: '同一人重复登记' }))
    const kept = await person(keep)
    expect(openField(district.house.sealer, 'phone', keep, kept.phone_sealed ?? '')).toBe('15400005678')
  })

  test('the membership of the other comes along with its past stints', async () => {
    const keep = await collected('贺勇')
    const gone = await collected('贺勇')
    const union = small.firms.station.union?.id ?? ''
    await as(small.officerWang.actor, async (ctx) => {
      await setMembership(ctx, gone, { kind: 'full', unionId: union, on: '2024-06-01', reason: 'transfer' })
      await setMembership(ctx, gone, { kind: 'retained', unionId: union, on: '2025-01-01', reason: 'retained' })
      await mergePersons(ctx, { keepId: keep, goneId: gone, reason: '同一人重复登记' })
    })
    expect(await person(keep)).toMatchObject({
      membership: 'retained',
      member_since: '2025-01-01',
      joined_on: '2024-06-01',
    })
    const stints = await asOwner(district.db, (tx) =>
      tx.selectFrom('past_memberships').selectAll().where('person_id', '=', keep).execute(),
    )
    expect(stints).toMatchObject([{ from_on: '2024-06-01', to_on: '2025-01-01', kind: 'full' }])
  })

  test('taken apart again, the register is as it was, byte for byte', async () => {
    const keep = await collected('万里')
    const gone = await collected('万里', { phone: '15400009999' })
    const union = small.firms.station.union?.id ?? ''
    await as(small.officerWang.actor, (ctx) =>
      setMembership(ctx, gone, { kind: 'full', unionId: union, on: '2024-06-01', reason: 'transfer' }),
    )
    const before = await register()
    const id = await as(small.officerWang.actor, (ctx) =>
      mergePersons(ctx, { keepId: keep, goneId: gone, reason: '同一人重复登记' }),
    )
    expect(await register()).not.toBe(before)
    await as(small.officerWang.actor, (ctx) => undoMerge(ctx, id))
    expect(await register()).toBe(before)
    await expect(as(small.officerWang.actor, (ctx) => undoMerge(ctx, id))).rejects.toMatchObject({ status: 404 })
  })

  test('what was changed on the kept record meanwhile stays when they are taken apart', async () => {
    const keep = await collected('毛宁')
    const gone = await collected('毛宁', { phone: '15400008888' })
    const id = await as(li, (ctx) => mergePersons(ctx, { keepId: keep, goneId: gone, reason: '同一人重复登记' }))
    await asOwner(district.db, (tx) =>
      tx.updateTable('persons').set({ occupation: '焊工' }).where('id', '=', keep).execute(),
    )
    await as(li, (ctx) => undoMerge(ctx, id))
    expect(await person(keep)).toMatchObject({ occupation: '焊工', phone_index: null })
  })

  test('members of two unions are not merged, nor people out of reach, nor a record with itself', async () => {
    const [one, two] = [await collected('钱多'), await collected('钱多')]
    await as(small.officerWang.actor, async (ctx) => {
      await setMembership(ctx, one, {
        kind: 'full',
        unionId: small.firms.station.union?.id ?? '',
        on: '2024-06-01',
        reason: 'transfer',
      })
      await setMembership(ctx, two, {
        kind: 'full',
        unionId: small.firms.eyewear.union?.id ?? '',
        on: '2024-06-01',
        reason: 'transfer',
      })
    })
    const merge = (actor: Actor, keepId: string, goneId: string) =>
      as(actor, (ctx) => mergePersons(ctx, { keepId, goneId, reason: '同一人重复登记' }))
    await expect(merge(small.officerWang.actor, one, two)).rejects.toMatchObject({ status: 409 })
    await expect(merge(small.officerYe.actor, await collected('孙一'), await collected('孙一'))).rejects.toMatchObject({
      status: 403,
    })
    await expect(merge(li, one, one)).rejects.toMatchObject({ status: 422 })
    await expect(merge(li, one, uuidv7())).rejects.toMatchObject({ status: 404 })
  })
})
