import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { MONDAY } from '../../district/testing.ts'
import { perform } from '../../kernel/http/perform.ts'
import { contract as appealsContract } from '../appeals/contract.ts'
import { line as appeals } from '../appeals/line.ts'
import { wages } from '../appeals/testing.ts'
import { line as federations } from '../federations/line.ts'
import { line } from './line.ts'
import { plainText } from './rules/print.ts'
import { openReports, said, text, YEAR } from './testing.ts'

let room: Awaited<ReturnType<typeof openReports>>
beforeAll(async () => {
  room = await openReports(appeals, federations)
  await closedAppeal(38_510_000)
  await closedAppeal(0)
})
afterAll(() => room.district.close())

const asAppeals = (person: typeof small.riderZhang) => room.district.as(person.actor, appeals, appealsContract)
/** An appeal of the rider in 平湖, closed with money won. */
async function closedAppeal(recoveredFen: number): Promise<string> {
  const { id } = await asAppeals(small.riderZhang).receive(wages)
  const [li, lin] = [asAppeals(small.officerLi), asAppeals(small.mediatorLin)]
  await li.accept({ id })
  await li.classify({ id, category: 'wages', difficulty: 'general' })
  await li.assign({ id, assigneeId: small.mediatorLin.id })
  await lin.sign({ id })
  await lin.contact({ id, note: '已通话' })
  await lin.answer({ id, answer: '站点同意付清', outcome: 'settled', recoveredFen, recoveredBasis: 'agreement' })
  await asAppeals(small.riderZhang).rate({ id, satisfaction: 'satisfied' })
  return id
}

const discardAll = async () => {
  const { rows } = await room.wang().list({ year: YEAR })
  for (const { id, state, place } of rows)
    if (state === 'draft' && place === '440307.') await room.wang().discard({ id, note: '重来' })
}

