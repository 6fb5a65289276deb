import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import type { Actor } from '../access/actor.ts'
import { contract } from './contract.ts'
import { makeIdNumber } from './identity.ts'
import { line } from './line.ts'

let room: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  room = await openSmall([line])
})
afterAll(() => room.close())

const people = (actor: Actor) => room.as(actor, line, contract)
const street = () => people(small.officerLi.actor)
const district = () => people(small.officerWang.actor)
const zhang = small.riderZhang
const audit = (action: string) =>
  room.db.owner
    .selectFrom('audit_log')
    .select(['record_id', 'reason', 'outcome', 'actor'])
    .where('action', '=', action)
    .orderBy('at')
    .execute()

describe('finding a person', () => {
  it.each([
    ['the name', '张建民'],
    ['the beginning of the name', '张建'],
    ['initials', 'zjm'],
    ['the whole phone', zhang.phone],
    [
      'the phone as people write it',
      `+86 ${zhang.phone.slice(0, 3)}-${zhang.phone.slice(3, 7)} ${zhang.phone.slice(7)}`,
    ],
    ['the identity number', zhang.idNumber],
    ['the identity number with a small x and blanks', ` ${zhang.idNumber.toLowerCase()} `],
  ])('by %s', async (_, text) => expect((await street().find({ text })).map((row) => row.id)).toContain(zhang.id))

  it('shows phone and number masked, and tells namesakes apart', async () => {
    const [row] = await street().find({ text: '张建民' })
    expect(row?.phone).toBe(`${zhang.phone.slice(0, 3)}****${zhang.phone.slice(7)}`)
    expect(row?.context).toContain(small.station.name)
    const person = await street().get({ id: zhang.id })
    expect(person.idNumber).toBe(`${zhang.idNumber.slice(0, 6)}********${zhang.idNumber.slice(14)}`)
    expect(JSON.stringify([row, person])).not.toContain(zhang.phone)
    expect(JSON.stringify([row, person])).not.toContain(zhang.idNumber)
  })

  it('does not find by part of a phone or number, nor by signs', async () => {
    for (const text of [zhang.phone.slice(0, 7), zhang.idNumber.slice(0, 14), '%', '张_民'])
      expect(await district().find({ text })).toEqual([])
  })

  it('stays within reach: another street, another district, a chair beyond the own union', async () => {
    expect(await people(small.officerYe.actor).find({ text: '张建民' })).toEqual([])
    expect(await people(small.other.officer.actor).find({ text: zhang.phone })).toEqual([])
    expect((await people(small.chairZhao.actor).find({ text: '刘洋' })).map((row) => row.id)).toEqual([
      small.workerLiu.id,
    ])
    expect(await people(small.chairZhao.actor).find({ text: '潘文斌' })).toEqual([])
    expect((await district().find({ text: '潘文斌' })).map((row) => row.id)).toEqual([small.workerPan.id])
  })

  it('is not for workers, mediators and administrators', async () => {
    for (const actor of [
      zhang.actor,
      small.mediatorLin.actor,
      small.systemAdmin.actor,
      small.securityAdmin.actor,
      small.auditAdmin.actor,
    ]) {
      await expect(people(actor).find({ text: '张建民' })).rejects.toMatchObject({ status: 403 })
    }
    await expect(people(small.visitor).find({ text: '张建民' })).rejects.toMatchObject({ status: 401 })
  })

  it('refuses what is empty, too long or of the wrong type', async () => {
    for (const text of ['', ' ', '长'.repeat(61), null as unknown as string])
      await expect(street().find({ text })).rejects.toMatchObject({ status: 400 })
  })
})

describe('the roster', () => {
  it('is listed by stage, page by page, within reach', async () => {
    const all = await street().list({ limit: 200 })
    const first = await street().list({ limit: 2 })
    const rest = await street().list({ limit: 200, after: first.next ?? '' })
    expect([...first.rows, ...rest.rows]).toEqual(all.rows)
    expect(all.rows.every((row) => row.orgPath.startsWith(small.pinghu.path))).toBe(true)
    const members = await street().list({ stage: 'member', enterpriseId: small.station.id })
    expect(members.rows.map((row) => row.id)).toEqual([zhang.id])
  })
})

