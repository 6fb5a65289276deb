import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { perform } from '../../kernel/http/perform.ts'
import { startTerm } from '../../kernel/org/terms.ts'
import { line as todo } from '../../kernel/todo/line.ts'
import { openFederations } from './testing.ts'

let room: Awaited<ReturnType<typeof openFederations>>
beforeAll(async () => {
  room = await openFederations()
})
afterAll(() => room.district.close())

const { bainikeng, gankeng } = small
const alive = Object.values(small.firms).filter((firm) => firm.orgPath === bainikeng.path && !firm.closedOn)
const foreign = Object.values(small.firms).filter((firm) => firm.orgPath === gankeng.path && !firm.closedOn)

describe('the grid', () => {
  test('holds every living firm once: unassigned ones are listed, assigned in bulk, moved to another grid', async () => {
    expect((await room.xie().grids({ id: bainikeng.id })).unassigned).toBe(alive.length)
    const first = await room.xie().saveGrid({ id: bainikeng.id, name: '第一网格', leaderId: small.clerks.bainikeng.id })
    const second = await room.xie().saveGrid({ id: bainikeng.id, name: '第二网格' })
    await room.xie().assignFirms({ gridId: first.id, firmIds: alive.map(({ id }) => id) })
    await room.xie().assignFirms({ gridId: second.id, firmIds: [alive[0]?.id ?? ''] })
    const { grids, unassigned } = await room.xie().grids({ id: bainikeng.id })
    expect(unassigned).toBe(0)
    expect(grids.map(({ name, firms }) => [name, firms]).sort()).toEqual(
      [
        ['第一网格', alive.length - 1],
        ['第二网格', 1],
      ].sort(),
    )
    expect(grids.find(({ name }) => name === '第一网格')?.leader).toBe(small.clerks.bainikeng.name)
    expect((await room.xie().gridFirms({ id: bainikeng.id, which: 'unassigned' })).rows).toEqual([])
    await expect(room.xie().saveGrid({ id: bainikeng.id, name: '第一网格' })).rejects.toMatchObject({ status: 409 })
  })

  test('takes no firm of another place and is nobody else’s to change', async () => {
    const { grids } = await room.xie().grids({ id: bainikeng.id })
    const gridId = grids[0]?.id ?? ''
    await expect(room.xie().assignFirms({ gridId, firmIds: [foreign[0]?.id ?? ''] })).rejects.toMatchObject({
      status: 422,
    })
    await expect(room.ye().assignFirms({ gridId, firmIds: [foreign[0]?.id ?? ''] })).rejects.toMatchObject({
      status: 404,
    })
    await expect(room.xie().assignFirms({ gridId, firmIds: [] })).rejects.toMatchObject({ status: 400 })
  })
})

