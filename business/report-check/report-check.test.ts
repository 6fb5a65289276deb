import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../district/small.ts'
import { standingOf } from '../../kernel/access/actor.ts'
import { asOwner, inTransaction } from '../../kernel/db/database.ts'
import { openDocument } from '../../kernel/documents/documents.ts'
import { newCtx } from '../../kernel/http/new-ctx.ts'
import { lineJobs } from '../../kernel/jobs/registered.ts'
import { readReport } from './claims/read.ts'
import { noRecords } from './figures.ts'
import { samplePdf } from './files/pdf.sample.ts'
import { textOfWord } from './files/word.ts'
import { judged } from './judging.ts'
import { line } from './line.ts'
import { mostAnHour } from './rules/words.ts'
import { openReportCheck } from './testing.ts'

let room: Awaited<ReturnType<typeof openReportCheck>>
let count = 0
beforeAll(async () => {
  room = await openReportCheck()
  const rows = await asOwner(room.district.db, (tx) =>
    tx.selectFrom('orgs').select('id').where('kind', '=', 'street').where('federation_id', '=', '440307').execute(),
  )
  count = rows.length
})
afterAll(() => room.district.close())

const report = (streets: number) =>
  `某区总工会2026年工作总结\n一、2026年工作回顾\n（一）组织建设\n全区街道总工会${streets}家，慰问困难职工7户。\n（一）服务职工\n驿站,服务职工。`

describe('a report handed in', () => {
  test('has each number held against the records, and its faults of form marked', async () => {
    const { id } = await room.wang().check({ text: report(count) })
    const check = await room.wang().get({ id })
    expect(check).toMatchObject({ title: '某区总工会2026年工作总结', year: 2026, source: 'text', pages: null })
    expect(check.claims.map(({ quote, verdict, ours }) => ({ quote, verdict, ours }))).toEqual([
      { quote: `${count}家`, verdict: 'agrees', ours: count },
      { quote: '7户', verdict: 'not in our records', ours: null },
    ])
    expect(check.claims[0]).toMatchObject({ figure: 'streets.founded', figureTitle: '街道总工会' })
    expect(check.defects.map(({ kind, line: at }) => [kind, at])).toEqual([
      ['repeated-heading', 3],
      ['repeated-heading', 5],
      ['half-width-punctuation', 6],
    ])
    expect(check.counts).toEqual({ agrees: 1, differs: 0, target: 0, unrecorded: 1, defects: 3 })
  })

  test('that says another number is told ours and why', async () => {
    const { id } = await room.wang().check({ text: report(count + 20) })
    const [claim] = (await room.wang().get({ id })).claims
    expect(claim).toMatchObject({ verdict: 'differs', ours: count, value: count + 20 })
    expect(claim?.why).toContain(String(count))
  })

  test('by a street is held against that street’s records', async () => {
    const { id } = await room.li().check({ text: report(1) })
    const check = await room.li().get({ id })
    expect(check.union).toBe('龙岗区平湖街道总工会')
    expect(check.claims[0]).toMatchObject({ verdict: 'agrees', ours: 1 })
  })

  test('sets as a heading what stands alone, not what runs on into its text', async () => {
    const text = '总结\n一、组织建设\n（一）建会。新建工会2家。\n二、维权服务。'
    const { id } = await room.wang().check({ text })
    expect((await room.wang().get({ id })).sheets.map(({ level }) => level)).toEqual([0, 1, 0, 1])
  })

  test('marks every finding on its sheet, at the very words', async () => {
    const { id } = await room.wang().check({ text: report(count) })
    const { sheets, claims, defects } = await room.wang().get({ id })
    const marked = sheets.flatMap(({ text, marks }) =>
      marks.map(({ from, to, finding }) => [finding, text.slice(from, to)]),
    )
    expect(Object.fromEntries(marked)).toEqual(
      Object.fromEntries([...claims, ...defects].map(({ quote }, finding) => [finding, quote])),
    )
    expect(sheets.map(({ level }) => level)).toEqual([0, 1, 2, 0, 2, 0])
  })

  test('of no year is not compared, unless the sender names one', async () => {
    const text = '全区街道总工会2家。'
    const { id } = await room.wang().check({ text })
    expect(await room.wang().get({ id })).toMatchObject({ year: null, claims: [{ verdict: 'not in our records' }] })
    const named = await room.wang().check({ text, year: 2026 })
    expect(await room.wang().get(named)).toMatchObject({ year: 2026, claims: [{ verdict: 'differs' }] })
  })

  test('of another body is read, told whose it is, and not compared', async () => {
    const { id } = await room.wang().check({ text: `坪山区总工会2026年工作总结\n全区街道总工会${count}家。` })
    expect(await room.wang().get({ id })).toMatchObject({
      body: '坪山区总工会',
      claims: [{ verdict: 'not in our records', figure: null }],
    })
  })

  test('without a single number says so by an empty list', async () => {
    const { id } = await room.wang().check({ text: '各级工会认真学习。' })
    expect((await room.wang().get({ id })).claims).toEqual([])
  })

  test('is called by its first line, without what cannot be seen and never cut within a character', async () => {
    const { id } = await room.wang().check({ text: `\u0000总 结\ud83d${'𠮷'.repeat(70)}\n二` })
    expect((await room.wang().get({ id })).title).toBe(`总结${'𠮷'.repeat(58)}`)
  })

  test('that is empty, or both a text and a file, is refused', async () => {
    await expect(room.wang().check({ text: ' \n' })).rejects.toThrow('没有文字')
    await expect(room.wang().check({})).rejects.toThrow('请粘贴文字，或者上传一份文件')
    const documentId = await room.upload(small.officerWang, 'a.txt', Buffer.from('总结'))
    await expect(room.wang().check({ text: '总结', documentId })).rejects.toThrow('请粘贴文字，或者上传一份文件')
  })
})