describe('a new draft', () => {
  test('tells what the lines recorded, in the sections of the report, with figures as tokens and no number typed', async () => {
    const { id } = await room.wang().open({ year: YEAR })
    const { body, title, edition, isMine, verbs } = await room.wang().get({ id })
    expect([title, edition, isMine]).toEqual([
      `${small.officerWang.actor.orgName}2026年工作总结和2027年工作思路`,
      1,
      true,
    ])
    const tokens = body.flatMap(({ parts }) => parts.flatMap((part) => ('figure' in part ? [part.figure] : [])))
    expect(tokens).toEqual(expect.arrayContaining(['appeals.handled', 'appeals.recovered', 'appeals.onTimeRate']))
    expect(tokens).not.toContain('federations.visits')
    const words = body.flatMap(({ parts }) => parts.flatMap((part) => ('text' in part ? [part.text] : []))).join('')
    expect(words.replace(/20\d\d年/g, '')).not.toMatch(/\d/)
    expect(verbs.map(({ verb }) => verb)).toEqual(['discard'])
    await expect(room.chen().open({ year: YEAR })).rejects.toMatchObject({ status: 409, details: { id } })
    await expect(room.wang().open({ year: 2027 })).rejects.toMatchObject({ status: 422 })
    await discardAll()
  })

  test('of a street is written by the street alone, and read by the district', async () => {
    const { id } = await room.li().open({ year: YEAR })
    expect((await room.li().get({ id })).isMine).toBe(true)
    expect((await room.wang().get({ id })).isMine).toBe(false)
    await expect(room.wang().save({ id, revision: 1, title: '改', body: [] })).rejects.toMatchObject({ status: 403 })
    await expect(room.as(small.officerYe).get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(room.as(small.clerks.bainikeng).open({ year: YEAR })).rejects.toMatchObject({ status: 403 })
    await expect(room.as(small.systemAdmin).list({})).rejects.toMatchObject({ status: 403 })
    expect((await room.li().list({})).rows.map((row) => row.place)).toEqual([small.pinghu.path])
  })
})

describe('two officers at once', () => {
  test('do not overwrite each other: the second is told whose version stands, and nothing is lost on the way', async () => {
    const { id, revision } = await room.drafted([text('第一稿')])
    expect((await room.chen().save({ id, revision, title: '报告', body: [text('主席改过')] })).revision).toBe(
      revision + 1,
    )
    await expect(room.wang().save({ id, revision, title: '报告', body: [text('我也改')] })).rejects.toMatchObject({
      status: 409,
      details: { revision: revision + 1, editorName: small.leaderChen.actor.name },
    })
    expect(plainTextOf(await room.wang().get({ id }))).toBe('主席改过')
    await discardAll()
  })

  test('two devices that save the same version at the same moment: one of them wins', async () => {
    const { id, revision } = await room.drafted([text('稿')])
    const sent = ['甲', '乙'].map((one) => room.wang().save({ id, revision, title: '报告', body: [text(one)] }))
    const answers = await Promise.allSettled(sent)
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await discardAll()
  })
})

const plainTextOf = ({ body }: { body: { parts: ({ text: string } | object)[] }[] }) =>
  body.map(({ parts }) => parts.map((part) => ('text' in part ? part.text : '')).join('')).join('\n')

describe('a published report', () => {
  test('needs a second person, and holds text, figures and fingerprint as they were', async () => {
    const { id, revision } = await room.drafted([
      { level: 1, parts: [{ text: '回顾' }] },
      said('处理职工诉求 ', 'appeals.handled', ', 全部办结。'),
      said('挽回', 'appeals.recovered'),
      { level: 1, parts: [{ text: '还没写的一节' }] },
    ])
    await expect(room.wang().publish({ id, revision })).rejects.toMatchObject({ status: 403 })
    await expect(room.chen().publish({ id, revision: 1 })).rejects.toMatchObject({ status: 409 })
    await room.chen().publish({ id, revision, documentNumber: '龙工〔2026〕3号' })
    const report = await room.wang().get({ id })
    expect(report).toMatchObject({
      state: 'published',
      publishedBy: small.leaderChen.actor.name,
      publishedAt: MONDAY,
      verbs: [],
    })
    expect(plainText(report.frozen?.text ?? [])).toBe('一、回顾\n处理职工诉求2宗，全部办结。\n挽回38.51万元。')
    expect(report.frozen?.figures).toMatchObject([
      { code: 'appeals.handled', value: 2, asOf: '2026-03-02', words: '2 宗', unit: '宗' },
      { code: 'appeals.recovered', value: 385_100, words: '38.51 万元' },
    ])
    expect(await room.wang().verify({ id })).toMatchObject({ isIntact: true })
    await expect(room.wang().save({ id, revision, title: '改', body: [] })).rejects.toMatchObject({ status: 409 })
  })

  test('is not changed by anybody, not even beside the house, and a changed copy shows', async () => {
    const { rows } = await room.wang().list({ year: YEAR })
    const id = rows.find(({ state }) => state === 'published')?.id ?? ''
    const change = (statement: ReturnType<typeof sql>) => room.asHouse((tx) => statement.execute(tx))
    await expect(change(sql`update annual_report set title = '别的' where id = ${id}`)).rejects.toThrow(
      /does not change/,
    )
    await expect(change(sql`delete from annual_report where id = ${id}`)).rejects.toThrow()
    await expect(change(sql`update annual_report_figures set value = 3 where report_id = ${id}`)).rejects.toThrow(
      /do not change/,
    )
    await room.asHouse(async (tx) => {
      await sql`alter table annual_report_figures disable trigger annual_report_figures_stand`.execute(tx)
      await sql`update annual_report_figures set value = value + 1 where report_id = ${id} and code = 'appeals.handled'`.execute(
        tx,
      )
    })
    expect(await room.wang().verify({ id })).toMatchObject({ isIntact: false })
    await room.asHouse(async (tx) => {
      await sql`update annual_report_figures set value = value - 1 where report_id = ${id} and code = 'appeals.handled'`.execute(
        tx,
      )
      await sql`alter table annual_report_figures enable trigger annual_report_figures_stand`.execute(tx)
    })
  })

  test('keeps its figure when a record is changed, and lists old, new and which matter it was', async () => {
    const { rows } = await room.wang().list({ year: YEAR })
    const id = rows.find(({ state }) => state === 'published')?.id ?? ''
    expect(await room.wang().restatements({ id })).toEqual([])
    room.district.clock.advance({ days: 3 })
    const later = await closedAppeal(0)
    expect(await room.wang().restatements({ id })).toEqual([])
    await room.asHouse((tx) => sql`update appeals set closed_at = ${MONDAY} where id = ${later}`.execute(tx))
    const [found, ...others] = await room.wang().restatements({ id })
    expect(others).toEqual([])
    expect(found).toMatchObject({
      code: 'appeals.handled',
      was: 2,
      now: 3,
      wasWords: '2 宗',
      nowWords: '3 宗',
      difference: '+1 宗',
      changed: 1,
      records: [{ id: later, change: '新计入 1 宗', opens: `/appeals/${later}` }],
    })
    const live = await room.figuresAs(small.officerWang).list({ period: '2026', codes: ['appeals.handled'] })
    expect(live[0]?.value).toBe(3)
    expect(plainText((await room.wang().get({ id })).frozen?.text ?? [])).toContain('诉求2宗')
    expect(await room.wang().verify({ id })).toMatchObject({ isIntact: true })
  })

  test('is followed by a second edition that begins from its text and is held against it', async () => {
    const { id } = await room.wang().open({ year: YEAR })
    const second = await room.wang().get({ id })
    expect([second.edition, second.before.edition?.edition]).toEqual([2, 1])
    expect(second.before.edition?.values).toContainEqual({ code: 'appeals.handled', value: 2, words: '2 宗' })
    await discardAll()
  })

  test('cannot name a figure that nobody can tell, and says which', async () => {
    const { id, revision } = await room.drafted([
      said('选举', 'elections.confirmed'),
      said('按期', 'appeals.onTimeRate'),
    ])
    await expect(room.chen().publish({ id, revision })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('elections.confirmed'),
    })
    await discardAll()
  })
})

describe('what may be put in', () => {
  test('is found by title or initials, and never a number', async () => {
    const { id } = await room.wang().open({ year: YEAR })
    const { figures } = await room.wang().tokens({ id })
    expect(figures.find(({ code }) => code === 'appeals.handled')).toMatchObject({
      title: '接报处理职工诉求',
      initials: 'jbclzgsq',
      unit: '宗',
    })
    const bad = [{ level: 0 as const, parts: [{ figure: '不是代码', form: 'worded' as const }] }]
    await expect(room.wang().save({ id, revision: 1, title: '报告', body: bad })).rejects.toMatchObject({ status: 400 })
    await discardAll()
  })
})

describe('opening a report', () => {
  test('costs few statements, however many figures it tells', async () => {
    const { id } = await room.wang().open({ year: YEAR })
    const { actor } = small.officerWang
    const statements = async (name: string) => {
      let n = 0
      await perform(room.district.house, line, name, { id }, { actor, count: (count) => (n = count) })
      return n
    }
    expect(await statements('get')).toBeLessThanOrEqual(10)
    expect(await statements('tokens')).toBeLessThanOrEqual(8)
    await discardAll()
  })
})
