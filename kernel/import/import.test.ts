import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runImport } from './run.ts'
import { people, sheetOf, somebody } from './sample-sheet.ts'
import { FACTORY, type Imports, OTHER_FACTORY, openImports } from './small-imports.ts'

let place: Imports
beforeAll(async () => {
  place = await openImports()
  return () => place.close()
})
let first = 0
beforeEach(() => {
  first += 1000
})
const mine = (count: number) => people(count, first)
const known = async (): Promise<number> =>
  Number((await sql<{ n: number }>`select count(*)::integer as n from persons`.execute(place.db.owner)).rows[0]?.n)
const register = async () =>
  (await sql<{ row: string }>`select t::text as row from persons t order by id`.execute(place.db.owner)).rows.map(
    ({ row }) => row,
  )

describe('a sheet that somebody uploads', () => {
  it('is looked into: which sheet, which header, which column is what, and the first rows with their numbers covered', async () => {
    const id = await place.begin(
      await sheetOf(mine(3), { order: [2, 1, 0], names: ['职工姓名', '身份证号', '岗位'], title: '2026 年名单' }),
    )
    const seen = await place.api().preview({ id })
    expect(seen).toMatchObject({ kind: 'xlsx', headerRow: 2, total: 3, fault: null, unused: [] })
    expect(seen.columns.map(({ title, column, confidence }) => [title, column, confidence])).toEqual([
      ['姓名', 2, 0.95],
      ['证件号码', 1, 0.95],
      ['工种', 0, 0.95],
    ])
    const [name, number, work] = mine(1)[0] ?? []
    expect(seen.rows[0]).toEqual({
      row: 3,
      cells: [name, `${number?.slice(0, 3)}${'*'.repeat(13)}${number?.slice(-2)}`, work],
      isRefused: false,
      reasons: [],
    })
  })

  it('is remembered by its column names, so that next month nothing has to be said again', async () => {
    const names = ['称呼', '号码', '干什么']
    const id = await place.begin(await sheetOf(mine(2), { names }))
    expect((await place.api().preview({ id })).fault).toContain('还没有指定')
    await place.api().map({ id, map: { name: 0, idNumber: 1, work: 2 } })
    const again = await place.begin(await sheetOf(mine(2), { names, order: [1, 2, 0] }))
    const { columns, fault } = await place.api().preview({ id: again })
    expect(fault).toBeNull()
    expect(columns.map(({ column, isRemembered }) => [column, isRemembered])).toEqual([
      [2, true],
      [0, true],
      [1, true],
    ])
    const others = await place.begin(await sheetOf(mine(2), { names }), undefined, 'wang')
    expect((await place.api('wang').preview({ id: others })).columns.some((one) => one.isRemembered)).toBe(false)
  })

  it.each([
    ['a column twice', { name: 0, idNumber: 0 }, '同一列不能对应两项'],
    ['no number', { name: 0 }, '还没有指定证件号码'],
    ['a column that is not there', { name: 0, idNumber: 9 }, '指定的列不在表里'],
    ['a field that is none', { name: 0, idNumber: 1, rank: 2 }, '不在可导入的项目里'],
  ])('is not taken with %s', async (_, map, sentence) => {
    const id = await place.begin(await sheetOf(mine(1)))
    await expect(place.api().map({ id, map })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining(sentence),
    })
  })

  it.each([
    [
      'a picture of a sheet',
      Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex'),
      '名单.png',
      415,
    ],
    ['only numbers', '1,2\n3,4\n', '名单.csv', 422],
  ])('is refused when it is %s', async (_, content, name, status) => {
    const begun = place.begin(content, name)
    if (status === 415)
      return expect(begun).rejects.toMatchObject({ status, message: expect.stringContaining('不是表格') })
    expect(await place.api().get({ id: await begun })).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('没有找到表头'),
    })
  })
})

describe('a check', () => {
  it('says what would become of every row and writes nothing', async () => {
    const [one, two] = mine(2)
    const before = await register()
    const id = await place.begin(
      await sheetOf([
        ...mine(5),
        ['', '440307199001011234', ''],
        ['李四', '12', '焊工'],
        ['难', somebody(first + 20)[1], 'x'],
        one!,
        [two![0], somebody(first + 9)[1], ''],
      ]),
    )
    await place.confirm(id)
    const checked = await place.check(id)
    expect(checked).toMatchObject({
      state: 'checked',
      position: 10,
      total: 10,
      counts: { added: 6, changed: 0, same: 0, refused: 4, warned: 1 },
      written: 0,
    })
    const { rows } = await place.api().rows({ id })
    expect(rows.map(({ row, isRefused, reasons }) => [row, isRefused, reasons.map((reason) => reason.code)])).toEqual([
      [7, true, ['name.missing']],
      [8, true, ['id.wrong']],
      [9, true, ['person.hard']],
      [10, true, ['row.twice']],
      [11, false, ['work.missing']],
    ])
    expect(rows[3]?.reasons[0]?.message).toContain('第 2 行')
    expect((await place.api().rows({ id, code: 'id.wrong' })).rows.map(({ row }) => row)).toEqual([8])
    expect((await place.api().rows({ id, isRefused: false })).rows.map(({ row }) => row)).toEqual([11])
    expect(await register()).toEqual(before)
  })
})