describe('a file', () => {
  const pdf = () =>
    samplePdf([[{ text: `2026年街道总工会${count}家。`, x: 80, y: 700 }], [{ text: '完', x: 80, y: 700 }]])

  test('is read, told by its name without the ending, and then thrown away', async () => {
    const documentId = await room.upload(small.officerWang, '年度总结.pdf', pdf())
    const { id } = await room.wang().check({ documentId })
    expect(await room.wang().get({ id })).toMatchObject({
      title: '年度总结',
      source: 'pdf',
      pages: 2,
      claims: [{ verdict: 'agrees' }],
    })
    await expect(room.wang().check({ documentId })).rejects.toThrow('没有找到这个文件')
    const left = await asOwner(room.district.db, (tx) =>
      tx.selectFrom('documents').select('stored_as').where('id', '=', documentId).executeTakeFirstOrThrow(),
    )
    await expect(room.district.house.files.open(left.stored_as, 'any')).rejects.toThrow('损坏或丢失')
  })

  test('of somebody else is not there', async () => {
    const documentId = await room.upload(small.officerLi, 'a.pdf', pdf())
    await expect(room.wang().check({ documentId })).rejects.toMatchObject({ status: 404 })
  })

  test('that cannot be read is refused and stays the sender’s', async () => {
    const documentId = await room.upload(small.officerWang, 'a.pdf', samplePdf([[]]))
    await expect(room.wang().check({ documentId })).rejects.toMatchObject({ status: 422 })
    await expect(room.wang().check({ documentId })).rejects.toThrow('扫描件')
  })
})