describe('one person', () => {
  it('reads the own record and no other', async () => {
    expect(await people(zhang.actor).get({ id: zhang.id })).toMatchObject({
      name: '张建民',
      canReveal: true,
      canEdit: false,
    })
    await expect(people(zhang.actor).get({ id: small.riderChen.id })).rejects.toMatchObject({ status: 404 })
    await expect(people(small.officerYe.actor).get({ id: zhang.id })).rejects.toMatchObject({ status: 404 })
  })

  it('shows the posts held', async () => {
    const chair = await district().get({ id: small.chairZhao.id })
    expect(chair.posts).toMatchObject([
      { role: 'enterprise_chair', roleTitle: '企业工会主席', orgName: small.factory.union?.name },
    ])
  })
})

describe('revealing', () => {
  it('gives the value once and writes down who, whose, what and why', async () => {
    expect(await street().reveal({ id: zhang.id, field: 'phone', reason: '电话联系当事人' })).toEqual({
      value: zhang.phone,
    })
    expect(await street().reveal({ id: zhang.id, field: 'id_number', reason: '核对入会资料' })).toEqual({
      value: zhang.idNumber,
    })
    const trace = await audit('people.reveal')
    expect(trace).toMatchObject([
      {
        record_id: zhang.id,
        reason: '查看手机号：电话联系当事人',
        outcome: 'done',
        actor: expect.stringContaining('李敏'),
      },
      { record_id: zhang.id, reason: '查看证件号码：核对入会资料', outcome: 'done' },
    ])
    expect(JSON.stringify(trace)).not.toContain(zhang.phone)
  })

  it('asks for a reason that says something', async () => {
    for (const reason of ['', '  看  ', '工作', '长'.repeat(201)])
      await expect(street().reveal({ id: zhang.id, field: 'phone', reason })).rejects.toMatchObject({ status: 400 })
    await expect(
      street().reveal({ id: zhang.id, field: 'name' as 'phone', reason: '电话联系当事人' }),
    ).rejects.toMatchObject({ status: 400 })
  })

  it('is refused out of reach, to leaders, mediators and the three administrators, and the refusal is kept', async () => {
    await expect(
      people(small.officerYe.actor).reveal({ id: zhang.id, field: 'phone', reason: '电话联系当事人' }),
    ).rejects.toMatchObject({ status: 404 })
    for (const actor of [
      small.leaderChen.actor,
      small.mediatorLin.actor,
      small.systemAdmin.actor,
      small.securityAdmin.actor,
      small.auditAdmin.actor,
    ]) {
      await expect(
        people(actor).reveal({ id: zhang.id, field: 'phone', reason: '电话联系当事人' }),
      ).rejects.toMatchObject({ status: 403 })
    }
    expect((await audit('people.reveal')).filter((entry) => entry.outcome === 'refused')).toHaveLength(5)
  })

  it('opens to the person concerned', async () => {
    expect(await people(zhang.actor).reveal({ id: zhang.id, field: 'phone', reason: '查看本人资料' })).toEqual({
      value: zhang.phone,
    })
  })
})