describe('a visit', () => {
  test('takes the firm off the list of those due, and is sealed', async () => {
    const before = await room.xie().grids({ id: bainikeng.id })
    expect(before.due).toBe(alive.length)
    const firmId = alive[0]?.id ?? ''
    await room
      .xie()
      .visit({ id: bainikeng.id, firmId, visitedOn: '2026-03-01', found: '食堂改造中', needsFollowUp: false })
    expect((await room.xie().grids({ id: bainikeng.id })).due).toBe(alive.length - 1)
    expect((await room.xie().gridFirms({ id: bainikeng.id, which: 'due' })).rows.map(({ id }) => id)).not.toContain(
      firmId,
    )
    expect((await room.li().visits({ id: bainikeng.id })).rows).toMatchObject([{ found: '食堂改造中', matterId: null }])
    const kept = await room.district.db.owner.selectFrom('federation_visits').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain('食堂')
    expect(await room.figure('visits', '2026-03-02')).toBe(1)
  })

  test('that needs following up becomes a to-do of the federation with a clock, and is closed with what was done', async () => {
    const firmId = alive[1]?.id ?? ''
    const { matterId } = await room
      .xie()
      .visit({ id: bainikeng.id, firmId, visitedOn: '2026-03-01', found: '高温津贴没有发', needsFollowUp: true })
    const page = (await perform(room.district.house, todo, 'list', {}, { actor: small.clerks.bainikeng.actor })) as {
      rows: { id: string; verbTitle: string; dueAt: string }[]
    }
    expect(page.rows.find(({ id }) => id === matterId)).toMatchObject({ verbTitle: '登记跟进结果' })
    expect(page.rows.find(({ id }) => id === matterId)?.dueAt).toMatch(/^2026-03-23/)
    const id = matterId ?? ''
    expect(await room.xie().get({ id })).toMatchObject({
      kind: 'follow_up',
      content: '高温津贴没有发',
      state: 'following',
    })
    await expect(room.ye().get({ id })).rejects.toMatchObject({ status: 404 })
    await room.xie().followUp({ id, note: '企业已补发' })
    expect((await room.li().visits({ id: bainikeng.id })).rows[0]).toMatchObject({ matterState: '已跟进' })
  })

  test('is not of tomorrow, nor of a firm elsewhere', async () => {
    const ask = (firmId: string, visitedOn: string) =>
      room.xie().visit({ id: bainikeng.id, firmId, visitedOn, found: '看了车间', needsFollowUp: false })
    await expect(ask(alive[0]?.id ?? '', '2026-03-03')).rejects.toMatchObject({ status: 422 })
    await expect(ask(foreign[0]?.id ?? '', '2026-03-01')).rejects.toMatchObject({ status: 422 })
  })
})

describe('a club', () => {
  test('keeps its charter, members and what it did with whose money, year by year', async () => {
    const club = { id: bainikeng.id, name: '羽毛球社', kind: 'sport' as const, members: 42, foundedOn: '2024-05-01' }
    const { id: clubId } = await room.xie().saveClub(club)
    await room.xie().addActivity({ clubId, title: '联赛', heldOn: '2026-02-01', heads: 60, fen: 300000 })
    await room.xie().addActivity({ clubId, title: '友谊赛', heldOn: '2025-06-01', heads: 20, fen: 0 })
    await room.xie().saveClub({ ...club, clubId, members: 45 })
    expect((await room.xie().clubs({ id: bainikeng.id, year: 2026 })).clubs).toMatchObject([
      { name: '羽毛球社', members: 45, activities: 1, heads: 60, fen: 300000 },
    ])
    await expect(
      room.xie().addActivity({ clubId, title: '早了', heldOn: '2024-04-01', heads: 1, fen: 0 }),
    ).rejects.toMatchObject({ status: 422 })
    await expect(
      room.ye().addActivity({ clubId, title: '别人的', heldOn: '2026-02-01', heads: 1, fen: 0 }),
    ).rejects.toMatchObject({ status: 404 })
    expect(await room.figure('clubs', '2024-05-01')).toBe(0)
    expect(await room.figure('clubs', '2024-05-02')).toBe(1)
  })
})