describe('a check', () => {
  test('is its owner’s alone: neither a colleague nor the union above opens, lists, exports or removes it', async () => {
    const { id } = await room.li().check({ text: report(1) })
    for (const other of [room.wang(), room.as(small.leaderChen), room.as(small.officerYe)]) {
      await expect(other.get({ id })).rejects.toMatchObject({ status: 404 })
      await expect(other.exportCommented({ id })).rejects.toMatchObject({ status: 404 })
      await expect(other.remove({ id })).rejects.toMatchObject({ status: 404 })
      expect((await other.list({})).rows.map((row) => row.id)).not.toContain(id)
    }
    expect((await room.li().list({})).rows[0]).toMatchObject({ id, counts: { agrees: 1 } })
  })

  test('is not for workers and visitors', async () => {
    await expect(room.as(small.riderZhang).check({ text: '总结' })).rejects.toMatchObject({ status: 403 })
  })

  test('lies sealed, and no word of it comes into the audit log', async () => {
    const { id } = await room.li().check({ text: `秘密草稿\n${report(1)}` })
    const { row, lines } = await asOwner(room.district.db, async (tx) => ({
      row: await tx.selectFrom('report_checks').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      lines: await tx.selectFrom('audit_log').selectAll().where('record_id', '=', id).execute(),
    }))
    expect(JSON.stringify(row)).not.toMatch(/秘密|驿站|街道/)
    expect(JSON.stringify(lines)).not.toMatch(/秘密|驿站/)
    expect(lines.map(({ reason }) => reason)).toEqual(['核报告一份（2026）：数字 2 处、格式问题 3 处'])
  })

  test('is saved as a Word document that keeps the text and carries the remarks', async () => {
    const { id } = await room.wang().check({ text: report(count + 20) })
    const { documentId, name } = await room.wang().exportCommented({ id })
    expect(name).toBe('数据核验批注_2026-03-02.docx')
    const bytes = await inTransaction(room.district.db, standingOf(small.officerWang.actor), async (tx) =>
      buffer((await openDocument(newCtx(room.district.house, small.officerWang.actor, tx), documentId)).stream),
    )
    expect(await textOfWord(bytes)).toContain(`全区街道总工会${count + 20}家，慰问困难职工7户。`)
  })

  test('is removed by its owner for good', async () => {
    const { id } = await room.wang().check({ text: report(1) })
    await room.wang().remove({ id })
    await expect(room.wang().get({ id })).rejects.toMatchObject({ status: 404 })
  })

  test('is forgotten by the night after its last day, and not a night earlier', async () => {
    const old = await room.wang().check({ text: report(1) })
    const last = await room.wang().check({ text: report(1) })
    const keep = (id: string, day: string) =>
      asOwner(room.district.db, (tx) =>
        tx.updateTable('report_checks').set({ kept_until: day }).where('id', '=', id).execute(),
      )
    await keep(old.id, '2026-03-01')
    await keep(last.id, '2026-03-02')
    const job = lineJobs({ ...room.district.house, lines: [line] }).find(({ name }) => name === 'report-check.forget')
    await job?.run({}, async () => {})
    await expect(room.wang().get(old)).rejects.toMatchObject({ status: 404 })
    expect((await room.wang().get(last)).keptUntil).toBe('2026-03-02')
  })

  test('cannot be made to vanish by a clock that runs ahead', async () => {
    const { id } = await room.wang().check({ text: report(1) })
    const { owner } = room.district.db
    await owner.updateTable('report_checks').set({ kept_until: '2098-12-31' }).where('id', '=', id).execute()
    await inTransaction(room.district.db, standingOf(small.officerLi.actor), (tx) =>
      sql`select nf_forget_report_checks('2099-06-01'::date)`.execute(tx),
    )
    expect((await room.wang().get({ id })).keptUntil).toBe('2098-12-31')
  })

  test('comes by pages, newest first', async () => {
    for (let i = 0; i < 4; i++) await room.wang().check({ text: report(i) })
    const first = await room.wang().list({ limit: 2 })
    const second = await room.wang().list({ limit: 2, after: first.next ?? '' })
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    expect(ids).toEqual(ids.toSorted().reverse())
  })

  test('too many within an hour have to wait', async () => {
    const ye = room.as(small.officerYe)
    const { id } = await ye.check({ text: '共3家。' })
    await asOwner(room.district.db, async (tx) => {
      const row = await tx.selectFrom('report_checks').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const more = Array.from({ length: mostAnHour - 1 }, () => ({ ...row, id: uuidv7() }))
      await tx.insertInto('report_checks').values(more).execute()
    })
    await expect(ye.check({ text: '共3家。' })).rejects.toMatchObject({ status: 429 })
    room.district.clock.advance({ hours: 2 })
    await ye.check({ text: '共3家。' })
  })
})

test('sixty pages are checked within a second, apart from the figures', () => {
  const page = Array.from(
    { length: 22 },
    (_, i) => `新建工会${i + 3}家，慰问职工${i * 7 + 11}人次，建会率达9${i % 10}.${i}%。`,
  ).join('\n')
  const text = Array.from({ length: 60 }, (_, i) => `（一）第${i}页\n${page}`).join('\n')
  const times = Array.from({ length: 3 }, () => {
    const begun = performance.now()
    expect(judged({ text, source: 'text', read: readReport(text) }, 2026, noRecords).claims.length).toBeGreaterThan(
      2000,
    )
    return performance.now() - begun
  })
  expect(Math.min(...times)).toBeLessThan(1000)
})
