import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseNumber, headingMark, headingMarks } from './numbers.ts'

test('numbers are written as a secretary writes them', () => {
  const written = [1, 2, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 111, 120, 999].map(chineseNumber)
  expect(written.join(' ')).toBe(
    '一 二 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一百二十 九百九十九',
  )
  for (const wrong of [0, -1, 1.5, 1000, Number.NaN]) expect(() => chineseNumber(wrong)).toThrow(RangeError)
})

test('no two numbers are written alike', () => {
  expect(new Set(Array.from({ length: 999 }, (_, at) => chineseNumber(at + 1))).size).toBe(999)
})

test('the four levels carry 一、（一） 1. （1）, body text nothing', () => {
  expect(headingMarks([0, 1, 0, 2, 2, 3, 3, 4, 4, 0, 2, 3, 1, 2])).toEqual([
    '',
    '一、',
    '',
    '（一）',
    '（二）',
    '1.',
    '2.',
    '（1）',
    '（2）',
    '',
    '（三）',
    '1.',
    '二、',
    '（一）',
  ])
})

test('whatever the order, a heading counts one more than its sister above it under the same parent', () => {
  const level = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const)
  fc.assert(
    fc.property(fc.array(level, { maxLength: 60 }), (levels) => {
      const marks = headingMarks(levels)
      for (const [at, own] of levels.entries()) {
        const parent = levels.slice(0, at).findLastIndex((one) => one !== 0 && one < own)
        const sisters = levels.slice(parent + 1, at).filter((one) => one === own).length
        expect(marks[at]).toBe(own === 0 ? '' : headingMark(own, sisters + 1))
      }
    }),
  )
})