describe('entering a person', () => {
  const idNumber = makeIdNumber({ region: '440307', birthOn: '1990-05-06', sequence: 12 })
  const wen = {
    name: '温如玉',
    idNumber: ` ${idNumber.toLowerCase()} `,
    phone: '138 0013 8000',
    place: small.bainikeng.path,
  }

  it('reads birthday, sex and kind from the number and seals what is private', async () => {
    const { id, warnings } = await street().add(wen)
    expect(warnings).toEqual([])
    expect(await street().get({ id })).toMatchObject({
      birthOn: '1990-05-06',
      sex: 'female',
      idKind: 'resident',
      age: 35,
      stage: 'collected',
      phone: '138****8000',
    })
    const row = await room.db.owner.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(idNumber)
    expect(JSON.stringify(row)).not.toContain('13800138000')
    expect((await street().find({ text: 'wry' }))[0]?.id).toBe(id)
  })

  it('does not enter the same number twice, here or where it cannot be seen', async () => {
    await expect(street().add(wen)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('温如玉') })
    const elsewhere = people(small.officerYe.actor).add({ ...wen, place: small.gankeng.path })
    await expect(elsewhere).rejects.toMatchObject({ status: 409, message: expect.not.stringContaining('温如玉') })
    await expect(elsewhere).rejects.toMatchObject({ message: expect.stringContaining('转会') })
    const pan = await street().add({ name: '庞大海', place: small.bainikeng.path })
    await expect(street().edit({ id: pan.id, idNumber })).rejects.toMatchObject({ status: 409 })
    await expect(street().edit({ id: pan.id, idNumber: small.workerPan.idNumber })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('转会'),
    })
  })

  it('warns of a shared phone and of an age that is protected', async () => {
    const child = makeIdNumber({ region: '440307', birthOn: '2011-01-01', sequence: 21 })
    const young = makeIdNumber({ region: '440307', birthOn: '2009-01-01', sequence: 21 })
    expect(
      (await street().add({ name: '小明', idNumber: child, phone: '13800138000', place: small.bainikeng.path }))
        .warnings,
    ).toEqual([expect.stringContaining('童工'), expect.stringContaining('温如玉')])
    expect((await street().add({ name: '小红', idNumber: young, place: small.bainikeng.path })).warnings).toEqual([
      expect.stringContaining('未成年工'),
    ])
  })

  it('says what is wrong with a number, a phone, a birthday, a name', async () => {
    const place = small.bainikeng.path
    await expect(street().add({ name: '某人', idNumber: '440307199001011200', place })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('校验'),
    })
    await expect(street().add({ name: '某人', phone: '12345', place })).rejects.toMatchObject({ status: 422 })
    await expect(street().add({ name: '某人', birthOn: '2027-01-01', place })).rejects.toMatchObject({ status: 422 })
    await expect(street().add({ name: '某人', birthOn: '1990-02-30', place })).rejects.toMatchObject({ status: 400 })
    await expect(street().add({ name: '长'.repeat(51), place })).rejects.toMatchObject({ status: 400 })
    await expect(street().add({ name: ' ', place })).rejects.toMatchObject({ status: 400 })
    await expect(street().add({ name: '某人', idKind: 'passport', idNumber: 'E1', place })).rejects.toMatchObject({
      status: 422,
    })
  })

  it('takes a passport, which is found by its number', async () => {
    const { id } = await street().add({
      name: 'John Smith',
      idKind: 'passport',
      idNumber: 'e 1234-5678',
      place: small.bainikeng.path,
    })
    expect((await street().find({ text: 'E12345678' }))[0]?.id).toBe(id)
    expect((await street().find({ text: 'John' }))[0]?.id).toBe(id)
  })

  it('stays within reach, also when a person is moved', async () => {
    await expect(street().add({ name: '外人', place: small.gankeng.path })).rejects.toMatchObject({ status: 403 })
    const { id } = await street().add({ name: '里人', place: small.bainikeng.path })
    await expect(street().edit({ id, place: small.gankeng.path })).rejects.toMatchObject({ status: 403 })
    await expect(people(small.officerYe.actor).edit({ id, name: '改名' })).rejects.toMatchObject({ status: 404 })
    await expect(people(zhang.actor).edit({ id: zhang.id, name: '改名' })).rejects.toMatchObject({ status: 403 })
  })

  it('changes what is given and nothing else', async () => {
    const { id } = await street().add({ name: '陆改之', phone: '13900139000', place: small.bainikeng.path })
    await street().edit({
      id,
      name: '陆改过',
      phone: '',
      place: small.hehua.path,
      occupation: '仓管员',
    })
    expect(await street().get({ id })).toMatchObject({
      name: '陆改过',
      phone: null,
      unionId: null,
      orgPath: small.hehua.path,
      occupation: '仓管员',
      stage: 'collected',
    })
    await expect(street().edit({ id })).rejects.toMatchObject({ status: 400 })
  })

  it('leaves unions and verification to 入会 and 会籍变动', async () => {
    await expect(street().edit({ id: zhang.id, place: small.hehua.path })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('转会'),
    })
    const more = { id: zhang.id, unionId: null, verifiedOn: '2026-03-01' }
    await expect(street().edit(more)).rejects.toMatchObject({ status: 400 })
  })

  it('gives a phone free that the operator has given to somebody else, within reach and with a reason', async () => {
    const { id } = await street().add({ name: '旧机主', phone: '13700137000', place: small.bainikeng.path })
    await expect(street().releasePhone({ id, reason: '无' })).rejects.toMatchObject({ status: 400 })
    await expect(people(small.officerYe.actor).releasePhone({ id, reason: '号码换人了' })).rejects.toMatchObject({
      status: 404,
    })
    await expect(people(zhang.actor).releasePhone({ id: zhang.id, reason: '号码换人了' })).rejects.toMatchObject({
      status: 403,
    })
    await street().releasePhone({ id, reason: '号码换人了' })
    expect(await street().get({ id })).toMatchObject({ phone: null, canReleasePhone: false })
    await expect(street().releasePhone({ id, reason: '号码换人了' })).rejects.toMatchObject({ status: 409 })
  })
})
