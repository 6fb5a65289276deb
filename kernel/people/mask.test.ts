import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskAddress, maskCard, maskId, maskName, maskPhone } from './mask.ts'

test('an officer sees enough to tell two people apart and no more', () => {
  expect(maskId('44030719900101002X')).toBe('440307********002X')
  expect(maskPhone('13800000000')).toBe('138****0000')
  expect(maskName('张三丰')).toBe('张*')
  expect(maskName('买买提·吐尔逊')).toBe('买*')
  expect(maskName('𠮷田')).toBe('𠮷*')
  expect(maskCard('6222 0000 0000 1234')).toBe('**** 1234')
})

test('an address is shown down to the district', () => {
  expect(maskAddress('广东省深圳市龙岗区龙城街道如意路1号')).toBe('广东省深圳市龙岗区****')
  expect(maskAddress('深圳市龙岗区平湖街道')).toBe('深圳市龙岗区****')
  expect(maskAddress('龙岗区坂田街道1号')).toBe('龙岗区****')
  expect(maskAddress('新疆维吾尔自治区乌鲁木齐市天山区解放路3号')).toBe('新疆维吾尔自治区乌鲁木齐市天山区****')
  expect(maskAddress('坂田街道五和大道2号')).toBe('坂田街道****')
})

test('an address that names a housing estate but no district does not give the estate away', () => {
  expect(maskAddress('深圳市阳光小区3栋101')).toBe('深圳市****')
  expect(maskAddress('和兴工业区5号宿舍')).toBe('和兴工****')
  expect(maskAddress('3栋')).toBe('3****')
})

test('passports, landlines and broken values are hidden as well', () => {
  expect(maskId('E12345678')).toBe('E*******8')
  expect(maskPhone('075528900000')).toBe('**********00')
  expect([maskId(''), maskPhone(''), maskName(' '), maskCard(''), maskAddress('')]).toEqual(['', '', '', '', ''])
  expect([maskId('E1'), maskPhone('110'), maskCard('12345678')]).toEqual(['E*', '1**', '********'])
})

test('whatever stands in a field, no mask shows all of it', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 60 }).filter((value) => value.trim().length > 1)
  fc.assert(
    fc.property(text, (value) => {
      for (const mask of [maskId, maskPhone, maskName, maskCard, maskAddress]) {
        fc.pre(!value.includes('*'))
        expect(mask(value)).not.toContain(value.trim())
      }
    }),
  )
})
