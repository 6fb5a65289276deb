import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditCodeOf, idNumberOf } from '../../../district/marks.ts'
import { addDays } from '../../../kernel/calendar/days.ts'
import { mapHeaders } from '../../../kernel/exchange/headers.ts'
import { fields } from './fields.ts'
import { born, change, number, refusals, taken, today, warnings } from './reader/testing.ts'
import { reader } from './reader.ts'
import { readDay, readValidTo } from './rules/days.ts'
import { tidyName } from './rules/names.ts'
import { tidyCell } from './rules/tidy.ts'
import { header } from './testing.ts'

describe('a good row', () => {
  test('is read whatever its cells look like', () => {
    const row = taken({
      name: '李　秀 英',
      idNumber: `'${number.slice(0, 6)} ${number.slice(6)}`.replace(/\d/, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      ),
      sex: '2-女',
      birthOn: '1990.5.17',
      phone: '+86 138-0013-8000',
      education: '20',
      political: '01 中共党员',
      skillLevel: '高级工(三级)',
      employment: '劳务派遣',
      hukou: '外地农村',
      isMigrant: '√',
      newFormKind: '骑手',
      idValidTo: '2015.03.05-长期',
      joinedOn: '45356',
      firmCode: '9144030071526726XG',
    })
    expect(row).toMatchObject({
      name: '李秀英',
      initials: 'lxy',
      idKind: 'resident',
      idNumber: number,
      isChecked: true,
      sex: 'female',
      birthOn: born,
      phone: '13800138000',
      education: 'bachelor',
      political: 'party',
      skillLevel: 'senior',
      employment: 'dispatch',
      hukou: 'other_rural',
      isMigrant: true,
      newFormKind: 'food_rider',
      idValidTo: '9999-12-31',
      joinedOn: '2024-03-05',
      firmCode: '9144030071526726XG',
      isRetained: false,
    })
  })

  test.each([
    ['护照', 'E12345678', 'passport', false],
    ['', 'H12345678', 'hongkong_macao', false],
    ['台胞证', '12345678', 'taiwan', false],
    ['', 'USA110082010801', 'foreigner', false],
    ['护照', number, 'resident', true],
  ])('may bear a document called “%s” with the number %s', (idKind, idNumber, kind, isChecked) => {
    expect(taken({ idKind, idNumber })).toMatchObject({ idKind: kind, isChecked })
  })

  test('says nothing where the cell says nothing', () => {
    expect(taken({ phone: '无', education: '', firmCode: '/' })).toMatchObject({
      phone: null,
      education: '',
      firmCode: '',
      isMigrant: null,
    })
  })

  test('keeps the dot of a long name and the blanks of a foreign one', () => {
    expect(taken({ name: '阿依古丽.买买提' }).name).toBe('阿依古丽·买买提')
    expect(taken({ name: 'Anna  Maria' }).name).toBe('Anna Maria')
  })
})

describe('headers', () => {
  test.each([
    [
      [...header],
      [
        'firmName',
        'name',
        'sex',
        'birthOn',
        'idNumber',
        'phone',
        'education',
        'political',
        'department',
        'occupation',
        'joinedOn',
        'standing',
      ],
    ],
    [
      ['会员姓名*', '证件类型（必填）', '证件号*', '移动电话', '技能等级', '是否农民工', '工会会员证号'],
      ['name', 'idKind', 'idNumber', 'phone', 'skillLevel', 'isMigrant', 'memberNumber'],
    ],
  ])('of a table in use are found: %j', (names, keys) => {
    const mapping = mapHeaders(names, fields)
    expect(mapping.missing).toEqual([])
    const sure = mapping.columns.filter(({ column, confidence }) => column !== null && confidence >= 0.95)
    expect(sure.map(({ key }) => key).sort()).toEqual([...keys].sort())
  })

  test('no two fields share a name', () => {
    const names = fields.flatMap(({ title, synonyms }) => [title, ...synonyms])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
})

const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1930-01-01', n))

describe('always', () => {
  test('a number that is right is taken, and one with any other digit in its place is not', () => {
    fc.assert(
      fc.property(
        fc.nat(4_000_000),
        days.filter((day) => day < '2008-01-01'),
        fc.constantFrom('male', 'female'),
        fc.nat(16),
        fc.integer({ min: 1, max: 9 }),
        (n, birthOn, sex, at, by) => {
          const right = idNumberOf(n, birthOn, sex as 'male' | 'female')
          expect(taken({ idNumber: right, joinedOn: '' })).toMatchObject({ idNumber: right, birthOn, sex })
          const wrong = change(right, at, String((Number(right[at]) + by) % 10))
          expect(refusals({ idNumber: wrong, joinedOn: '' }).length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a credit code that is right is taken, and one with any other symbol in its place is not', () => {
    expect(taken({ firmCode: '91350100M000100Y43' }).firmCode).toBe('91350100M000100Y43')
    // The example printed in the standard itself.
    expect(warnings({ firmCode: '91350100M000100Y4Z' })[0]).toMatchObject({
      code: 'firm.code',
      message: expect.stringContaining('没有字母“Z”'),
    })
    fc.assert(
      fc.property(fc.nat(900_000), fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
        const code = creditCodeOf('91', n)
        expect(taken({ firmCode: code.toLowerCase() }).firmCode).toBe(code)
        const wrong = change(code, at, String((Number(code[at]) + by) % 10))
        expect(taken({ firmCode: wrong }).firmCode).toBe('')
      }),
      { numRuns: 100 },
    )
  })

  test('tidying twice is tidying once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tidyCell(tidyCell(text))).toBe(tidyCell(text))
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'李秀英·. 　Aa•') }), (text) => {
        expect(tidyName(tidyName(text))).toBe(tidyName(text))
      }),
    )
  })

  test('a day is the same in every usual form', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [y, m, d] = day.split('-').map(Number)
        const serial = Temporal.PlainDate.from('1899-12-30').until(day).days
        for (const text of [
          day,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          `${y}年${m}月${d}日`,
          day.replaceAll('-', ''),
          `${day} 00:00:00`,
          String(serial),
        ])
          expect(readDay(text), text).toEqual({ day, isRough: false })
      }),
    )
    expect(readDay('2024年3月')).toEqual({ day: '2024-03-01', isRough: false })
    expect(readDay('2024.10')).toEqual({ day: '2024-10-01', isRough: false })
    expect(readDay('2024.1')).toEqual({ day: '2024-01-01', isRough: true })
    expect(readValidTo('2024年2月')).toEqual({ day: '2024-02-29', isRough: false })
    expect(readValidTo('20150305至20350305')).toEqual({ day: '2035-03-05', isRough: false })
    for (const text of ['', '2024-13-01', '3/5', '98.5.1', '0000-00-00', '99999'])
      expect(readDay(text), text).toBeNull()
  })

  test('whatever stands in the cells, a row is taken or refused with a sentence', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('1', '男', '是', '2024.3.5', number, '13800138000', '#N/A', '=A1', '长期', '１２３'),
    )
    const cells = fc.record(Object.fromEntries(fields.map(({ key }) => [key, cell])), { requiredKeys: [] })
    fc.assert(
      fc.property(cells, (some) => {
        const result = reader.read(some as Record<string, string>, { today, options: {} })
        for (const { message } of 'reasons' in result ? result.reasons : result.warnings)
          expect(message).toMatch(/[一-龥]{4}/)
        if ('reasons' in result) expect(result.reasons.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
