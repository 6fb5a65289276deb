import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { asOwner } from '../../kernel/db/database.ts'
import { perform } from '../../kernel/http/perform.ts'
import { line } from './line.ts'
import { standingOf } from './public.ts'
import { openUnions, unionOf } from './testing.ts'

let room: Awaited<ReturnType<typeof openUnions>>
beforeAll(async () => {
  room = await openUnions()
  await room.begin(small.factory, '2022-03-15', [
    { person: small.chairZhao, duty: 'chair' },
    { person: small.workerYang, duty: 'women_committee' },
    { person: small.workerLiu, duty: 'committee' },
  ])
  await room.certify(small.factory, '粤工法证一号', '2022-04-01', '2027-03-14')
  await room.begin(small.plastics, '2018-05-01')
  await room.begin(small.optics, '2021-04-20', [{ person: small.chairQian, duty: 'chair' }])
  await room.certify(small.optics, '粤工法证二号', '2021-05-01', '2026-03-20')
})
afterAll(() => room.district.close())

const factory = unionOf(small.factory).id
const optics = unionOf(small.optics).id

describe('how a union stands', () => {
  const standing = (id: string, on?: string) =>
    room.within(small.officerWang.actor, async (ctx) => (await standingOf(ctx, [id], on)).get(id))

  test('is told as of a day: before its term, within it, after it', async () => {
    expect(await standing(factory, '2022-03-14')).toMatchObject({ termValid: false, chairId: null, isRegular: false })
    expect(await standing(factory, '2022-03-20')).toMatchObject({ termValid: true, certificateValid: false })
    expect(await standing(factory)).toMatchObject({ isRegular: true, chairId: small.chairZhao.id })
    expect(await standing(factory, '2027-03-14')).toMatchObject({ isRegular: true })
    expect(await standing(factory, '2027-03-15')).toMatchObject({ termValid: false, isRegular: false })
  })

  test('is asked for many unions in one statement', async () => {
    const ids = Object.values(small.firms).flatMap((firm) => (firm.union ? [firm.union.id] : []))
    const all = await room.within(small.officerWang.actor, (ctx) => standingOf(ctx, ids))
    expect([...all.keys()].sort()).toEqual([...new Set(ids)].sort())
    expect(
      [...all.values()]
        .filter(({ isRegular }) => isRegular)
        .map(({ orgId }) => orgId)
        .sort(),
    ).toEqual([factory, optics].sort())
  })
})

describe('the register', () => {
  test('lists the unions of a place in the order of the tree, in pages that neither repeat nor lose one', async () => {
    const whole = await room.wang().unions({ limit: 200 })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await room.wang().unions({ limit: 3, after })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toEqual(whole.rows.map(({ id }) => id))
    expect(new Set(seen).size).toBe(seen.length)
    const li = await room.li().unions({})
    expect(li.rows.every(({ path }) => path.startsWith(small.pinghu.path))).toBe(true)
    await expect(room.li().unions({ under: small.jihua.path })).rejects.toMatchObject({ status: 403 })
    await expect(room.li().unions({ after: "' or 1=1" })).rejects.toMatchObject({ status: 400 })
  })

  test('shows form, members, chair, term and certificate, and is narrowed by each', async () => {
    const of = async (asked: Parameters<ReturnType<typeof room.wang>['unions']>[0]) =>
      (await room.wang().unions(asked)).rows.map(({ name }) => name)
    const [row] = (await room.wang().unions({ text: '岚桥栖' })).rows
    expect(row).toMatchObject({
      id: factory,
      form: 'single',
      members: 4,
      chairName: '赵国栋',
      termUntil: '2027-03-14',
      termState: 'valid',
      certificateState: 'valid',
      isRegular: true,
    })
    expect(await of({ term: 'expired' })).toEqual([expect.stringContaining('禾岚砚')])
    expect(await of({ term: 'soon' })).toEqual([expect.stringContaining('煦晗晟')])
    expect(await of({ certificate: 'soon' })).toEqual([expect.stringContaining('煦晗晟')])
    expect((await of({ chair: 'with' })).length).toBe(2)
    expect((await of({ regular: 'yes' })).length).toBe(2)
    expect((await of({ form: 'joint' })).every((name) => name.includes('联合'))).toBe(true)
    expect(await of({ isDue: true, form: 'single', chair: 'with' })).toEqual([expect.stringContaining('煦晗晟')])
  })

  test('takes one statement, whatever its length', async () => {
    let statements = 0
    const count = (n: number) => {
      statements = n
    }
    await perform(room.district.house, line, 'unions', { limit: 200 }, { actor: small.officerWang.actor, count })
    const long = statements
    await perform(room.district.house, line, 'unions', { limit: 1 }, { actor: small.officerWang.actor, count })
    expect(statements).toBe(long)
    expect(long).toBeLessThanOrEqual(3)
  })

  test('leaves as a table only for a reason', async () => {
    await expect(room.li().export({ reason: '看' })).rejects.toMatchObject({ status: 400 })
    await expect(room.zhao().export({ reason: '季度分析用表' })).rejects.toMatchObject({ status: 403 })
    const made = await room.li().export({ reason: '季度分析用表', format: 'csv' })
    expect(made).toMatchObject({ name: '工会台账_2026-03-02.csv', rows: (await room.li().unions({})).rows.length })
  })
})