describe('an import', () => {
  it('writes the good rows, says why of the others, and brought in again changes nothing', async () => {
    const lines = [...mine(40), ['李四', '12', ''] as const]
    const before = await known()
    const done = await place.bring(lines)
    expect(done).toMatchObject({ state: 'stored', counts: { added: 40, refused: 1 }, written: 40 })
    expect(done.codes).toEqual([{ code: 'id.wrong', rows: 1, refused: 1, example: expect.stringMatching(/[一-龥]/) }])
    expect(await known()).toBe(before + 40)
    const after = await register()
    expect(await place.bring(lines)).toMatchObject({
      state: 'stored',
      counts: { added: 0, changed: 0, same: 40, refused: 1 },
      written: 0,
    })
    expect(await register()).toEqual(after)
  })

  it('is done once however often the button is pressed', async () => {
    const id = await place.begin(await sheetOf(mine(10)))
    await place.confirm(id)
    await place.check(id)
    await place.api().store({ id })
    await expect(place.api().store({ id })).rejects.toMatchObject({ status: 409 })
    await Promise.all([runImport(place.house, id), runImport(place.house, id)])
    expect(await place.api().get({ id })).toMatchObject({ state: 'stored', counts: { added: 10 } })
    await runImport(place.house, id)
    expect(await place.api().get({ id })).toMatchObject({ counts: { added: 10, same: 0 } })
  })

  it('goes on beside another one', async () => {
    const ids = await Promise.all(
      [mine(120), people(120, first + 500)].map(async (lines) => place.begin(await sheetOf(lines))),
    )
    for (const id of ids) {
      await place.confirm(id)
      await place.check(id)
      await place.api().store({ id })
    }
    await Promise.all(ids.map((id) => runImport(place.house, id)))
    for (const id of ids)
      expect(await place.api().get({ id })).toMatchObject({ state: 'stored', counts: { added: 120 } })
  })

  it('stops when asked and goes on from there', async () => {
    const id = await place.begin(await sheetOf(mine(450)))
    await place.confirm(id)
    await place.check(id)
    await place.api().store({ id })
    await place.api().cancel({ id })
    await runImport(place.house, id)
    const stopped = await place.api().get({ id })
    expect(stopped.state).toBe('stored')
    expect(stopped.position).toBeLessThan(450)
    expect(await place.store(id)).toMatchObject({ state: 'stored', position: 450, counts: { added: 450, same: 0 } })
  })

  it('goes on where a process left it, neither losing nor doubling a row', async () => {
    const id = await place.begin(await sheetOf(mine(700)))
    await place.confirm(id)
    await place.check(id)
    await place.api().store({ id })
    const later = place.house.lines[0]!.imports![0]!
    let chunks = 0
    const { store } = later
    later.store = async (...asked) => {
      chunks += 1
      if (chunks === 3) throw new Error('the power went')
      return store(...asked)
    }
    await expect(runImport(place.house, id)).rejects.toThrow('the power went')
    later.store = store
    expect((await place.api().get({ id })).position).toBeGreaterThan(0)
    await runImport(place.house, id)
    expect(await place.api().get({ id })).toMatchObject({
      state: 'stored',
      position: 700,
      counts: { added: 700, same: 0 },
    })
  })

  it('stops with a sentence when the sender has left the post', async () => {
    const id = await place.begin(await sheetOf(mine(3)))
    await place.confirm(id)
    await place.check(id)
    await place.api().store({ id })
    const post = place.actors.li.postId ?? ''
    await place.db.owner.updateTable('posts').set({ valid_to: '2026-01-02' }).where('id', '=', post).execute()
    await runImport(place.house, id)
    await place.db.owner.updateTable('posts').set({ valid_to: null }).where('id', '=', post).execute()
    expect(await place.api().get({ id })).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('已经不在这个岗位'),
    })
    await place.api().retry({ id })
    await runImport(place.house, id)
    expect(await place.api().get({ id })).toMatchObject({ state: 'stored', counts: { added: 3 } })
  })
})

describe('who may do what', () => {
  it('an officer of another street neither sees nor undoes it', async () => {
    const { id } = await place.bring(mine(2))
    await expect(place.api('ye').get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(place.api('ye').undo({ id, reason: '不该能' })).rejects.toMatchObject({ status: 404 })
    expect((await place.api('ye').list({})).rows.map((row) => row.id)).not.toContain(id)
  })

  it('only the sender stores; the street above may undo', async () => {
    const id = await place.checked(mine(2), 'xie')
    const mineIsNot = { status: 409, message: expect.stringContaining('不是您传的') }
    await expect(place.api().store({ id })).rejects.toMatchObject(mineIsNot)
    await place.store(id, 'xie')
    expect(await place.undo(id)).toMatchObject({ state: 'undone', undone: 2, kept: 0 })
  })

  it('nobody sends for a union out of reach, or with a file of somebody else, or without the permission', async () => {
    const document = await place.upload(await sheetOf(mine(1)))
    const sent = { documentId: document.id, line: 'sample', kind: 'people' }
    const far = await place.unionAt(OTHER_FACTORY)
    await expect(place.api().start({ ...sent, unitId: far })).rejects.toMatchObject({ status: 403 })
    await expect(place.api('wang').start({ ...sent, unitId: far })).rejects.toMatchObject({ status: 404 })
    await expect(place.api('zhao').start({ ...sent, unitId: await place.unionAt(FACTORY) })).rejects.toMatchObject({
      status: 403,
    })
    await expect(place.api('zhao').kinds({})).resolves.toEqual([])
    const offered = await place.api().units({ line: 'sample', kind: 'people', text: '深圳市某' })
    expect(offered.map(({ path }) => path)).toEqual([FACTORY])
  })
})
