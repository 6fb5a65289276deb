import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import type { Actor } from '../access/actor.ts'
import { contract } from './contract.ts'
import { line } from './line.ts'

let room: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  room = await openSmall([line])
})
afterAll(() => room.close())

const orgs = (actor: Actor) => room.as(actor, line, contract)
const worker = () => orgs(small.riderZhang.actor)
const street = () => orgs(small.officerLi.actor)
const district = () => orgs(small.officerWang.actor)

describe('the tree', () => {
  it('opens level by level from the root, in official order', async () => {
    const root = await worker().tree({})
    expect(root.rows.map((node) => node.name)).toEqual([small.district.name])
    const streets = await worker().tree({ parentId: root.rows[0]?.id ?? null })
    expect(streets.rows.map((node) => node.path)).toEqual([small.pinghu.path, small.jihua.path, small.longcheng.path])
    expect(streets.rows.every((node) => node.hasChildren)).toBe(true)
  })

  it('turns pages without losing or repeating a unit', async () => {
    const whole = await worker().tree({ parentPath: small.pinghu.path })
    const first = await worker().tree({ parentPath: small.pinghu.path, limit: 2 })
    const second = await worker().tree({ parentPath: small.pinghu.path, limit: 200, after: first.next ?? '' })
    expect([...first.rows, ...second.rows]).toEqual(whole.rows)
    expect(second.next).toBeNull()
  })

  it('tells the way up, the streets and one unit', async () => {
    const way = await worker().path({ path: small.bainikeng.path })
    expect(way.map((org) => org.path)).toEqual([small.district.path, small.pinghu.path, small.bainikeng.path])
    expect((await worker().streets({})).map((org) => org.shortName)).toEqual(['平湖街道', '吉华街道', '龙城街道'])
    expect(await worker().get({ path: small.bainikeng.path })).toMatchObject({
      id: small.bainikeng.id,
      kind: 'community',
      canEdit: false,
    })
    expect(await street().get({ id: small.bainikeng.id })).toMatchObject({ canEdit: true })
  })

  it('shows nothing of another district', async () => {
    await expect(worker().get({ id: small.other.street.id })).rejects.toMatchObject({ status: 404 })
    expect(await worker().find({ text: '新安' })).toEqual([])
    expect(await orgs(small.other.officer.actor).find({ text: '平湖' })).toEqual([])
  })
})

describe('finding a unit', () => {
  it.each([
    ['白泥坑', () => small.bainikeng.id],
    ['平湖 白泥', () => small.bainikeng.id],
    ['bnk', () => small.bainikeng.id],
    ['phjd', () => small.pinghu.id],
    ['吉华', () => small.jihua.id],
  ])('by “%s”', async (text, id) => expect((await worker().find({ text }))[0]?.id).toBe(id()))

  it('stays under a street when asked to', async () => {
    const found = await worker().find({ text: '社区', under: small.jihua.path, limit: 50 })
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((org) => org.path.startsWith(small.jihua.path))).toBe(true)
  })

  it('takes percent signs and underscores as they are', async () => {
    expect(await worker().find({ text: '%' })).toEqual([])
    expect(await worker().find({ text: '平_' })).toEqual([])
  })

  it('refuses what is too long, empty or of the wrong type', async () => {
    await expect(worker().find({ text: '长'.repeat(51) })).rejects.toMatchObject({ status: 400 })
    await expect(worker().find({ text: '  ' })).rejects.toMatchObject({ status: 400 })
    await expect(worker().find({ text: 7 as unknown as string })).rejects.toMatchObject({ status: 400 })
    await expect(worker().path({ path: "440307.'; drop" })).rejects.toMatchObject({ status: 400 })
  })
})

