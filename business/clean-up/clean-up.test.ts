import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { type Actor, standingOf } from '../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { total, yearWindow } from '../../kernel/indicators/fold.ts'
import { asSystem } from '../../kernel/jobs/system.ts'
import { sealField } from '../../kernel/people/sealed.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'
import { allKinds, type Kind } from './rules/kinds.ts'
import { finders, type Run, searchPart } from './search.ts'

let district: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  district = await openSmall([line])
})
afterAll(() => district.close())

const as = (actor: Actor) => district.as(actor, line, contract)
const li = small.officerLi.actor
const ye = small.officerYe.actor
const wang = small.officerWang.actor
/** All parts of a kind, each as the job runs it. */
async function search(kind: Kind): Promise<Run> {
  const finder = finders.find((one) => one.kind === kind)
  const sum: Run = { found: 0, added: 0, gone: 0 }
  for (let part = 0; finder && part < finder.parts; part++) {
    const run = await asSystem(district.house, (ctx) => searchPart(ctx, finder, part))
    for (const key of ['found', 'added', 'gone'] as const) sum[key] += run[key]
  }
  return sum
}
const owner = <T>(work: Parameters<typeof asOwner<T>>[1]) => asOwner(district.db, work)
const open = async (actor: Actor, kind: Kind) => (await as(actor).findings({ kind })).rows

/** Somebody who was entered by hand: a name, perhaps a phone and a birthday, no document. */
async function entered(name: string, more: { phone?: string; birthOn?: string; path?: string } = {}): Promise<string> {
  const id = uuidv7()
  const phone = sealField(district.house.sealer, 'phone', id, more.phone ?? null)
  await owner((tx) =>
    tx
      .insertInto('persons')
      .values({
        federation_id: small.federationId,
        id,
        org_path: more.path ?? small.pinghu.path,
        name,
        sex: 'unknown',
        birth_on: more.birthOn ?? null,
        phone_sealed: phone.sealed,
        phone_index: phone.index,
        collected_on: '2024-05-01',
      })
      .execute(),
  )
  return id
}

const register = () =>
  owner(async (tx) => {
    const { rows } = await sql<{
      all: string
    }>`select (select jsonb_agg(to_jsonb(p) order by id) from persons p)::text as all`.execute(tx)
    return rows[0]?.all
  })

describe('the search', () => {
  test('finds two people of 平湖 with one phone, once, however often it is run', async () => {
    await entered('黄海', { phone: '15400111111' })
    await entered('黄河', { phone: '15400111111' })
    expect(await search('phone_twice')).toMatchObject({ added: 1 })
    expect(await search('phone_twice')).toMatchObject({ added: 0, gone: 0 })
    expect(await open(li, 'phone_twice')).toMatchObject([{ count: 2, state: 'open', matterId: null }])
  })

  test('closes a finding whose cause has gone, and opens it again when it is back', async () => {
    const one = await entered('林一', { birthOn: '1990-01-01' })
    await entered('林一', { birthOn: '1990-01-01' })
    await search('namesake')
    expect(await open(li, 'namesake')).toHaveLength(1)
    await owner((tx) => tx.updateTable('persons').set({ birth_on: '1991-01-01' }).where('id', '=', one).execute())
    expect(await search('namesake')).toMatchObject({ gone: 1 })
    expect(await open(li, 'namesake')).toEqual([])
    await owner((tx) => tx.updateTable('persons').set({ birth_on: '1990-01-01' }).where('id', '=', one).execute())
    expect(await search('namesake')).toMatchObject({ added: 1 })
    expect(await open(li, 'namesake')).toHaveLength(1)
  })

  test('takes two people who both have a number of their own for two people', async () => {
    const { rows } = await owner((tx) =>
      sql<{ id: string }>`update persons set name = '同名人', birth_on = '1980-05-05' where id_number_index is not null
        and id in (${small.riderZhang.id}, ${small.workerLuo.id}) returning id`.execute(tx),
    )
    expect(rows).toHaveLength(2)
    await search('namesake')
    expect((await open(wang, 'namesake')).filter((one) => one.count === 2)).toHaveLength(1)
  })

  test('finds the union whose only firm is deregistered, the unions without members, and those past their term', async () => {
    await search('dead_firm')
    const dead = await open(wang, 'dead_firm')
    expect(dead).toHaveLength(1)
    const union = small.firms.station.union
    await owner((tx) =>
      tx
        .insertInto('union_terms')
        .values({
          federation_id: small.federationId,
          id: uuidv7(),
          org_id: union?.id ?? '',
          org_path: union?.path ?? '',
          ordinal: 1,
          from_on: '2018-01-01',
          years: 3,
          expires_on: '2020-12-31',
        })
        .execute(),
    )
    await search('term_expired')
    expect(await open(li, 'term_expired')).toMatchObject([{ title: union?.name, count: 1 }])
    await search('empty_union')
    const empty = await open(wang, 'empty_union')
    expect(empty.map((one) => one.title)).not.toContain(union?.name)
  })

  test('of every kind runs on the small district and leaves word of it', async () => {
    for (const { kind } of finders) await search(kind)
    expect(finders.map(({ kind }) => kind).toSorted()).toEqual([...allKinds].sort())
    const counts = await as(wang).counts({})
    expect(counts.every((one) => one.searchedAt !== null)).toBe(true)
    for (const { kind, open: count } of counts)
      expect(await as(wang).findings({ kind, limit: 200 })).toMatchObject({ rows: { length: count } })
  })
})