describe('the checklist', () => {
  const item = async (code: string) =>
    (await room.li().checklist({ id: bainikeng.id, year: 2026 })).items.find((one) => one.code === code)

  test('is partly answered by records', async () => {
    expect(await item('term')).toMatchObject({ isByRecord: true, state: 'not_met', record: '没有登记任期' })
    await room.within(small.officerWang.actor, (ctx) =>
      startTerm(ctx, bainikeng, {
        fromOn: '2024-01-01',
        years: 5,
        electionId: null,
        elected: [small.clerks.bainikeng, small.workerLiu, small.workerYang].map(({ id }, n) => ({
          personId: id,
          duty: n === 0 ? ('chair' as const) : ('committee' as const),
          isFullTime: false,
        })),
      }),
    )
    expect(await item('term')).toMatchObject({ state: 'met', record: '本届任期到 2028-12-31' })
    expect(await item('team')).toMatchObject({ state: 'met' })
    expect(await item('organiser')).toMatchObject({ state: 'met', record: '在岗专干 1 人' })
    expect(await item('ledger')).toMatchObject({ state: 'met' })
    expect(await item('activities')).toMatchObject({ state: 'met' })
    expect(await item('office')).toMatchObject({ state: 'unknown' })
    await room.xie().saveProfile({ id: bainikeng.id, officeArea: 80, hasAccount: false })
    expect([await item('office'), await item('account')]).toMatchObject([{ state: 'met' }, { state: 'not_met' }])
  })

  test('the rest is said by the federation and checked by the street, two people', async () => {
    const where = { id: bainikeng.id, year: 2026, item: 'rules' }
    await expect(room.li().checkItem({ ...where, isMet: true })).rejects.toMatchObject({ status: 409 })
    await room.xie().confirmItem({ ...where, evidence: '十二项制度上墙' })
    expect(await item('rules')).toMatchObject({ state: 'confirmed', mayCheck: true })
    await expect(room.xie().checkItem({ ...where, isMet: true })).rejects.toMatchObject({ status: 403 })
    await expect(room.li().checkItem({ ...where, isMet: false })).rejects.toMatchObject({ status: 422 })
    await room.li().checkItem({ ...where, isMet: true })
    await expect(room.li().checkItem({ ...where, isMet: true })).rejects.toMatchObject({ status: 409 })
    await room.li().confirmItem({ ...where, item: 'funds', evidence: '有年度预算' })
    await expect(room.li().checkItem({ ...where, item: 'funds', isMet: true })).rejects.toMatchObject({ status: 422 })
    await room.wang().checkItem({ ...where, item: 'funds', isMet: true })
    await expect(room.xie().confirmItem({ ...where, item: 'term', evidence: '我说有' })).rejects.toMatchObject({
      status: 422,
    })
  })
})

describe('the table of the year', () => {
  test('is counted from the records and goes out as a file', async () => {
    const rows = await room.li().yearTable({ year: 2026 })
    const own = rows.find(({ id }) => id === bainikeng.id)
    expect(rows.length).toBe(3)
    expect(own).toMatchObject({ firms: alive.length, visits: 2, visitedFirms: 2, clubs: 1, activities: 1, heads: 60 })
    const list = await room.li().checklist({ id: bainikeng.id, year: 2026 })
    expect(own).toMatchObject({ met: list.met, notMet: list.notMet, open: list.open })
    expect((await room.li().yearTable({ year: 2025 })).find(({ id }) => id === bainikeng.id)).toMatchObject({
      visits: 0,
      activities: 1,
    })
    const file = await room.li().exportYear({ year: 2026, reason: '报社区党建考核' })
    expect(file).toMatchObject({ rows: 3 })
    expect(file.name).toMatch(/2026 年社区工联会年度表.*\.xlsx$/)
    await expect(room.xie().exportYear({ year: 2026, reason: '报社区党建考核' })).rejects.toMatchObject({ status: 403 })
  })
})

test('row security keeps the daily work of a federation from another street and from whoever has no reach', async () => {
  const tables = [
    'federation_profiles',
    'federation_checks',
    'federation_grids',
    'federation_grid_firms',
    'federation_visits',
    'federation_clubs',
  ] as const
  const seen = (actor: Parameters<typeof room.within>[0]) =>
    room.within(actor, async ({ tx }) => {
      const counts: number[] = []
      for (const table of tables) counts.push((await tx.selectFrom(table).selectAll().execute()).length)
      return counts
    })
  expect((await seen(small.officerLi.actor)).every((count) => count > 0)).toBe(true)
  for (const actor of [
    small.officerYe.actor,
    small.riderZhang.actor,
    small.other.officer.actor,
    small.systemAdmin.actor,
  ]) {
    expect(await seen(actor)).toEqual(tables.map(() => 0))
  }
  await expect(
    room.within(small.officerYe.actor, ({ tx }) =>
      tx
        .updateTable('federation_profiles')
        .set({ office_area: 1 })
        .where('org_id', '=', bainikeng.id)
        .executeTakeFirstOrThrow(),
    ),
  ).resolves.toMatchObject({ numUpdatedRows: 0n })
})
