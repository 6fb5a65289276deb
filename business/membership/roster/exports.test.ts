import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { small } from '../../../district/small.ts'
import { openSmall } from '../../../district/testing.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { asOwner } from '../../../kernel/db/database.ts'
import { contentOf } from '../../../kernel/documents/documents.ts'
import { readTable } from '../../../kernel/exchange/table.ts'
import { defineLine } from '../../../kernel/line.ts'
import { rosterContract } from './contract.ts'
import { rosterHandlers } from './exports.ts'
import { rosterPermissions } from './permissions.ts'
import { readChoice, readHukou, readNewFormKind } from './rules/choices.ts'
import { readDay } from './rules/days.ts'
import { builtInLayouts, exportFields, mayTake, usualColumn } from './rules/layouts.ts'
import { choices, choiceText, dayText } from './rules/written.ts'

const line = defineLine({
  slug: 'membership',
  title: '入会',
  chapter: 'organising',
  permissions: rosterPermissions,
  contract: rosterContract,
  handlers: rosterHandlers,
})
let district: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  district = await openSmall([line])
})
afterAll(() => district.close())

const as = (actor: Actor) => district.as(actor, line, rosterContract)
const zhao = () => as(small.chairZhao.actor)
const li = () => as(small.officerLi.actor)
const columns = [
  usualColumn('name'),
  { field: 'idNumber', header: '证件号', format: 'text' },
  { field: 'joinedOn', header: '入会', format: 'slash' },
] as const
const layout = {
  name: '本街道格式',
  columns: [...columns],
  source: '市总 2026 年 1 月下发的模板',
  validFrom: '2026-01-01',
}

async function fileOf(documentId: string): Promise<string[][]> {
  const document = await asOwner(district.db, (tx) =>
    tx.selectFrom('documents').selectAll().where('id', '=', documentId).executeTakeFirstOrThrow(),
  )
  const content = await contentOf(district.house, { id: document.id, storedAs: document.stored_as })
  const table = await readTable(content, { known: columns.map(({ header }) => header) })
  const rows = [table.header]
  for await (const row of table.rows) rows.push(row.cells)
  return rows
}

