import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import type { Actor } from '../access/actor.ts'
import { makeCreditCode } from '../people/identity.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'
import { enterpriseInitials, searchNameOf } from './name.ts'

let room: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  room = await openSmall([line])
})
afterAll(() => room.close())

const firms = (actor: Actor) => room.as(actor, line, contract)
const worker = () => firms(small.riderZhang.actor)
const street = () => firms(small.officerLi.actor)
const { factory, optics, software } = small

describe('finding a firm', () => {
  it.each([
    ['the beginning without the city', '岚桥栖', () => factory],
    ['the middle', '精密电子', () => factory],
    ['the whole name as it is written', '深圳市岚桥栖精密电子有限公司', () => factory],
    ['the place and a part of the name', '平湖 电子', () => factory],
    ['the community and a part of the name', '白泥坑 精密', () => factory],
    ['the initials of what people say', 'lqq', () => factory],
    ['the credit code in small letters', factory.creditCode.toLowerCase(), () => factory],
    ['two characters', '光电', () => optics],
  ])('by %s', async (_, text, wanted) => expect((await worker().find({ text }))[0]?.id).toBe(wanted().id))

  it('shows a worker, and a visitor, name and place only', async () => {
    for (const actor of [small.riderZhang.actor, small.visitor]) {
      expect(await firms(actor).find({ text: '岚桥栖' })).toEqual([
        {
          id: factory.id,
          name: factory.name,
          place: '平湖街道 · 白泥坑社区',
          creditCode: null,
          band: null,
          life: null,
        },
      ])
    }
  })

  it('shows an officer more of the own street, and no more than a worker sees of another', async () => {
    expect(await street().find({ text: '岚桥栖' })).toMatchObject([
      { creditCode: factory.creditCode, band: '100+', life: 'alive' },
    ])
    expect(await street().find({ text: optics.name })).toMatchObject([{ creditCode: null, band: null, life: null }])
  })

  it('finds nothing of another district and nothing by signs', async () => {
    expect(await worker().find({ text: small.other.firm.name })).toEqual([])
    for (const text of ['%', '_', '（', "' or 1=1 --"]) expect(await worker().find({ text })).toEqual([])
  })

  it('refuses what is empty, too long or of the wrong type', async () => {
    for (const text of ['', '   ', '长'.repeat(51), 5 as unknown as string])
      await expect(worker().find({ text })).rejects.toMatchObject({ status: 400 })
    await expect(worker().find({ text: '电子', limit: 1000 })).rejects.toMatchObject({ status: 400 })
  })
})

describe('the name that is searched', () => {
  it('follows one rule in the database and here', async () => {
    const names = [
      '深圳市宏达电子（平湖）有限公司',
      '广东省深圳市龙岗区永昌 五金股份有限公司',
      '深圳龙岗',
      '有限公司',
      'ＡＢＣ(中国)有限责任公司',
      '“甲、乙”《丙》【丁】·戊—己_庚^辛`壬{癸}~&+-*/[x]\\y 全　角',
      '蜂速配送平湖白泥坑站',
      '深圳市',
      '',
      ...Object.values(small.firms).map((firm) => firm.name),
    ]
    const { rows } = await sql<{
      name: string
    }>`select nf_search_name(n) as name from unnest(${names}::text[]) with ordinality as t (n, i) order by i`.execute(
      room.db.owner,
    )
    expect(rows.map((row) => row.name)).toEqual(names.map(searchNameOf))
    expect(enterpriseInitials('深圳市宏达电子（平湖）有限公司')).toBe('hddzph')
  })
})

describe('the register', () => {
  it('is read within the own place, filtered and page by page', async () => {
    const all = await street().list({ limit: 200 })
    expect(all.rows.length).toBeGreaterThan(4)
    expect(all.rows.every((row) => row.orgPath.startsWith(small.pinghu.path))).toBe(true)
    const first = await street().list({ limit: 3 })
    const rest = await street().list({ limit: 200, after: first.next ?? '' })
    expect([...first.rows, ...rest.rows]).toEqual(all.rows)
    const without = await street().list({ union: 'without' })
    expect(without.rows.map((row) => row.name)).toEqual([small.printing.name])
    const large = await street().list({ band: '100+', text: '电子' })
    expect(large.rows.map((row) => row.id)).toEqual([factory.id])
    expect((await street().list({ under: small.jihua.path })).rows).toEqual([])
  })

  it('tells officers where the headcount comes from and of what day it is', async () => {
    expect(await street().get({ id: factory.id })).toMatchObject({
      headcount: 620,
      headcountOn: '2023-10-31',
      headcountSource: 'social_insurance',
      band: '100+',
      life: 'alive',
      unionName: factory.union?.name,
      canEdit: true,
    })
  })

  it('is closed to workers, to other streets, and to the administrators', async () => {
    await expect(worker().get({ id: factory.id })).rejects.toMatchObject({ status: 403 })
    await expect(street().get({ id: software.id })).rejects.toMatchObject({ status: 403 })
    await expect(firms(small.systemAdmin.actor).find({ text: '电子' })).rejects.toMatchObject({ status: 403 })
    await expect(firms(small.other.officer.actor).get({ id: factory.id })).rejects.toMatchObject({ status: 404 })
  })

  it('opens to a chair for the firm of the own union only', async () => {
    const chair = firms(small.chairZhao.actor)
    expect(await chair.get({ id: factory.id })).toMatchObject({ name: factory.name, canEdit: false })
    expect((await chair.list({})).rows.map((row) => row.id)).toEqual([factory.id])
    await expect(chair.get({ id: optics.id })).rejects.toMatchObject({ status: 403 })
  })
})