describe('a finding', () => {
  const twice = async (name: string, phone: string, path?: string) => {
    const ids = [
      await entered(name, { phone }),
      await entered(name, { phone, path: path ?? small.pinghu.path }),
    ] as const
    await search('phone_twice')
    const findings = await open(wang, 'phone_twice')
    const finding = findings.find((one) => one.state === 'open')
    return { ids, findingId: finding?.id ?? '' }
  }

  test('is taken up, merged, undone: the register is as it was and the finding open again', async () => {
    await owner((tx) =>
      tx.updateTable('clean_up_findings').set({ state: 'dismissed' }).where('state', '=', 'open').execute(),
    )
    const { ids, findingId } = await twice('周全', '15400222222')
    const before = await register()
    const { id, number } = await as(li).takeUp({ findingId })
    expect(number).toMatch(/^QC2026-\d{4}$/)
    await as(li).merge({ id, keepId: ids[0], goneId: ids[1], note: '证件核对为同一人' })
    expect(await as(li).get({ id })).toMatchObject({
      state: 'settled',
      outcome: '已合并',
      finding: { state: 'settled' },
    })
    expect((await as(li).merges({})).rows).toMatchObject([{ id, canUndo: true }])
    expect(await register()).not.toBe(before)
    await as(li).undo({ id, note: '其实是两个人' })
    expect(await register()).toBe(before)
    expect(await as(li).finding({ id: findingId })).toMatchObject({ state: 'open', matterId: null })
    expect((await as(li).merges({})).rows).toMatchObject([{ id, canUndo: false }])
  })

  test('cannot be taken up by two officers', async () => {
    const { findingId } = await twice('双手', '15400333333')
    await as(li).takeUp({ findingId })
    await expect(as(wang).takeUp({ findingId })).rejects.toMatchObject({ status: 409 })
  })

  test('across two streets is seen by each with its own side, and merged by the district', async () => {
    const { ids, findingId } = await twice('跨街', '15400444444', small.jihua.path)
    expect(await as(li).finding({ id: findingId })).toMatchObject({ subjects: [{ id: ids[0] }], others: 1 })
    expect(await as(ye).finding({ id: findingId })).toMatchObject({ subjects: [{ id: ids[1] }], others: 1 })
    const { id } = await as(li).takeUp({ findingId })
    const input = { id, keepId: ids[0], goneId: ids[1], note: '证件核对为同一人' }
    await expect(as(li).merge(input)).rejects.toMatchObject({ status: 422 })
    expect(await as(wang).merge(input)).toMatchObject({ state: 'settled' })
  })

  test('that is nothing is dismissed with a reason, and the next search leaves it', async () => {
    const { findingId } = await twice('父子', '15400555555')
    expect(await as(li).dismissMany({ ids: [findingId], note: '父子共用一部手机' })).toEqual({ dismissed: 1 })
    expect(await as(li).dismissMany({ ids: [findingId], note: '父子共用一部手机' })).toEqual({ dismissed: 0 })
    await search('phone_twice')
    expect((await as(li).findings({ kind: 'phone_twice', state: 'dismissed' })).rows.map((one) => one.id)).toContain(
      findingId,
    )
    await expect(as(li).takeUp({ findingId })).rejects.toMatchObject({ status: 409 })
  })

  test('shows people masked', async () => {
    const { findingId } = await twice('遮住', '15400666666')
    const seen = JSON.stringify(await as(li).finding({ id: findingId }))
    expect(seen).toContain('154****6666')
    expect(seen).not.toContain('15400666666')
  })

  test('counts once in the figures when it is settled', async () => {
    const figure = (name: string) =>
      inTransaction(
        district.db,
        standingOf(wang),
        async (tx) => (await total(tx, line, name, yearWindow('440307', '440307.', 2026))).value,
      )
    const before = await figure('settled')
    const { findingId } = await twice('计数', '15400777777')
    const { id } = await as(li).takeUp({ findingId })
    await as(li).settle({ id, outcome: 'corrected', note: '已更正手机号' })
    expect(await figure('settled')).toBe(before + 1)
    expect(await figure('open')).toBeGreaterThan(0)
  })

  test('is for officers of its place: another street does not see it, a worker may not ask', async () => {
    const { findingId } = await twice('外人', '15400888888')
    await expect(as(ye).finding({ id: findingId })).rejects.toMatchObject({ status: 404 })
    await expect(as(small.riderZhang.actor).counts({})).rejects.toMatchObject({ status: 403 })
    await expect(as(li).search({})).rejects.toMatchObject({ status: 403 })
    await expect(as(li).takeUp({ findingId: uuidv7() })).rejects.toMatchObject({ status: 404 })
  })
})
