import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'
import { openTransfer, takeOver } from './public.ts'
import { openTransfers, unions } from './testing.ts'

let t: Awaited<ReturnType<typeof openTransfers>>
beforeAll(async () => {
  t = await openTransfers()
})
beforeEach(() => t.reset())
afterAll(() => t.close())

const liuId = small.workerLiu.id

describe('保留会籍', () => {
  test('is asked by the retired member and confirmed by the union; back at work it is resumed', async () => {
    const { id, state } = await t.liu().retain({ reason: 'retired' })
    expect(state).toBe('confirming')
    await t.zhao().confirm({ id })
    expect(await t.person(liuId)).toMatchObject({ membership: 'retained', union_id: unions.factory.id })
    expect(await t.figure('retained')).toBe(1)
    const back = await t.zhao().resume({ personId: liuId, note: '返岗' })
    expect(back.state).toBe('done')
    expect(await t.person(liuId)).toMatchObject({ membership: 'full', joined_on: '2021-06-08' })
    expect(await t.figure('retained')).toBe(0)
  })

  test('counts those who were retained at the end of the window, though they are back by now', async () => {
    await t.zhao().retain({ personId: liuId, reason: 'unemployed' })
    t.district.clock.set('2027-02-01T01:00:00.000Z')
    await t.zhao().resume({ personId: liuId })
    expect(await t.figure('retained')).toBe(1)
  })

  test('a union that does not answer has confirmed; one that says no says why', async () => {
    const first = await t.liu().retain({ reason: 'laid_off' })
    await t.zhao().decline({ id: first.id, note: '还在岗' })
    expect(await t.person(liuId)).toMatchObject({ membership: 'full' })
    await t.liu().retain({ reason: 'laid_off' })
    t.district.clock.set('2026-03-06T01:00:00.000Z')
    await t.runJobs()
    expect(await t.person(liuId)).toMatchObject({ membership: 'retained', member_since: '2026-03-06' })
  })

  test('is refused with a sentence where it makes no sense', async () => {
    await expect(t.liu().resume({})).rejects.toMatchObject({ status: 409 })
    await expect(t.as(small.riderChen.actor).retain({ reason: 'retired' })).rejects.toMatchObject({ status: 422 })
    await expect(t.liu().retain({ personId: small.workerYang.id, reason: 'retired' })).rejects.toMatchObject({
      status: 404,
    })
    await expect(t.qian().retain({ personId: liuId, reason: 'retired' })).rejects.toMatchObject({ status: 403 })
  })
})

describe('离开', () => {
  test('leaving is free: at once, by his own act, and the union is told', async () => {
    expect((await t.liu().leave({})).state).toBe('done')
    expect(await t.person(liuId)).toMatchObject({ membership: 'none', union_id: null, left_on: '2026-03-02' })
    expect(await t.figure('left')).toBe(1)
    await t.runJobs()
    const told = await t.district.db.owner
      .selectFrom('notices')
      .selectAll()
      .where('recipient_id', '=', small.chairZhao.id)
      .execute()
    expect(told).toMatchObject([{ title: '有会员退会' }])
    expect(told[0]?.body).not.toContain('刘洋')
    await expect(t.liu().leave({})).rejects.toMatchObject({ status: 422 })
  })

  test('a written leaving holds from the day it was written, never from tomorrow', async () => {
    await expect(t.zhao().leave({ personId: liuId, writtenOn: '2026-03-03' })).rejects.toMatchObject({ status: 422 })
    await expect(t.zhao().leave({ personId: liuId, writtenOn: '2020-01-01' })).rejects.toMatchObject({ status: 409 })
    await t.zhao().leave({ personId: liuId, writtenOn: '2026-02-27' })
    expect(await t.pasts(liuId)).toMatchObject([{ to_on: '2026-02-27', reason: 'left' }])
  })

  test('除名 needs the union and the union above, two people, and may be refused', async () => {
    const asked = { personId: liuId, judgment: '（2025）粤0307刑初0号', decision: '委员会全体同意' }
    const first = await t.zhao().expel(asked)
    expect(await t.person(liuId)).toMatchObject({ membership: 'full' })
    const clerk = t.as(small.clerks.bainikeng.actor)
    await expect(t.zhao().approve({ id: first.id })).rejects.toMatchObject({ status: 403 })
    expect((await clerk.get({ id: first.id })).basis).toContain('粤0307刑初0号')
    await clerk.disapprove({ id: first.id, note: '判决未生效' })
    expect(await t.person(liuId)).toMatchObject({ membership: 'full' })
    const ownHands = await clerk.expel(asked)
    await expect(clerk.approve({ id: ownHands.id })).rejects.toMatchObject({ status: 422 })
    await t.as(small.officerLi.actor).approve({ id: ownHands.id })
    expect(await t.person(liuId)).toMatchObject({ membership: 'none' })
    expect([await t.figure('expelled'), await t.figure('left')]).toEqual([1, 0])
  })

  test('what it rests on is not readable in the database', async () => {
    await t.zhao().expel({ personId: liuId, judgment: '（2025）粤0307刑初0号', decision: '委员会全体同意' })
    const rows = await t.district.db.owner.selectFrom('transfers').selectAll().execute()
    expect(JSON.stringify(rows)).not.toMatch(/刑初|刘洋/)
  })

  test('death is recorded by the union', async () => {
    await t.zhao().recordDeath({ personId: liuId, on: '2026-03-01' })
    expect(await t.pasts(liuId)).toMatchObject([{ to_on: '2026-03-01', reason: 'died' }])
    expect(await t.figure('died')).toBe(1)
  })
})

