import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { contract as orgs } from '../../kernel/org/contract.ts'
import { line as orgLine } from '../../kernel/org/line.ts'
import { openFederations } from './testing.ts'

let room: Awaited<ReturnType<typeof openFederations>>
beforeAll(async () => {
  room = await openFederations()
})
afterAll(() => room.district.close())

const { bainikeng, hehua, fuchengao, gankeng } = small
const TODAY = '2026-03-02'

describe('the register', () => {
  test('shows the clerk her own federation with its firms, the street all of its, and never those of another', async () => {
    expect((await room.xie().register({})).rows.map(({ name }) => name)).toEqual([bainikeng.name])
    const { rows } = await room.li().register({})
    expect(rows.map(({ id }) => id).sort()).toEqual([bainikeng.id, hehua.id, fuchengao.id].sort())
    const own = rows.find(({ id }) => id === bainikeng.id)
    const firms = Object.values(small.firms).filter((firm) => firm.orgPath === bainikeng.path && !firm.closedOn)
    expect(own).toMatchObject({
      firms: firms.length,
      workers: firms.reduce((sum, { headcount }) => sum + headcount, 0),
    })
    await expect(room.ye().federation({ id: bainikeng.id })).rejects.toMatchObject({ status: 404 })
    await expect(room.li().register({ under: small.jihua.path })).rejects.toMatchObject({ status: 403 })
    await expect(room.as(small.systemAdmin.actor).register({})).rejects.toMatchObject({ status: 403 })
  })

  test('is read in pages that neither repeat nor lose one', async () => {
    const all = (await room.wang().register({})).rows.map(({ id }) => id)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await room.wang().register({ limit: 2, after })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toEqual(all)
    expect(new Set(seen).size).toBe(9)
  })
})

describe('a grade', () => {
  test('is proposed by the street, approved by the district, stands in the register and is remembered', async () => {
    const before = await room.li().federation({ id: hehua.id })
    const to = before.grade === 1 ? 2 : 1
    const count = await room.figure(`grade${to}`, '2026-03-04')
    const { id } = await room.li().propose({ id: hehua.id, kind: 'grade', grade: to, content: '会员和企业都增加了' })
    await expect(room.li().propose({ id: hehua.id, kind: 'grade', grade: 4, content: '再提' })).rejects.toMatchObject({
      status: 409,
    })
    await expect(room.li().approve({ id })).rejects.toMatchObject({ status: 403 })
    expect((await room.wang().approve({ id })).state).toBe('approved')
    const after = await room.li().federation({ id: hehua.id })
    expect(after.grade).toBe(to)
    expect(after.gradeHistory).toMatchObject([{ from: before.grade, to, on: TODAY }])
    expect(await room.figure(`grade${to}`, '2026-03-04')).toBe(count + 1)
    expect(await room.figure(`grade${to}`, '2026-03-02')).toBe(count)
    await expect(room.chen().approve({ id })).rejects.toMatchObject({ status: 409 })
  })

  test('is not approved by whoever proposed it', async () => {
    const { id } = await room
      .wang()
      .propose({ id: fuchengao.id, kind: 'grade', grade: 4, content: '按新标准' })
      .catch(() => room.wang().propose({ id: fuchengao.id, kind: 'grade', grade: 1, content: '按新标准' }))
    await expect(room.wang().approve({ id })).rejects.toMatchObject({ status: 422 })
    await expect(room.wang().refuse({ id, note: '我自己提的' })).rejects.toMatchObject({ status: 422 })
    expect((await room.chen().refuse({ id, note: '标准还没有定' })).state).toBe('refused')
  })

  test('of two officers at once, one wins and the other is told', async () => {
    const { id } = await room.ye().propose({ id: gankeng.id, kind: 'point', content: '网格走访做得好' })
    const both = await Promise.allSettled([room.wang().approve({ id }), room.chen().approve({ id })])
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect(await room.figure('demonstrationPoints', '2026-03-04')).toBe(1)
    await expect(room.ye().propose({ id: gankeng.id, kind: 'point', content: '再提' })).rejects.toMatchObject({
      status: 409,
    })
  })

  test('pressed twice with one key is done once', async () => {
    const key = '019d0000-0000-7000-8000-000000000001'
    const ask = () =>
      room.as(small.officerYe.actor, key).propose({ id: small.sanlian.id, kind: 'point', content: '社团活跃' })
    expect(await ask()).toEqual(await ask())
  })

  test('goes by criteria that only the district enters, dated', async () => {
    const words = { grade: 1, validFrom: '2026-01-01', words: '覆盖企业 300 家以上', source: '区总工会文件' }
    await expect(room.li().setCriteria(words)).rejects.toMatchObject({ status: 403 })
    await room.wang().setCriteria(words)
    expect(await room.xie().criteria({})).toMatchObject([{ grade: 1, words: '覆盖企业 300 家以上' }])
  })
})

