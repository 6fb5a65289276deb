import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { small } from '../../district/small.ts'
import { openSmall } from '../../district/testing.ts'
import { standingOf } from '../access/actor.ts'
import { inTransaction } from '../db/database.ts'
import { writeCsv } from '../exchange/csv-write.ts'
import { newCtx } from '../http/new-ctx.ts'
import { makeCreditCode } from '../people/identity.ts'
import { importTree, type TreeReport, type TreeRow } from './import-tree.ts'
import { line } from './line.ts'
import { readTreeSheet } from './tree-sheet.ts'

let room: Awaited<ReturnType<typeof openSmall>>
beforeAll(async () => {
  room = await openSmall([line])
})
afterAll(() => room.close())

const bring = (rows: readonly TreeRow[]): Promise<TreeReport> => {
  const { actor } = small.officerWang
  return inTransaction(room.db, standingOf(actor), (tx) => importTree(newCtx(room.house, actor, tx), rows))
}
const code = makeCreditCode('81440307MC1234567')

describe('a sheet of unions', () => {
  it('grows streets, communities and unions, and leaves alone what is there', async () => {
    const rows = [
      { row: 3, street: '平湖街道', community: '白泥坑社区', union: '鹭汀电子工会', creditCode: code },
      { row: 4, street: '坂田', community: '岗头社区工联会', grade: '二级' },
      { row: 5, street: '坂田街道', community: '岗头社区', union: '朗栖科技工会', foundedOn: '2020-05-06' },
    ]
    expect(await bring(rows)).toEqual({ added: 3, known: 0, errors: [] })
    expect(await bring(rows)).toEqual({ added: 0, known: 3, errors: [] })
    const grown = await room.db.owner
      .selectFrom('orgs')
      .select(['name', 'path', 'grade', 'credit_code', 'initials'])
      .where('short_name', 'in', ['坂田街道', '岗头社区', '鹭汀电子'])
      .orderBy('path')
      .execute()
    expect(grown.map((org) => org.name)).toEqual(['鹭汀电子工会', '坂田街道总工会', '岗头社区工联会'])
    expect(grown[0]).toMatchObject({
      credit_code: code,
      initials: 'ltdz',
      path: expect.stringContaining(small.bainikeng.path),
    })
    expect(grown[2]).toMatchObject({ grade: 2 })
  })

  it('tells the reason of each row at fault and takes the others', async () => {
    const report = await bring([
      { row: 2, street: '', union: '没有街道的工会' },
      { row: 3, street: '平湖街道', union: '代码不对的工会', creditCode: '81440307MC12345670' },
      { row: 4, street: '平湖街道', union: '抢代码的工会', creditCode: code },
      { row: 5, street: '平湖街道', community: '白泥坑社区', grade: '特级', union: '等级不对的工会' },
      { row: 6, street: '平湖街道', union: '日期不对的工会', foundedOn: '2020-02-30' },
      { row: 7, street: '平湖街道', union: '好好的工会' },
    ])
    expect(report.added).toBe(1)
    expect(report.errors.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6])
    expect(report.errors[2]?.message).toContain('已经登记在另一个工会名下')
  })

  it('founds a closed union anew, under a number that was never given', async () => {
    const row = { row: 2, street: '平湖街道', union: '关了又开的工会' }
    const same = () =>
      room.db.owner.selectFrom('orgs').select(['path', 'valid_to']).where('name', '=', row.union).orderBy('path')
    await bring([row])
    await room.db.owner.updateTable('orgs').set({ valid_to: '2026-03-01' }).where('name', '=', row.union).execute()
    expect(await bring([row])).toMatchObject({ added: 1 })
    const [closed, open] = await same().execute()
    expect([closed?.valid_to, open?.valid_to]).toEqual(['2026-03-01', null])
    expect(open?.path).not.toBe(closed?.path)
  })

  it('is read from a CSV file with its own column names and merged cells', async () => {
    const columns = [
      { title: '所属街道', value: (r: string[]) => r[0] ?? '' },
      { title: '社区名称', value: (r: string[]) => r[1] ?? '' },
      { title: '基层工会（全称）', value: (r: string[]) => r[2] ?? '' },
    ]
    const file = writeCsv(columns, [
      ['园山街道', '大康社区', '甲工会'],
      ['', '', '乙工会'],
      ['', '保安社区', '丙工会'],
      ['宝龙街道', '', '丁工会'],
    ])
    const sheet = await readTreeSheet(file)
    expect(sheet.columns.map(({ title, header }) => [title, header])).toEqual([
      ['街道', '所属街道'],
      ['社区', '社区名称'],
      ['工会名称', '基层工会（全称）'],
    ])
    expect(sheet.rows.map(({ row, street, community, union }) => [row, street, community, union])).toEqual([
      [2, '园山街道', '大康社区', '甲工会'],
      [3, '园山街道', '大康社区', '乙工会'],
      [4, '园山街道', '保安社区', '丙工会'],
      [5, '宝龙街道', undefined, '丁工会'],
    ])
    expect((await bring(sheet.rows)).errors).toEqual([])
  })
})
