import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fail } from '../contract/errors.ts'
import { type Column, harmless } from './columns.ts'
import { decodeText, readCsv } from './csv-read.ts'
import { writeCsv } from './csv-write.ts'
import { mapHeaders } from './headers.ts'
import { readRecords, takeRecords } from './records.ts'
import { type RawRow, readTable, type TableOptions } from './table.ts'
import { writeXlsx } from './xlsx-write.ts'
import { zipOf } from './zip.sample.ts'
import { openZip } from './zip.ts'

const from = (content: string | Buffer) => Readable.from([Buffer.from(content)])
async function read(content: string | Buffer, options: TableOptions = {}) {
  const table = await readTable(from(content), options)
  const rows: RawRow[] = []
  for await (const row of table.rows) rows.push(row)
  return { ...table, rows }
}

type Member = { name: string; idNumber: string; paid: number | null; day: string | null; at: string }
const columns: Column<Member>[] = [
  { title: '姓名', value: (row) => row.name },
  { title: '身份证号', value: (row) => row.idNumber },
  { title: '会费', kind: 'fen', value: (row) => row.paid },
  { title: '入会日期', kind: 'day', value: (row) => row.day },
  { title: '登记时间', kind: 'instant', value: (row) => row.at },
]
const member = {
  name: '张建民',
  idNumber: '440307199001011234',
  paid: 123456,
  day: '2026-01-05',
  at: '2026-01-05T01:00:00.000Z',
}

describe('what is written', () => {
  it.each([
    ['xlsx', () => buffer(writeXlsx(columns, [member], { title: '会员名册', watermark: '平湖街道总工会 李敏 导出' }))],
    ['csv', () => buffer(writeCsv(columns, [member]))],
  ])('as %s is read back without losing a digit', async (_, make) => {
    const table = await read(await make())
    expect(table.header).toEqual(['姓名', '身份证号', '会费', '入会日期', '登记时间'])
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['张建民', '440307199001011234', '1234.56', '2026-01-05', '2026-01-05 09:00'],
    ])
    expect(table.rows[0]?.damaged).toEqual([])
  })

  it('opens in another program, with long numbers as text and money as numbers', async () => {
    const book = new excel.Workbook()
    const content = await buffer(writeXlsx(columns, [member], { watermark: '李敏 & 导出' }))
    await book.xlsx.load(content as unknown as Parameters<typeof book.xlsx.load>[0])
    const row = book.worksheets[0]?.getRow(3)
    expect(row?.getCell(2).value).toBe('440307199001011234')
    expect(row?.getCell(2).numFmt).toBe('@')
    expect(row?.getCell(3).value).toBe(1234.56)
    expect(book.worksheets[0]?.headerFooter.oddFooter).toContain('李敏 && 导出')
  })

  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r\n=1', ' =HYPERLINK("http://x")', '＝1+1'])(
    'never runs as a formula: %j',
    async (name) => {
      expect(harmless(name).startsWith("'")).toBe(true)
      const [csv, xlsx] = await Promise.all([
        buffer(writeCsv(columns, [{ ...member, name }])),
        buffer(writeXlsx(columns, [{ ...member, name }])),
      ])
      const first = [...readCsv(decodeText(csv))][1]?.cells[0]
      expect(first).toBe(`'${name}`)
      expect(xlsx.length).toBeGreaterThan(0)
    },
  )

  it('leaves a lone sign, a negative number and ordinary text alone', async () => {
    expect(['-', '张三', 'a=b', '13800138000'].map(harmless)).toEqual(['-', '张三', 'a=b', '13800138000'])
    expect((await read(await buffer(writeCsv(columns, [{ ...member, paid: -100 }])))).rows[0]?.cells[2]).toBe('-1')
  })

  it('ends with the error when the rows break off', async () => {
    async function* broken() {
      yield member
      fail(413, '太多了')
    }
    await expect(buffer(writeXlsx(columns, broken()))).rejects.toMatchObject({ status: 413 })
    await expect(buffer(writeCsv(columns, broken()))).rejects.toMatchObject({ status: 413 })
  })

  it('writes any table of texts to CSV so that it reads back the same', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'张三,"\r\n;\t 1a'), maxLength: 6 })
    return fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const file = await buffer(
          writeCsv(
            [
              { title: '甲', value: (row: [string, string]) => row[0] },
              { title: '乙', value: (row) => row[1] },
            ],
            rows,
          ),
        )
        const [, ...back] = [...readCsv(decodeText(file))].map((row) => row.cells)
        expect(back).toEqual(rows.map((row) => row.map(harmless)))
      }),
    )
  })
})

