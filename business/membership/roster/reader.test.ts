import { describe, expect, test } from 'vitest'
import { creditCodeOf, idNumberOf, phoneOf } from '../../../district/marks.ts'
import { mapHeaders } from '../../../kernel/exchange/headers.ts'
import { fields } from './fields.ts'
import { born, change, number, refusals, today, warnings } from './reader/testing.ts'
import { reader } from './reader.ts'
import { header, sampleRoster } from './testing.ts'

const child = idNumberOf(7, '2011-01-01', 'male')
const juvenile = idNumberOf(8, '2009-01-01', 'male')

describe('a row is refused, with a sentence that says what to do, when', () => {
  test.each([
    ['the name is missing', { name: '' }, 'name.missing', '补上'],
    ['the name holds digits', { name: '李秀英2' }, 'name.marks', '只写证件上的姓名'],
    ['the name holds a remark', { name: '李秀英（组长）' }, 'name.marks', '备注写到别的列'],
    ['the name is one character', { name: '李' }, 'name.short', '补全'],
    ['the name is as long as a story', { name: '李'.repeat(51) }, 'name.long', '串了列'],
    ['it is the total below the table', { name: '合  计', idNumber: '' }, 'row.total', '合计'],
    ['the number is missing', { idNumber: '无' }, 'id.missing', '补上'],
    ['the number is a digit short', { idNumber: number.slice(1) }, 'id.length', '18位'],
    ['the number holds a letter in the middle', { idNumber: change(number, 8, 'O') }, 'id.symbols', '改正'],
    ['a digit of the number is wrong', { idNumber: change(number, 4, '8') }, 'id.check', '逐位核对'],
    ['the number ends in the zeros of a spreadsheet', { idNumber: `${number.slice(0, 15)}000` }, 'id.rounded', '文本'],
    [
      'the birthday in the number is no day',
      { idNumber: `${number.slice(0, 10)}0231${number.slice(14)}` },
      'id.day',
      '对照证件',
    ],
    [
      'the birthday in the number has not come',
      { idNumber: `${number.slice(0, 6)}2031${number.slice(10)}` },
      'id.future',
      '还没有到',
    ],
    ['the number became 1.1E+17', { idNumber: '4.40307E+17' }, 'id.scientific', '科学计数法'],
    ['the number has 15 digits', { idNumber: '490301900517123' }, 'id.old', '18位'],
    ['the passport number is none', { idKind: '护照', idNumber: 'A1' }, 'id.shape', '护照'],
    ['the permit of Hong Kong is none', { idKind: '回乡证', idNumber: 'X12345678' }, 'id.shape', '港澳'],
    ['the document is a driving licence', { idKind: '驾驶证', idNumber: '12345' }, 'id.kind', '身份证'],
    ['the sex contradicts the number', { sex: '男' }, 'sex.contradicts', '整行错位'],
    ['the birthday contradicts the number', { birthOn: '1991-05-17' }, 'birth.contradicts', '整行错位'],
    ['the joining day cannot be read', { joinedOn: '5/3/2024' }, 'date.unreadable', '先后'],
    ['the joining day has not come', { joinedOn: '2062-03-05' }, 'joined.future', '核对年份'],
    ['she would have joined as a child', { joinedOn: born }, 'joined.early', '出生日期'],
    ['she has left the union', { standing: '已退会' }, 'standing.left', '会员登记册'],
    ['a formula stands in place of the number', { idNumber: '=VLOOKUP(A2,B:C,2,0)' }, 'cell.formula', '数值'],
    ['the name is an error of a formula', { name: '#N/A' }, 'cell.error', '实际内容'],
  ])('%s', (_what, cells, code, words) => {
    const found = refusals(cells)
    expect(found.map((reason) => reason.code)).toContain(code)
    expect(found.find((reason) => reason.code === code)?.message).toContain(words)
  })

  test('several things are wrong at once, and all are said', () => {
    expect(refusals({ name: '', idNumber: number.slice(1), joinedOn: '2062-01-01' }).map(({ code }) => code)).toEqual([
      'name.missing',
      'id.length',
      'joined.future',
    ])
  })
})

describe('a row goes in with a warning when', () => {
  test.each([
    ['the phone is a digit short at the front', { phone: '3800138000' }, 'phone.lost', '开头的 1'],
    ['the phone is a land line', { phone: '0755-28901234' }, 'phone.landline', '固定电话'],
    ['the phone became 1.38E+10', { phone: '1.38E+10' }, 'phone.scientific', '科学计数法'],
    ['the phone is too short', { phone: '138001380' }, 'phone.length', '11位'],
    ['the phone starts with 12', { phone: '12800138000' }, 'phone.prefix', '13至19'],
    ['the phone holds letters', { phone: '一三八零零' }, 'phone.symbols', '数字'],
    ['two phones stand in the cell', { phone: `${phoneOf(3)}/${phoneOf(4)}` }, 'phone.several', '第一个'],
    ['nobody knows the word for her schooling', { education: '私塾' }, 'choice.unknown', '先空着'],
    ['the credit code is wrong', { firmCode: '91350100M000100Y44' }, 'firm.code', '逐位核对'],
    ["the credit code is the union's own", { firmCode: creditCodeOf('81', 5) }, 'firm.union_code', '用人单位'],
    ['the document has expired', { idValidTo: '2020-01-01' }, 'document.expired', '换证'],
    ['the end of validity cannot be read', { idValidTo: '很久' }, 'date.unreadable', '长期'],
    ['the birthday cannot be read, but the number tells it', { birthOn: '庚午年' }, 'date.unreadable', '2024-03-05'],
    ['only the year of joining is known', { joinedOn: '2019年' }, 'date.rough', '核对'],
    ['he may be a child', { idNumber: child, joinedOn: '' }, 'age.child', '童工'],
    ['he is 17', { idNumber: juvenile, joinedOn: '' }, 'age.juvenile', '未成年工'],
    ['a passport is not called one', { idNumber: 'E12345678' }, 'id.guessed', '护照'],
    ['a trifle is an error of a formula', { department: '#REF!' }, 'cell.error', '先空着'],
    ['a department is a paragraph', { department: '部'.repeat(60) }, 'text.long', '50'],
  ])('%s', (_what, cells, code, words) => {
    const found = warnings(cells)
    expect(found.map((reason) => reason.code)).toContain(code)
    expect(found.find((reason) => reason.code === code)?.message).toContain(words)
  })

  test('nothing that is said quotes a number, a phone or a birthday', () => {
    const spoilt: Record<string, string>[] = [
      { idNumber: `${number.slice(0, 10)}0231${number.slice(14)}` },
      { phone: '13800138' },
      { birthOn: '1991-05-17' },
      { idNumber: change(number, 4, '8') },
    ]
    for (const cells of spoilt)
      for (const { message } of [...refusals(cells), ...warnings(cells)]) expect(message).not.toMatch(/\d{4,}/)
  })
})

test('each planted defect of the sample is found under its own code, and no other row has one', () => {
  const { rows, expected } = sampleRoster({ good: 300, perKind: 5, firm: '某厂' })
  const { columns } = mapHeaders([...header], fields)
  const found = rows.flatMap((row, at) => {
    const cells = Object.fromEntries(
      columns.flatMap(({ key, column }) => (column === null || !row[column] ? [] : [[key, row[column]]])),
    )
    const result = reader.read(cells as Record<string, string>, { today, options: {} })
    return ('reasons' in result ? result.reasons : result.warnings).map(({ code }) => ({
      row: at + 2,
      code,
      isRefused: 'reasons' in result,
    }))
  })
  expect(found).toEqual(expected)
})
