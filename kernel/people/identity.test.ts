import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/days.ts'
import {
  checkBankCard,
  checkCreditCode,
  checkIdNumber,
  checkPhone,
  convertArchivedId,
  luhnDigit,
  makeCreditCode,
  makeIdNumber,
} from './identity.ts'

const today = '2026-01-05'
const digits = [...'0123456789']
const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const refusal = (sentence: string) => ({ ok: false, reason: expect.stringContaining(sentence) })

const idNumbers = fc
  .record({
    region: fc.integer({ min: 100_000, max: 999_999 }).map(String),
    birthOn: fc.integer({ min: 0, max: 36_500 }).map((n) => addDays('1926-01-05', n)),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(makeIdNumber)
const creditSymbols = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const creditCodes = fc
  .tuple(
    fc.constantFrom('11', '12', '51', '81', '89', '91', '92', 'N1', 'Y1'),
    fc.integer({ min: 110_000, max: 659_999 }),
    fc.array(fc.constantFrom(...creditSymbols), { minLength: 9, maxLength: 9 }),
  )
  .map(([prefix, region, rest]) => makeCreditCode(`${prefix}${region}${rest.join('')}`))

describe('identity numbers', () => {
  test('the example of the standard is accepted and tells birthday, sex and age', () => {
    expect(checkIdNumber('11010519491231002X', today)).toEqual({
      ok: true,
      value: '11010519491231002X',
      kind: 'resident',
      birthOn: '1949-12-31',
      sex: 'female',
      age: 76,
      underage: false,
      juvenile: false,
    })
  })

  test('a number pasted in full width, with blanks, a quote or a small x is read as meant', () => {
    for (const raw of [
      wide('11010519491231002x'),
      ' 110105 19491231 002X\u200b',
      "'11010519491231002x",
      '110105-19491231-002X',
    ]) {
      expect(checkIdNumber(raw, today)).toMatchObject({ ok: true, value: '11010519491231002X' })
    }
  })

  test('workers from Hong Kong, Taiwan and abroad are recognised by their permits', () => {
    const of = (region: string) => checkIdNumber(makeIdNumber({ region, birthOn: '1990-02-03', sequence: 11 }), today)
    expect(of('810000')).toMatchObject({ kind: 'hongKongMacao', sex: 'male' })
    expect(of('820000')).toMatchObject({ kind: 'hongKongMacao' })
    expect(of('830000')).toMatchObject({ kind: 'taiwan' })
    expect(of('944840')).toMatchObject({ kind: 'foreigner', birthOn: '1990-02-03' })
  })

  test('a number of an abolished county stays good', () => {
    expect(checkIdNumber(makeIdNumber({ region: '440321', birthOn: '1970-06-01', sequence: 2 }), today).ok).toBe(true)
  })

  test('a child is not turned away but flagged, and a worker of sixteen is a juvenile', () => {
    const born = (birthOn: string) => checkIdNumber(makeIdNumber({ region: '440307', birthOn, sequence: 1 }), today)
    expect(born('2010-01-06')).toMatchObject({ ok: true, age: 15, underage: true, juvenile: false })
    expect(born('2010-01-05')).toMatchObject({ ok: true, age: 16, underage: false, juvenile: true })
    expect(born('2008-01-05')).toMatchObject({ ok: true, age: 18, underage: false, juvenile: false })
  })

  test.each([
    ['', '请填写身份证号'],
    ['110105491231002', '2013年起已停止使用'],
    ['1101051949123100', '现在是16位'],
    ['11010519491231002Y', '最后一位是数字或X'],
    ['01010519491231002X', '前17位应全是数字'],
    ['110105194902300021', '“19490230”不是真实的日期'],
    ['110105202602050021', '还没有到'],
    ['110105180002050021', '太早'],
    ['110105194912310021', '输错了一位'],
    ['110105194912310000', '电子表格'],
    ['1.10105E+17', '科学计数法'],
  ])('“%s” is refused with a sentence that helps', (raw, sentence) => {
    expect(checkIdNumber(raw, today)).toEqual(refusal(sentence))
  })

  test('any single wrong character is caught', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(17), fc.constantFrom(...digits, 'X'), (value, at, symbol) => {
        const slip = value.slice(0, at) + symbol + value.slice(at + 1)
        expect(checkIdNumber(slip, today).ok).toBe(slip === value)
      }),
    )
  })

  test('two swapped neighbours are caught', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(15), (value, at) => {
        const swapped = value.slice(0, at) + value.charAt(at + 1) + value.charAt(at) + value.slice(at + 2)
        expect(checkIdNumber(swapped, today).ok).toBe(swapped === value)
      }),
    )
  })

  test('cleaning a number twice changes nothing more', () => {
    fc.assert(
      fc.property(idNumbers, fc.constantFrom('', ' ', '\u3000', '-', '\ufeff'), fc.nat(18), (value, dirt, at) => {
        const once = checkIdNumber(wide(value.slice(0, at)) + dirt + value.slice(at).toLowerCase(), today)
        expect(once).toMatchObject({ ok: true, value })
        expect(once.ok && checkIdNumber(once.value, today)).toEqual(once)
      }),
    )
  })

  test('an archive’s fifteen digits become eighteen', () => {
    expect(convertArchivedId('110105491231002')).toEqual({ ok: true, value: '11010519491231002X' })
    expect(convertArchivedId('110105491331002')).toEqual(refusal('“491331”不是真实的日期'))
    expect(convertArchivedId('11010519491231002X')).toEqual(refusal('应为15位数字'))
  })

  test('no number is made of nonsense', () => {
    expect(() => makeIdNumber({ region: '4403', birthOn: '1990-01-01', sequence: 1 })).toThrow(RangeError)
    expect(() => makeIdNumber({ region: '440307', birthOn: '1990-02-30', sequence: 1 })).toThrow(RangeError)
    expect(() => makeIdNumber({ region: '440307', birthOn: '1990-02-03', sequence: 1000 })).toThrow(RangeError)
  })
})