describe('pilots and links', () => {
  test('a pilot counts from its day to its end, as of any day', async () => {
    await expect(room.li().markPilot({ id: bainikeng.id, on: '2023-05-01', theme: '网格化' })).rejects.toMatchObject({
      status: 403,
    })
    await room.wang().markPilot({ id: bainikeng.id, on: '2023-05-01', theme: '网格化' })
    await expect(room.wang().markPilot({ id: bainikeng.id, on: '2023-06-01', theme: '网格化' })).rejects.toMatchObject({
      status: 409,
    })
    await room.wang().endMark({ id: bainikeng.id, mark: 'pilot', on: '2024-06-01' })
    expect(await room.figure('pilots', '2023-05-01')).toBe(0)
    expect(await room.figure('pilots', '2024-01-01')).toBe(1)
    expect(await room.figure('pilots', '2024-06-03')).toBe(0)
  })

  test('federations of one street are linked, counted once each, and a street needs four', async () => {
    const add = (orgIds: string[]) =>
      room.li().link({ name: '平湖互助', theme: '共享阵地', sinceOn: '2026-01-05', orgIds })
    await expect(add([bainikeng.id, gankeng.id])).rejects.toMatchObject({ status: 404 })
    await expect(
      room.wang().link({ name: '跨街道', theme: '共享', sinceOn: '2026-01-05', orgIds: [bainikeng.id, gankeng.id] }),
    ).rejects.toMatchObject({ status: 422 })
    await expect(
      room.xie().link({ name: '自己', theme: '共享', sinceOn: '2026-01-05', orgIds: [bainikeng.id, hehua.id] }),
    ).rejects.toMatchObject({ status: 403 })
    const { id } = await add([bainikeng.id, hehua.id])
    await add([bainikeng.id, fuchengao.id])
    expect(await room.figure('interlinked', '2026-03-02', small.pinghu.path)).toBe(3)
    expect(await room.figure('linkedStreets', '2026-03-02')).toBe(0)
    await room.li().addActivity({ linkId: id, title: '联合招聘', heldOn: '2026-02-01', heads: 120, fen: 500000 })
    const { links, streets, least } = await room.xie().links({ orgId: hehua.id })
    expect(links).toMatchObject([{ name: '平湖互助', activities: 1 }])
    expect(links[0]?.members.length).toBe(2)
    expect(least).toBe(4)
    expect(streets).toEqual([])
    expect((await room.li().links({})).streets).toMatchObject([{ linked: 3 }])
    await room.li().endLink({ id, on: TODAY })
    expect(await room.figure('interlinked', '2026-03-03', small.pinghu.path)).toBe(2)
  })

  test('one federation for new forms of work stands at the district and one at the street; a plain one does not stand at the district', async () => {
    const found = (parentId: string, name: string) =>
      room.wang().foundNewForm({ parentId, name, foundedOn: '2025-03-01' })
    const { id } = await found(small.district.id, '龙岗区新就业形态工会联合会')
    const street = await found(small.pinghu.id, '平湖街道新就业形态工会联合会')
    await expect(found(small.pinghu.id, '又一个')).rejects.toMatchObject({ status: 409 })
    expect(await room.figure('newFormFederations', '2025-03-01')).toBe(0)
    expect(await room.figure('newFormFederations', '2025-03-02')).toBe(2)
    const seen = await room.wang().federation({ id })
    expect(seen).toMatchObject({ form: 'new_form', marks: ['new_form'] })
    expect(seen.members).toBe(seen.platforms.reduce((sum, { members }) => sum + members, 0))
    expect(seen.members).toBeGreaterThan(0)
    expect((await room.li().federation({ id: street.id })).firms).toBe(
      Object.values(small.firms).filter(
        (firm) => firm.isNewForm && !firm.closedOn && firm.orgPath.startsWith(small.pinghu.path),
      ).length,
    )
    const add = room.district.as(small.officerWang.actor, orgLine, orgs)
    await expect(
      add.add({ parentId: small.district.id, kind: 'community', name: '直属社区工联会' }),
    ).rejects.toMatchObject({ status: 422 })
  })
})
