import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { utils, type WorkSheet, write } from '@e965/xlsx'
import excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { digitsShown } from './cell.ts'
import { type RawRow, readTable, type TableOptions } from './table.ts'
import { zipOf } from './zip.sample.ts'

async function read(content: Buffer, options: TableOptions = {}) {
  const table = await readTable(Readable.from([content]), options)
  const rows: RawRow[] = []
  for await (const row of table.rows) rows.push(row)
  return { ...table, rows }
}

type Sheets = Record<string, WorkSheet>
function oldBook(sheets: Sheets, hidden: readonly string[] = []): Buffer {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  book.Workbook = { Sheets: book.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) }
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer
}

async function newBook(fill: (book: excel.Workbook) => void): Promise<Buffer> {
  const book = new excel.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('an old .xls', () => {
  const sheet = utils.aoa_to_sheet([
    ['会员名册', null, null, null],
    ['姓名', '身份证号', '入会日期', '工号'],
    ['张建民', '440307199001011234', { t: 'n', v: 46027, z: 'yyyy-mm-dd' }, { t: 'n', v: 42, z: '000000' }],
    ['李四', { t: 'n', v: Number('440307199001011234') }, { t: 'e', v: 42 }, { t: 'b', v: true }],
  ])
  it('is read like a new one: days, zeros in front, lost digits, wrong formulas', async () => {
    const table = await read(oldBook({ 名册: sheet }), { takesXls: true, known: ['姓名'] })
    expect([table.kind, table.headerRow, table.header]).toEqual(['xls', 2, ['姓名', '身份证号', '入会日期', '工号']])
    expect(table.rows).toEqual([
      { row: 3, cells: ['张建民', '440307199001011234', '2026-01-05', '000042'], damaged: [] },
      {
        row: 4,
        cells: ['李四', expect.stringMatching(/^4403071990010112\d\d$/), '#N/A', '是'],
        damaged: [1],
        faults: [{ column: 2, kind: 'error' }],
      },
    ])
  })

  it('is refused where it would hold others up, and so is a Word file of that time', async () => {
    await expect(read(oldBook({ 名册: sheet }))).rejects.toMatchObject({ status: 415 })
    const word = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')])
    await expect(read(word, { takesXls: true })).rejects.toMatchObject({
      status: 415,
      message: expect.stringContaining('不是表格'),
    })
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])
    await expect(read(locked, { takesXls: true })).rejects.toMatchObject({
      status: 415,
      message: expect.stringContaining('加了密码'),
    })
  })

  it('hides its sheets like a new one', async () => {
    const other = utils.aoa_to_sheet([['姓名'], ['不该读']])
    const table = await read(oldBook({ 底表: other, 名册: sheet }, ['底表']), { takesXls: true })
    expect([table.sheet, table.sheets]).toEqual([
      1,
      [
        { name: '底表', isHidden: true, isEmpty: false },
        { name: '名册', isHidden: false, isEmpty: false },
      ],
    ])
  })
})

describe('several sheets', () => {
  const book = () =>
    newBook((made) => {
      made.addWorksheet('说明')
      made.addWorksheet('底表', { state: 'veryHidden' }).addRows([['姓名'], ['藏着的']])
      made.addWorksheet('名册').addRows([['姓名'], ['张三']])
      made.addWorksheet('旧名册').addRows([['姓名'], ['李四'], ['王五']])
    })

  it('the first one in sight that holds something is read, and the others are named', async () => {
    const table = await read(await book())
    expect([table.sheet, table.rows[0]?.cells]).toEqual([2, ['张三']])
    expect(
      table.sheets.map(
        ({ name, isHidden, isEmpty }) => `${name}${isHidden ? '（隐藏）' : ''}${isEmpty ? '（空）' : ''}`,
      ),
    ).toEqual(['说明（空）', '底表（隐藏）', '名册', '旧名册'])
  })

  it('another one is read when it is chosen, and one that is not there is refused', async () => {
    expect((await read(await book(), { sheet: 3 })).rows.map(({ cells }) => cells[0])).toEqual(['李四', '王五'])
    await expect(read(await book(), { sheet: 9 })).rejects.toMatchObject({ status: 422 })
  })

  it('what only hidden ones hold is not read silently', async () => {
    const made = await newBook((one) => {
      one.addWorksheet('空')
      one.addWorksheet('底表', { state: 'hidden' }).addRows([['姓名'], ['张三']])
    })
    await expect(read(made)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('隐藏的工作表“底表”'),
    })
  })
})

describe('cells', () => {
  it('that are formulas give the result they were saved with; without one, or with an error, they are named', async () => {
    const made = await newBook((book) => {
      const sheet = book.addWorksheet('表')
      sheet.addRow(['姓名', '全名', '结果'])
      sheet.addRow(['张', { formula: 'A2&"三"', result: '张三' }, { formula: 'NA()', result: { error: '#N/A' } }])
    })
    expect((await read(made)).rows[0]).toEqual({
      row: 2,
      cells: ['张', '张三', '#N/A'],
      damaged: [],
      faults: [{ column: 2, kind: 'error' }],
    })
    const bare = zipOf({
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="t/worksheet" Target="s.xml"/></Relationships>',
      'xl/s.xml':
        '<worksheet><sheetData><row><c t="inlineStr"><is><t>姓名</t></is></c><c t="inlineStr"><is><t>工号</t></is></c></row><row r="2"><c r="A2"><f>B9</f></c></row></sheetData></worksheet>',
    })
    expect((await read(bare)).rows).toEqual([
      { row: 2, cells: [], damaged: [], faults: [{ column: 0, kind: 'formula' }] },
    ])
  })

  it('keep the zeros that their format shows, and lose the blanks around them, also those without width', async () => {
    const made = await newBook((book) => {
      const sheet = book.addWorksheet('表')
      sheet.addRow(['工号', '姓名', '电话'])
      sheet.addRow([42, '\u3000张三\u200b ', "'0755"]).getCell(1).numFmt = '00000000'
    })
    expect((await read(made)).rows[0]?.cells).toEqual(['00000042', '张三', '0755'])
    expect(['000', '000;-000', '0.00', '#,##0', '0', undefined].map(digitsShown)).toEqual([3, 3, 0, 0, 0, 0])
  })

  it('below a merged title of several lines are found with their header', async () => {
    const made = await newBook((book) => {
      const sheet = book.addWorksheet('表')
      sheet.addRow(['深圳市某电子厂工会会员名册'])
      sheet.mergeCells('A1:C1')
      sheet.addRow(['填报单位：', '某厂', '2026年1月'])
      sheet.addRow(['姓名', '身份证号', '手机'])
      sheet.addRow(['张三', '440307199001011234', '13800138000'])
    })
    const table = await read(made, { known: ['姓名', '身份证号', '手机'] })
    expect([table.headerRow, table.rows.length, table.top.length]).toEqual([3, 1, 4])
    expect((await read(made, { headerRow: 2 })).header).toEqual(['填报单位：', '某厂', '2026年1月'])
  })

  it('of a file that breaks off say so', async () => {
    const made = await buffer(
      Readable.from([(await newBook((book) => book.addWorksheet('表').addRow(['姓名', '电话']))).subarray(0, 900)]),
    )
    await expect(read(made)).rejects.toMatchObject({ status: 400 })
  })
})