describe('a street officer', () => {
  it('founds a union in the own street, with the next number and its initials', async () => {
    const { id, path } = await street().add({
      parentId: small.bainikeng.id,
      kind: 'enterprise',
      name: '深圳市鹭汀电子有限公司工会委员会',
      form: 'single',
    })
    expect(path.startsWith(small.bainikeng.path)).toBe(true)
    expect((await worker().find({ text: 'ltdz' }))[0]).toMatchObject({ id, context: small.bainikeng.name })
  })

  it('does not add the same name twice, nor an employer’s credit code, nor a community under a community', async () => {
    const again = {
      parentId: small.bainikeng.id,
      kind: 'enterprise',
      name: '深圳市鹭汀电子有限公司工会委员会',
    } as const
    await expect(street().add(again)).rejects.toMatchObject({ status: 409 })
    await expect(
      street().add({ ...again, name: '另一家工会', creditCode: small.factory.creditCode }),
    ).rejects.toMatchObject({ status: 422, message: expect.stringContaining('81') })
    await expect(street().add({ ...again, kind: 'community', name: '东社区工联会' })).rejects.toMatchObject({
      status: 422,
    })
  })

  it('changes nothing in another street, and not the own street itself', async () => {
    await expect(street().rename({ id: small.gankeng.id, name: '别人的社区工联会' })).rejects.toMatchObject({
      status: 403,
    })
    await expect(
      street().add({ parentId: small.jihua.id, kind: 'community', name: '新社区工联会' }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(street().rename({ id: small.pinghu.id, name: '平湖总工会' })).rejects.toMatchObject({ status: 403 })
  })

  it('renames a community, which is still found under its former name', async () => {
    await street().rename({ id: small.hehua.id, name: '平湖街道禾花新社区工联会' })
    const now = await street().get({ id: small.hehua.id })
    expect(now).toMatchObject({
      name: '平湖街道禾花新社区工联会',
      shortName: '禾花新社区',
      formerNames: [{ name: small.hehua.name, until: '2026-03-02' }],
    })
    expect((await worker().find({ text: small.hehua.name }))[0]?.id).toBe(small.hehua.id)
  })

  it('closes a union without members, and only then', async () => {
    const { id } = await street().add({ parentId: small.bainikeng.id, kind: 'enterprise', name: '空壳工会' })
    const members = small.factory.union?.id ?? ''
    await expect(street().close({ id: small.bainikeng.id, reason: '并入别处' })).rejects.toMatchObject({ status: 409 })
    await expect(district().close({ id: members, reason: '企业注销' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('名会员'),
    })
    await street().close({ id, reason: '企业已注销' })
    expect(await worker().find({ text: '空壳工会' })).toEqual([])
    await expect(street().rename({ id, name: '又活了' })).rejects.toMatchObject({ status: 409 })
  })

  it('leaves a trace in the audit log', async () => {
    const trace = await room.db.owner
      .selectFrom('audit_log')
      .select(['action', 'outcome', 'reason'])
      .where('line', '=', 'orgs')
      .execute()
    expect(trace).toContainEqual({ action: 'orgs.close', outcome: 'done', reason: '撤销 空壳工会：企业已注销' })
    expect(trace.some((entry) => entry.outcome === 'refused')).toBe(true)
  })
})

describe('moving a union', () => {
  const union = () => small.factory.union
  const home = () =>
    [
      small.bainikeng,
      small.hehua,
      small.fuchengao,
      small.gankeng,
      small.shuijing,
      small.sanlian,
      small.huanggekeng,
      small.ailian,
      small.shengping,
    ].find((place) => place.id === union()?.parentId)

  it('ends the old row, begins a new one, and takes members, firms and posts along', async () => {
    const goal = home()?.id === small.ailian.id ? small.shengping : small.ailian
    const before = union()
    if (!before) throw new Error('the factory has a union')
    const moved = await district().move({ id: before.id, parentId: goal.id, reason: '企业搬迁' })
    expect(moved.path.startsWith(goal.path)).toBe(true)
    expect(await worker().get({ id: before.id })).toMatchObject({ validTo: '2026-03-02', path: before.path })
    expect(await worker().get({ id: moved.id })).toMatchObject({
      validFrom: '2026-03-02',
      validTo: null,
      name: before.name,
    })
    const { owner } = room.db
    const person = await owner
      .selectFrom('persons')
      .select(['union_id', 'org_path'])
      .where('id', '=', small.workerLiu.id)
      .executeTakeFirst()
    expect(person).toEqual({ union_id: moved.id, org_path: moved.path })
    const post = await owner
      .selectFrom('posts')
      .select(['org_id', 'org_path'])
      .where('person_id', '=', small.chairZhao.id)
      .executeTakeFirst()
    expect(post).toEqual({ org_id: moved.id, org_path: moved.path })
    const firm = await owner
      .selectFrom('enterprises')
      .select(['union_id', 'org_path'])
      .where('id', '=', small.factory.id)
      .executeTakeFirst()
    expect(firm).toEqual({ union_id: moved.id, org_path: small.factory.orgPath })
  })

  it('is refused while a matter is under way, out of reach, or into itself', async () => {
    const target = small.optics.union
    if (!target) throw new Error('the optics firm has a union')
    await expect(
      street().move({ id: small.gankeng.id, parentId: small.pinghu.id, reason: '试试看' }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      district().move({ id: small.gankeng.id, parentId: small.gankeng.id, reason: '试试看' }),
    ).rejects.toMatchObject({ status: 422 })
    const at = '2026-03-02T01:00:00.000Z'
    await room.db.owner
      .insertInto('cases')
      .values({
        federation_id: small.federationId,
        id: '01900000-0000-7000-8000-000000000001',
        line: 'appeals',
        number: 'SQ2026-0001',
        title: '欠薪',
        state: 'handling',
        is_open: true,
        org_path: target.path,
        unit_path: target.path,
        created_at: at,
        updated_at: at,
      })
      .execute()
    await expect(
      district().move({ id: target.id, parentId: small.hehua.id, reason: '企业搬迁' }),
    ).rejects.toMatchObject({ status: 409, message: expect.stringContaining('1 件事') })
  })
})

describe('people without a say', () => {
  it.each([
    ['a worker', () => small.riderZhang.actor],
    ['a community clerk', () => small.clerks.bainikeng.actor],
    ['the system administrator', () => small.systemAdmin.actor],
  ])('%s changes nothing in the tree', async (_, actor) => {
    await expect(orgs(actor()).rename({ id: small.bainikeng.id, name: '改个名' })).rejects.toMatchObject({
      status: 403,
    })
  })
})
