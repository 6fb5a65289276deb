import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHeader } from './header-row.ts'
import { type Field, mapHeaders, plainTitle } from './headers.ts'

const fields = [
  { key: 'name', title: '姓名', synonyms: ['职工姓名', '会员姓名', '名字'], required: true },
  { key: 'idNumber', title: '身份证号', synonyms: ['身份证号码', '证件号码', '公民身份号码'], required: true },
  { key: 'phone', title: '手机号', synonyms: ['联系电话', '手机', '电话', '手机号码'], required: false },
  { key: 'firm', title: '单位名称', synonyms: ['工作单位', '所在单位', '企业名称'], required: false },
  { key: 'union', title: '工会名称', synonyms: ['基层工会', '所属工会'], required: false },
] as const satisfies readonly Field[]
const columnsOf = (header: string[]) =>
  Object.fromEntries(mapHeaders(header, fields).columns.map(({ key, column }) => [key, column]))

describe('column names', () => {
  it('are understood as people write them', () => {
    expect(
      columnsOf(['序号', '职 工 姓 名', '*身份证号码（必填）', '联系电话【11位】', '工作单位全称', '备注']),
    ).toEqual({ name: 1, idNumber: 2, phone: 3, firm: 4, union: null })
    expect(columnsOf(['２、证件号码', '1.姓名'])).toEqual({
      name: 1,
      idNumber: 0,
      phone: null,
      firm: null,
      union: null,
    })
  })

  it('carry how sure the match is, and what is left over or missing', () => {
    const mapping = mapHeaders(['姓名', '电话', '所属基层工会', '籍贯'], fields)
    const sure = Object.fromEntries(mapping.columns.map(({ key, confidence }) => [key, confidence]))
    expect(sure).toMatchObject({ name: 1, phone: 0.95, idNumber: 0 })
    expect(sure.union).toBeGreaterThan(0.5)
    expect(sure.union).toBeLessThan(0.95)
    expect(mapping.missing).toEqual(['身份证号'])
    expect(mapping.unused).toEqual([{ column: 3, header: '籍贯' }])
  })

  it('find their field wherever the columns stand', () => {
    const names = fields.map(({ title }) => title)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, { minLength: names.length }),
        fc.array(fc.constantFrom('', '备注', '序号'), { maxLength: 4 }),
        (shuffled, noise) => {
          const header = [...noise, ...shuffled]
          for (const { title, column, confidence } of mapHeaders(header, fields).columns) {
            expect(header[column ?? -1]).toBe(title)
            expect(confidence).toBe(1)
          }
        },
      ),
    )
  })

  it('never serve two fields, whatever the header says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'姓名身份证号手机电话单位工会称码 （）*'), maxLength: 6 })),
        (header) => {
          const { columns, unused } = mapHeaders(header, fields)
          const taken = columns.flatMap(({ column }) => column ?? [])
          expect(new Set(taken).size).toBe(taken.length)
          expect(unused.some(({ column }) => taken.includes(column))).toBe(false)
          for (const { confidence } of columns) expect(confidence >= 0 && confidence <= 1).toBe(true)
        },
      ),
    )
  })

  it('are compared without marks and remarks', () => {
    expect(plainTitle(' *手 机 号（11位）')).toBe('手机号')
    expect(plainTitle('三、ＩＤ Number')).toBe('idnumber')
  })
})

describe('the header row', () => {
  const rows = [
    ['龙岗区会员花名册', '', ''],
    ['填报单位：平湖街道总工会', '', '2026年3月'],
    ['姓名', '身份证号', '手机号'],
    ['张三', '11010519491231002X', '13800138000'],
  ]
  it('is found below merged titles, by known names or by its look', () => {
    expect(findHeader(rows, ['姓名', '手机'])).toBe(2)
    expect(findHeader(rows, [])).toBe(2)
    expect(findHeader(rows.slice(2), [])).toBe(0)
  })
  it('is missing where only numbers are', () => {
    expect(
      findHeader(
        [
          ['1', '2'],
          ['3', '4'],
        ],
        [],
      ),
    ).toBe(-1)
    expect(findHeader([], ['姓名'])).toBe(-1)
  })
})