describe('seeing', () => {
  test('the old union keeps the stint and loses the person', async () => {
    const { id } = await t.liu().request({ toUnionId: unions.optics.id })
    await t.zhao().release({ id })
    await t.qian().accept({ id })
    const seen = await inTransaction(t.district.db, standingOf(small.chairZhao.actor), async (tx) => ({
      persons: await tx.selectFrom('persons').select('id').where('id', '=', liuId).execute(),
      stints: await tx.selectFrom('past_memberships').select('union_id').where('person_id', '=', liuId).execute(),
      transfers: await tx.selectFrom('transfers').select('id').execute(),
      asked: (await sql`select * from nf_transfer_person(${id}::uuid)`.execute(tx)).rows,
    }))
    expect(seen).toEqual({ persons: [], stints: [{ union_id: unions.factory.id }], transfers: [], asked: [] })
  })

  test('strangers, other federations and administrators know nothing of it', async () => {
    const { id } = await t.liu().request({ toUnionId: unions.optics.id })
    await expect(t.as(small.officerYe.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(t.as(small.other.officer.actor).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(t.as(small.workerYang.actor).follow({ id })).rejects.toMatchObject({ status: 404 })
    await expect(t.as(small.systemAdmin.actor).list({})).rejects.toMatchObject({ status: 403 })
    await expect(t.as(small.visitor).mine({})).rejects.toMatchObject({ status: 401 })
    await expect(
      t.as(small.officerYe.actor).request({ personId: liuId, toUnionId: unions.optics.id }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('what is typed', () => {
  test('is answered with what to do', async () => {
    const refused = (asked: Promise<unknown>, status: number) => expect(asked).rejects.toMatchObject({ status })
    await refused(t.liu().request({ toUnionId: unions.factory.id }), 409)
    await refused(t.liu().request({ toUnionId: uuidv7() }), 404)
    await refused(t.liu().request({ toUnionId: small.other.street.id }), 404)
    await refused(t.liu().request({ toUnionId: unions.optics.id, toEnterpriseId: small.factory.id }), 422)
    await refused(t.qian().request({ toUnionId: unions.optics.id }), 422)
    await refused(t.qian().request({ toUnionId: unions.optics.id, idNumber: '110101199003070000' }), 404)
    await refused(t.as(small.riderChen.actor).request({ toUnionId: unions.optics.id }), 422)
    await refused(t.zhao().list({ after: '1~2' }), 400)
    await refused(t.zhao().list({ under: 'x' }), 400)
  })

  test('finds the union of a firm, or of its place where it has none', async () => {
    const [own] = await t.liu().destinations({ text: '煦晗晟光电' })
    expect(own).toMatchObject({ unionId: unions.optics.id, enterpriseId: small.optics.id })
    const [place] = await t.liu().destinations({ text: '沐穗棠印刷' })
    expect(place).toMatchObject({ unionId: small.fuchengao.id, enterpriseId: small.printing.id })
    expect(place?.context).toContain('没有工会')
    expect(await t.liu().destinations({ text: '绮绥纶服装有限' })).toMatchObject([{ enterpriseId: null }])
  })
})

describe('the list', () => {
  test('stands by the clock, in pages that neither repeat nor lose one, each one statement', async () => {
    for (const who of [small.workerLiu, small.workerYang, small.informantSun, small.chairZhao])
      await t.as({ ...who.actor, role: 'worker', orgPath: '' }).request({ toUnionId: unions.optics.id })
    await t.zhao().release({ id: (await t.zhao().list({})).rows[1]?.id ?? '' })
    for (const scope of ['open', 'all'] as const) {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await t.qian().list({ limit: 1, scope, after })
        seen.push(...page.rows.map((row) => row.id))
        after = page.next ?? undefined
      } while (after)
      expect(seen).toHaveLength(4)
      expect(seen).toEqual((await t.qian().list({ scope })).rows.map((row) => row.id))
    }
    const dues = (await t.qian().list({})).rows.map((row) => row.nextDueAt ?? '')
    expect(dues).toEqual(dues.toSorted())
    let statements = 0
    const counted = t.district.as(small.chairQian.actor, line, contract, { count: (n) => (statements = n) })
    await counted.list({ scope: 'all' })
    // Opening, the list, commit.
    expect(statements).toBeLessThanOrEqual(3)
    expect((await t.zhao().list({})).rows).toHaveLength(3)
    expect((await t.qian().list({ kind: 'leave' })).rows).toEqual([])
  })
})

describe('for other lines', () => {
  test('an application of somebody who is a member elsewhere becomes a transfer', async () => {
    const { house, db } = t.district
    const actor = small.chairQian.actor
    const opened = await inTransaction(db, standingOf(actor), (tx) =>
      openTransfer(newCtx(house, actor, tx), { personId: liuId, toUnionId: unions.optics.id, source: '入会申请' }),
    )
    expect(await t.zhao().get({ id: opened.id })).toMatchObject({ number: opened.number, state: 'releasing' })
  })

  test('the members of a union that ends go to the one above: nobody is lost', async () => {
    const { house, db } = t.district
    await t.zhao().retain({ personId: small.workerYang.id, reason: 'retired' })
    const actor = small.officerLi.actor
    const taken = await inTransaction(db, standingOf(actor), (tx) =>
      takeOver(newCtx(house, actor, tx), unions.factory.id, '2026-03-02'),
    )
    expect(taken).toBe(4)
    expect(await t.person(liuId)).toMatchObject({ union_id: small.bainikeng.id, membership: 'pooled' })
    expect(await t.person(small.workerYang.id)).toMatchObject({ union_id: small.bainikeng.id, membership: 'retained' })
  })
})