describe('a CSV file', () => {
  // 姓名,电话 / 张三,138 in GBK, as Chinese Excel saves it.
  const gbk = Buffer.from('d0d5c3fb2cb5e7bbb00d0ad5c5c8fd2c3133380d0a', 'hex')
  it('is read in GBK, UTF-8 and UTF-16', async () => {
    const text = '姓名,电话\r\n张三,138\r\n'
    for (const content of [
      gbk,
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]) {
      const table = await read(content)
      expect([table.header, table.rows.map((row) => row.cells)]).toEqual([['姓名', '电话'], [['张三', '138']]])
    }
  })

  it('may be separated by tabs or semicolons, and quoted over several lines', async () => {
    expect((await read('姓名\t电话\n张三\t138')).rows[0]?.cells).toEqual(['张三', '138'])
    expect((await read('姓名;电话\n张三;138')).rows[0]?.cells).toEqual(['张三', '138'])
    const table = await read('姓名,备注\n张三,"一,\n""二"""\n李四,x\n')
    expect(table.rows.map((row) => [row.row, ...row.cells])).toEqual([
      [2, '张三', '一,\n"二"'],
      [4, '李四', 'x'],
    ])
  })

  it('numbers rows as the sheet does, and skips titles and empty ones', async () => {
    const table = await read('会员名册,,\n,,\n姓名,电话,单位\n张三,138,甲\n,,\n李四,139,乙\n', { known: ['姓名'] })
    expect([table.headerRow, table.rows.map((row) => row.row)]).toEqual([3, [4, 6]])
  })

  it('tells where a number lost its digits', async () => {
    expect((await read('姓名,身份证号\n张三,4.40307E+17\n')).rows[0]?.damaged).toEqual([1])
  })

  it.each([
    ['an unmatched quote', '姓名,备注\n张三,"没有结束', 400],
    ['nothing', '', 422],
    ['only numbers', '1,2\n3,4\n', 422],
    ['a web page', '<html><table><tr><td>姓名</td></tr></table></html>', 415],
    ['a PDF', '%PDF-1.7 ...', 415],
    ['an old or locked workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 415],
    ['a picture', Buffer.from('ffd8ffe000104a46494600', 'hex'), 415],
  ])('is refused when it is %s', async (_, content, status) => {
    await expect(read(content)).rejects.toMatchObject({ status })
  })

  it('is refused beyond the limits of rows and bytes', async () => {
    await expect(read('姓名,电话\n甲,1\n乙,2\n丙,3\n', { maxRows: 2 })).rejects.toMatchObject({
      status: 413,
      message: expect.stringContaining('2 行'),
    })
    await expect(read('姓名,电话\n甲,1\n', { maxBytes: 5 })).rejects.toMatchObject({ status: 413 })
  })
})

const workbook = (sheet: string, more: Record<string, string> = {}, prefix = '') =>
  zipOf({
    'xl/worksheets/data.xml': `<${prefix}worksheet xmlns${prefix ? ':x' : ''}="m"><${prefix}sheetData>${sheet}</${prefix}sheetData></${prefix}worksheet>`,
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="藏" state="hidden" r:id="r0"/><sheet name="表" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="t/worksheet" Target="/xl/worksheets/data.xml"/><Relationship Id="r2" Type="t/sharedStrings" Target="strings.xml"/><Relationship Id="r3" Type="t/styles" Target="styles.xml"/></Relationships>`,
    ...more,
  })
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`

describe('a workbook of another program', () => {
  it('may lack references, use prefixes, and put its parts anywhere', async () => {
    const plain = workbook(`<row>${text('姓名')}${text('电话')}</row><row>${text('张三')}${text('138')}</row>`)
    const x = (value: string) => `<x:c t="inlineStr"><x:is><x:t>${value}</x:t></x:is></x:c>`
    const prefixed = workbook(`<x:row>${x('姓名')}${x('电话')}</x:row><x:row>${x('张三')}${x('138')}</x:row>`, {}, 'x:')
    for (const file of [plain, prefixed]) {
      const table = await read(file)
      expect([table.kind, table.header, table.rows]).toEqual([
        'xlsx',
        ['姓名', '电话'],
        [{ row: 2, cells: ['张三', '138'], damaged: [] }],
      ])
    }
  })

  it('has days, times, formulas, shared and rich texts read as they are shown', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="#,##0.00_ ;[Red]-#,##0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>`
    const strings = `<sst><si><t>甲</t></si><si><r><t>富</t></r><r><t>文本</t></r><rPh><t>zhu</t></rPh></si></sst>`
    const header = ['一', '二', '三', '四', '五', '六', '七', '八'].map(text).join('')
    const cells = `<c s="1"><v>46027</v></c><c s="2"><v>46027.375</v></c><c s="3"><v>1234.5</v></c><c><f>A1</f><v>0.30000000000000004</v></c><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="b"><v>1</v></c><c><v>440307199001011234</v></c>`
    const { rows } = await read(
      workbook(`<row r="1">${header}</row><row r="5">${cells}</row>`, {
        'xl/styles.xml': styles,
        'xl/strings.xml': strings,
      }),
    )
    expect(rows[0]?.row).toBe(5)
    expect(rows[0]?.cells.slice(0, 7)).toEqual([
      '2026-01-05',
      '2026-01-05 09:00',
      '1234.5',
      '0.3',
      '甲',
      '富文本',
      '是',
    ])
    expect(rows[0]?.damaged).toEqual([7])
  })

  it('is refused, not unpacked, when it is a bomb, whatever its headers claim', async () => {
    const packed = deflateRawSync(Buffer.alloc(20 * 1024 * 1024, '<a/>'))
    const part = openZip(zipOf({ bomb: { packed, size: 10 } }), 1024 * 1024).get('bomb')
    if (!part) throw new Error('the archive has one part')
    let unpacked = 0
    const unpack = async () => {
      for await (const piece of part.read()) unpacked += piece.length
    }
    await expect(unpack()).rejects.toMatchObject({ status: 413 })
    expect(unpacked).toBeLessThanOrEqual(1024 * 1024)
    const endless = deflateRawSync(Buffer.concat([Buffer.from('<workbook>'), Buffer.alloc(5 * 1024 * 1024, 'a')]))
    await expect(read(zipOf({ 'xl/workbook.xml': { packed: endless, size: 10 } }))).rejects.toMatchObject({
      status: 400,
    })
  })

  it.each([
    ['cut short', (file: Buffer) => file.subarray(0, file.length / 2), 400],
    [
      'with bytes changed',
      (file: Buffer) => Buffer.concat([file.subarray(0, 40), Buffer.alloc(30, 0xff), file.subarray(70)]),
      400,
    ],
    ['a zip of something else', () => zipOf({ 'word/document.xml': '<w/>' }), 415],
    ['without a sheet', () => zipOf({ 'xl/workbook.xml': '<workbook/>' }), 400],
  ])('is refused when it is %s', async (_, spoil, status) => {
    await expect(read(spoil(workbook(`<row>${text('姓名')}${text('电话')}</row>`)))).rejects.toMatchObject({ status })
  })
})

describe('rows as records', () => {
  const fields = [
    { key: 'name', title: '姓名', synonyms: ['职工姓名'], required: true },
    { key: 'phone', title: '手机号', synonyms: ['电话'], required: true },
  ] as const
  const Record = z.object({
    name: z.string().max(5, '姓名太长'),
    phone: z.string().regex(/^1\d{10}$/, '手机号应为 11 位'),
  })
  const sheet = '职工姓名,电话\n张三,13800138000\n,13800138001\n李四,12\n名字实在太长了,1.38001E+10\n王五,13800138002\n'

  it('are taken one by one, and each fault has its row, its column and its reason', async () => {
    const table = await readTable(from(sheet))
    const taken: string[] = []
    const report = await takeRecords(
      readRecords(table.rows, mapHeaders(table.header, fields), Record),
      async ({ name }) => {
        if (name === '王五') fail(409, '已经在册')
        taken.push(name)
      },
    )
    expect(taken).toEqual(['张三'])
    expect(report).toEqual({
      taken: 1,
      refused: 4,
      errors: [
        { row: 3, column: '姓名', message: '没有填，请补上' },
        { row: 4, column: '手机号', message: '手机号应为 11 位' },
        { row: 5, column: '手机号', message: expect.stringContaining('文本') },
        { row: 6, column: '', message: '已经在册' },
      ],
    })
  })

  it('are not read while a required column is missing', async () => {
    const table = await readTable(from('姓名,备注\n张三,x\n'))
    await expect(
      takeRecords(readRecords(table.rows, mapHeaders(table.header, fields), Record), async () => {}),
    ).rejects.toMatchObject({ status: 422, message: expect.stringContaining('手机号') })
  })
})