describe('the page of a union', () => {
  test('folds firms, workers and members from the registers and says what is missing', async () => {
    const seen = await room.zhao().union({ id: factory })
    expect(seen).toMatchObject({
      firmCount: 1,
      headcount: 620,
      members: { all: 4, women: 2 },
      workers: { all: 4 },
      termState: 'valid',
      chairVacantSince: null,
      isRegular: true,
    })
    expect(seen.officers.map(({ duty, name }) => [duty, name])).toEqual([
      ['chair', '赵国栋'],
      ['committee', '刘洋'],
      ['women_committee', '杨丽'],
    ])
    expect(seen.missing.map(({ field }) => field)).toEqual([
      'approvalNumber',
      'approvedOn',
      'address',
      'audit',
      'treasurer',
      'accountNumber',
      'duesCode',
    ])
  })

  test('what is entered is not missing any more, and the account number is sealed and opened only for a reason', async () => {
    await expect(room.zhao().edit({ id: factory })).rejects.toMatchObject({ status: 400 })
    await expect(room.zhao().edit({ id: factory, accountNumber: '12' })).rejects.toMatchObject({ status: 400 })
    await room.zhao().edit({
      id: factory,
      approvalNumber: '平湖工复〔2012〕18号',
      approvedOn: '2012-04-18',
      address: '平湖街道白泥坑工业区 3 栋',
      accountBank: '工商银行平湖支行',
      accountNumber: '4000 0212 3456 7890',
      duesCode: 'GH0307001',
    })
    await room.zhao().appoint({ id: factory, personId: small.workerLiu.id, duty: 'treasurer', on: '2026-03-01' })
    const seen = await room.zhao().union({ id: factory })
    expect(seen.missing.map(({ field }) => field)).toEqual(['audit'])
    expect(seen.account).toBe('**** 7890')
    await expect(room.zhao().edit({ id: factory, address: '别处' })).rejects.toMatchObject({ status: 422 })
    const reveal = room.zhao().revealAccount
    await expect(reveal({ id: factory, reason: '看' })).rejects.toMatchObject({ status: 400 })
    expect(await reveal({ id: factory, reason: '核对开户行回单' })).toEqual({ value: '4000021234567890' })
    const kept = await asOwner(room.district.db, (tx) => tx.selectFrom('union_profiles').selectAll().execute())
    expect(JSON.stringify(kept)).not.toContain('4000021234567890')
  })

  test('is not known to another street, another federation or another union', async () => {
    for (const actor of [small.officerYe.actor, small.other.officer.actor, small.chairQian.actor])
      await expect(room.as(actor).union({ id: factory })).rejects.toMatchObject({ status: 404 })
    await expect(room.as(small.systemAdmin.actor).unions({})).rejects.toMatchObject({ status: 403 })
    await expect(room.as(small.riderZhang.actor).union({ id: factory })).rejects.toMatchObject({ status: 403 })
  })
})

describe('figures', () => {
  test('the rate is the regular over all, with both shown, and opens the unions behind it', async () => {
    const summary = await room.wang().summary({})
    expect(summary).toMatchObject({ day: '2026-03-02', regular: 2, termExpired: 1, termSoon: 1, certificateSoon: 1 })
    const rate = await room.figure('regularRate', '2026-03-03')
    expect(rate).toMatchObject({ numerator: summary.regular, denominator: summary.unions })
    expect((await room.figure('termsExpired', '2026-03-03')).value).toBe(1)
    expect((await room.figure('termsExpired', '2023-05-01')).value).toBe(0)
    expect((await room.figure('termsExpired', '2023-05-02')).value).toBe(1)
    expect((await room.figure('regular', '2026-03-03', small.longcheng.path)).value).toBe(1)
  })

  test('officers are counted by occupation and skill, each person once', async () => {
    await asOwner(room.district.db, (tx) =>
      tx.updateTable('persons').set({ skill_level: 'senior' }).where('id', '=', small.workerLiu.id).execute(),
    )
    const { committee, delegates, basis } = await room.wang().officers({})
    expect(committee).toMatchObject({ people: 3, technical: 1 })
    expect(committee.skills).toContainEqual({ level: 'senior', people: 1 })
    expect(committee.occupations).toContainEqual({ occupation: '操作工', people: 1 })
    expect(delegates.people).toBe(0)
    expect(basis).toContain('初级工')
    expect((await room.figure('technicalShare', '2026-03-03')).value).toBeCloseTo(100 / 3)
  })
})