describe('entering a firm', () => {
  const fresh = { name: '深圳市鹭汀玩具有限公司', place: small.bainikeng.path, industry: 'C', headcount: 30 } as const
  const creditCode = makeCreditCode('91440307MA5ABCDEF')

  it('puts it in the register, in its band, findable at once', async () => {
    const { id } = await street().add({ ...fresh, creditCode })
    expect(await street().get({ id })).toMatchObject({
      band: '25-99',
      headcountSource: 'declared',
      headcountOn: '2026-03-02',
      creditCode,
    })
    expect((await worker().find({ text: 'ltwj' }))[0]?.id).toBe(id)
  })

  it('says what to do when the code is taken, false, or a union’s', async () => {
    await expect(street().add({ ...fresh, creditCode })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('鹭汀玩具'),
    })
    await expect(street().add({ ...fresh, creditCode: `${creditCode.slice(0, -1)}?` })).rejects.toMatchObject({
      status: 422,
    })
    await expect(street().add({ ...fresh, creditCode: makeCreditCode('81440307MC1234567') })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('工会'),
    })
  })

  it('refuses places out of reach, future days and impossible headcounts', async () => {
    await expect(street().add({ ...fresh, place: small.gankeng.path })).rejects.toMatchObject({ status: 403 })
    await expect(street().add({ ...fresh, headcountOn: '2027-01-01' })).rejects.toMatchObject({ status: 422 })
    await expect(street().add({ ...fresh, headcount: -1 })).rejects.toMatchObject({ status: 400 })
    await expect(street().add({ ...fresh, headcount: 1.5 })).rejects.toMatchObject({ status: 400 })
    await expect(street().add({ ...fresh, industry: 'Z' as 'C' })).rejects.toMatchObject({ status: 400 })
  })

  it('changes only what is given, and a headcount only with its source', async () => {
    const [found] = await street().find({ text: '鹭汀玩具' })
    const id = found?.id ?? ''
    await expect(street().edit({ id, headcount: 200 })).rejects.toMatchObject({ status: 422 })
    await street().edit({ id, headcount: 200, headcountSource: 'visit' })
    expect(await street().get({ id })).toMatchObject({
      name: fresh.name,
      headcount: 200,
      band: '100+',
      headcountSource: 'visit',
    })
    await expect(street().edit({ id })).rejects.toMatchObject({ status: 400 })
    await expect(firms(small.officerYe.actor).edit({ id, name: '改名' })).rejects.toMatchObject({ status: 403 })
  })

  it('follows its life, with day and reason in the audit log', async () => {
    const [found] = await street().find({ text: '鹭汀玩具' })
    const id = found?.id ?? ''
    const early = { id, life: 'deregistered', on: '2026-03-01', reason: '市场监管注销' } as const
    await expect(street().setLife(early)).rejects.toMatchObject({ status: 422 })
    await street().setLife({ id, life: 'deregistered', reason: '市场监管注销' })
    expect(await street().get({ id })).toMatchObject({ life: 'deregistered', closedOn: '2026-03-02' })
    await street().setLife({ id, life: 'alive', reason: '登记有误' })
    expect(await street().get({ id })).toMatchObject({ life: 'alive', closedOn: null })
    const trace = await room.db.owner
      .selectFrom('audit_log')
      .select('reason')
      .where('action', '=', 'enterprises.setLife')
      .where('outcome', '=', 'done')
      .execute()
    expect(trace.map((entry) => entry.reason)).toContain('深圳市鹭汀玩具有限公司 改为注销（2026-03-02）：市场监管注销')
  })
})