describe('credit codes', () => {
  test('known codes are accepted, and the misprinted example of the standard is not', () => {
    expect(checkCreditCode('9144030071526726XG')).toMatchObject({ ok: true, kind: 'enterprise', isUnion: false })
    expect(makeCreditCode('9144030071526726X')).toBe('9144030071526726XG')
    expect(checkCreditCode('91350100M000100Y43').ok).toBe(true)
    expect(checkCreditCode('91350100M000100Y4Z')).toEqual(refusal('没有字母“Z”'))
  })

  test('a remainder of nothing gives the check character 0', () => {
    const zero = fc.sample(creditCodes, 500).find((code) => code.endsWith('0'))
    expect(zero && checkCreditCode(zero).ok).toBe(true)
  })

  test('a union’s own code is told from its employer’s', () => {
    const kindOf = (prefix: string) => checkCreditCode(makeCreditCode(`${prefix}440307MC0012345`))
    expect(kindOf('81')).toMatchObject({ kind: 'grassrootsUnion', kindName: '基层工会', isUnion: true })
    expect(kindOf('89')).toMatchObject({ kind: 'otherUnion', isUnion: true })
    expect(kindOf('92')).toMatchObject({ kind: 'soleTrader', isUnion: false })
    expect(kindOf('N2')).toMatchObject({ kind: 'collective', kindName: '村级集体经济组织' })
    expect(kindOf('A1')).toMatchObject({ kind: 'other' })
  })

  test.each([
    ['', '请填写'],
    ['440307100000001', '旧的15位注册号'],
    ['9144030071526726X', '现在是17位'],
    ['9144030O71526726XG', '没有字母“O”'],
    ['91A4030071526726XG', '第3至8位应是数字'],
    ['9144030071526726XH', '校验不对'],
    ['9144030071526726号G', '混入了别的字符'],
    ['9.14403E+17', '科学计数法'],
  ])('“%s” is refused with a sentence that helps', (raw, sentence) => {
    expect(checkCreditCode(raw)).toEqual(refusal(sentence))
  })

  test('any single wrong character is caught, and cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(creditCodes, fc.nat(17), fc.constantFrom(...creditSymbols), (value, at, symbol) => {
        const slip = value.slice(0, at) + symbol + value.slice(at + 1)
        expect(checkCreditCode(slip).ok).toBe(slip === value)
        expect(checkCreditCode(` ${wide(value.toLowerCase())}`)).toEqual(checkCreditCode(value))
      }),
    )
  })

  test('no code is made of letters that the standard leaves out', () => {
    expect(() => makeCreditCode('91440307O00000000')).toThrow(RangeError)
    expect(() => makeCreditCode('91440307')).toThrow(RangeError)
  })
})

describe('phones and cards', () => {
  test('a mobile number is read with country code, blanks and full width', () => {
    for (const raw of ['13800000000', '+86 138 0000 0000', '0086-13800000000', '8613800000000', wide('13800000000')]) {
      expect(checkPhone(raw)).toEqual({ ok: true, value: '13800000000' })
    }
  })

  test.each([
    ['', '请填写手机号'],
    ['0755-28900000', '固定电话'],
    ['1380000000', '现在是10位'],
    ['12800000000', '以13至19开头'],
    ['1380000000O', '混入了别的字符'],
    ['1.38E+10', '科学计数法'],
  ])('“%s” is refused with a sentence that helps', (raw, sentence) => {
    expect(checkPhone(raw)).toEqual(refusal(sentence))
  })

  test('a card number with one wrong digit is caught', () => {
    const cards = fc
      .array(fc.constantFrom(...digits), { minLength: 15, maxLength: 18 })
      .map((first) => first.join('') + luhnDigit(first.join('')))
    fc.assert(
      fc.property(cards, fc.nat(14), fc.constantFrom(...digits), (value, at, digit) => {
        const slip = value.slice(0, at) + digit + value.slice(at + 1)
        expect(checkBankCard(slip).ok).toBe(slip === value)
        expect(checkBankCard(value.replace(/(.{4})/g, '$1 '))).toEqual({ ok: true, value })
      }),
    )
    expect(luhnDigit('7992739871')).toBe('3')
  })

  test.each([
    ['', '请填写银行卡号'],
    ['62220000', '现在是8位'],
    ['622200000000000A', '只能是数字'],
    ['6222000000000001', '校验不对'],
    ['6.222E+18', '科学计数法'],
  ])('“%s” is refused with a sentence that helps', (raw, sentence) => {
    expect(checkBankCard(raw)).toEqual(refusal(sentence))
  })
})