describe('members are handed over', () => {
  test('by the chairman, in the order and names of the layout, numbers masked', async () => {
    const { id } = await li().saveExportMapping(layout)
    const { documentId, rows } = await zhao().exportMembers({ mappingId: id, reason: '报送街道核对' })
    const table = await fileOf(documentId)
    expect(table[0]).toEqual(['姓名', '证件号', '入会'])
    expect(table).toHaveLength(rows + 1)
    const liu = table.find(([name]) => name === '刘洋')
    expect(liu?.[1]).toMatch(/^\d{6}\*{8}/)
    expect(liu?.[2]).toBe('2021/06/08')
  })

  test('with whole numbers only when that is asked for, and the audit log says so with the reason and without a name', async () => {
    const { documentId } = await zhao().exportMembers({
      mappingId: 'city',
      numbers: 'full',
      reason: '批量导入深圳智慧工会',
    })
    expect((await fileOf(documentId)).flat()).toContain(small.workerLiu.idNumber)
    const said = await asOwner(district.db, (tx) =>
      tx
        .selectFrom('audit_log')
        .select('reason')
        .where('action', '=', 'membership.exportMembers')
        .orderBy('at')
        .execute(),
    )
    expect(
      said.some(({ reason }) => reason.includes('含完整证件号码') && reason.includes('批量导入深圳智慧工会')),
    ).toBe(true)
    expect(JSON.stringify(said)).not.toContain('刘洋')
  })

  test("of one's own union and those below, and of no other", async () => {
    const { rows } = await li().previewExport({ columns: [usualColumn('unionName')] })
    expect(rows.length).toBeGreaterThan(0)
    await expect(
      li().previewExport({ unit: small.firms.optics.union!.path, columns: [usualColumn('name')] }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      zhao().exportMembers({ unit: small.pinghu.path, mappingId: 'city', reason: '想看看别家' }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(as(small.riderZhang.actor).exportMappings({})).rejects.toMatchObject({ status: 403 })
    await expect(as(small.systemAdmin.actor).exportMappings({})).rejects.toMatchObject({ status: 403 })
  })

  test('never without a reason', async () => {
    await expect(zhao().exportMembers({ mappingId: 'city', reason: '看' })).rejects.toMatchObject({ status: 400 })
  })
})

describe('a layout', () => {
  test('is listed with the starting versions, which nobody changes', async () => {
    const { rows } = await zhao().exportMappings({})
    expect(rows.filter(({ isBuiltIn }) => isBuiltIn).map(({ id }) => id)).toEqual(['city', 'province'])
    expect(
      rows.filter(({ isBuiltIn }) => isBuiltIn).every(({ canEdit, source }) => !canEdit && source.includes('[U]')),
    ).toBe(true)
  })

  test('of the street is used by the unions below and changed by the street alone', async () => {
    const { id } = await li().saveExportMapping({ ...layout, name: '街道另一份' })
    expect((await zhao().exportMappings({})).rows.find((row) => row.id === id)).toMatchObject({
      canEdit: false,
      ownerName: small.pinghu.shortName,
    })
    await expect(zhao().saveExportMapping({ ...layout, id, name: '改一改' })).rejects.toMatchObject({ status: 404 })
    await expect(zhao().removeExportMapping({ id })).rejects.toMatchObject({ status: 404 })
    await li().saveExportMapping({
      ...layout,
      id,
      name: '街道另一份',
      columns: [usualColumn('phone'), usualColumn('name')],
    })
    expect(
      (await li().exportMappings({})).rows.find((row) => row.id === id)?.columns.map(({ field }) => field),
    ).toEqual(['phone', 'name'])
    await li().removeExportMapping({ id })
    await expect(zhao().exportMembers({ mappingId: id, reason: '报送街道核对' })).rejects.toMatchObject({ status: 404 })
    expect((await as(small.officerYe.actor).exportMappings({})).rows.every(({ isBuiltIn }) => isBuiltIn)).toBe(true)
  })

  test('with two columns of one name, an unknown form or a taken name is refused with a sentence', async () => {
    const twice = [usualColumn('name'), { ...usualColumn('phone'), header: '姓名' }]
    await expect(li().saveExportMapping({ ...layout, name: '重名', columns: twice })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('同名'),
    })
    await expect(
      li().saveExportMapping({ ...layout, name: '错格式', columns: [{ ...usualColumn('name'), format: 'slash' }] }),
    ).rejects.toMatchObject({ status: 400 })
    await expect(li().saveExportMapping(layout)).rejects.toMatchObject({ status: 409 })
  })

  test('that is built in holds only fields and forms that exist, each under its own name', () => {
    for (const { columns: all } of builtInLayouts) {
      expect(all.filter(({ field, format }) => !mayTake(field, format))).toEqual([])
      expect(new Set(all.map(({ header }) => header)).size).toBe(all.length)
    }
  })
})

describe('what is handed over', () => {
  const back: Partial<Record<keyof typeof choices, (text: string) => unknown>> = {
    sex: (text) => readChoice('sex', text),
    political: (text) => readChoice('political', text),
    education: (text) => readChoice('education', text),
    skillLevel: (text) => readChoice('skillLevel', text),
    employment: (text) => readChoice('employment', text),
    hukou: readHukou,
    newFormKind: readNewFormKind,
  }
  test('is read back as what it was, by word and by code', () => {
    for (const [key, read] of Object.entries(back))
      for (const value of Object.keys(choices[key as keyof typeof choices]))
        for (const format of ['word', 'code'] as const) {
          const text = choiceText(key as keyof typeof choices, value, format)
          if (text !== '') expect(read(text), `${key} ${value} ${format}`).toBe(value)
        }
    for (const format of exportFields.joinedOn.formats.filter((form) => form !== 'month'))
      expect(readDay(dayText('2024-03-05', format))?.day).toBe('2024-03-05')
    expect(dayText('9999-12-31', 'slash')).toBe('长期')
  })
})
