import { expect, test } from 'vitest'
import { comparedWords, figureSentence, missingWords, noLastYear, partsWords, targetWords } from './say.ts'

test.each([
  [894, '宗', '894 宗'],
  [38_510_000, '元', '3851 万元'],
  [4_619_900, '元', '461.99 万元'],
  [9_999, '元', '9999 元'],
  [1_234_567_890, '元', '12.35 亿元'],
  [-4_619_900, '元', '-461.99 万元'],
  [95.123, '%', '95.1%'],
  [0, '元', '0 元'],
  [null, '宗', '–'],
])('%d %s is said as %s', (value, unit, words) => {
  expect(figureSentence(value, unit)).toBe(words)
})

test.each([
  [{ value: 894, lastYear: 857, unit: '宗' }, '↑ 比上年同期多 37（4.3%）'],
  [{ value: 100, lastYear: 100, unit: '宗' }, '→ 与上年同期持平'],
  [{ value: 94.2, lastYear: 95.1, unit: '%' }, '↓ 比上年同期低 0.9 个百分点'],
  [{ value: 38_510_000, lastYear: 30_000_000, unit: '元' }, '↑ 比上年同期多 851 万元（28.4%）'],
  [{ value: 0, lastYear: 38_510_000, unit: '元' }, '↓ 比上年同期少 3851 万元（100%）'],
  [{ value: 8, lastYear: 3, unit: '元' }, '↑ 比上年同期多 5 元（166.7%）'],
  [{ value: 225_428, lastYear: 9157, unit: '人' }, '↑ 比上年同期多 216271'],
  [{ value: 5, lastYear: 0, unit: '元' }, ''],
  [{ value: 0, lastYear: 0, unit: '宗' }, ''],
  [{ value: null, lastYear: 3, unit: '宗' }, ''],
  [{ value: 3, lastYear: null, unit: '宗' }, ''],
])('%o against last year: %s', (total, words) => {
  expect(comparedWords(total)).toBe(words)
})

test('that there is nothing to hold a figure against is told apart from a rate and from nothing at all', () => {
  expect(noLastYear({ value: 5, lastYear: 0, unit: '宗' })).toBe(true)
  expect(noLastYear({ value: 0, lastYear: 0, unit: '宗' })).toBe(false)
  expect(noLastYear({ value: 5, lastYear: null, unit: '宗' })).toBe(false)
  expect(noLastYear({ value: 94, lastYear: 0, unit: '%' })).toBe(false)
})

test.each([
  [{ value: 210, unit: '家', target: { number: 250, comparator: '>=', reached: false } }, '目标 250 家，还差 40 家'],
  [{ value: 92.3, unit: '%', target: { number: 94, comparator: '>=', reached: false } }, '目标 94%，还差 1.7 个百分点'],
  [{ value: 12, unit: '家', target: { number: 10, comparator: '<=', reached: false } }, '目标不超过 10 家，多 2 家'],
  [{ value: 30, unit: '个', target: { number: 30, comparator: '>=', reached: true } }, '目标 30 个，已达到'],
  [{ value: 30, unit: '个', target: null }, ''],
] as const)('%o against its target: %s', (total, words) => {
  expect(targetWords(total)).toBe(words)
})

test('a rate names its parts, and a missing number its reason', () => {
  expect(partsWords({ numerator: 4812, denominator: 5108 })).toBe('4812 / 5108')
  expect(partsWords({ numerator: null, denominator: null })).toBe('')
  expect(missingWords({ kind: 'flow', denominator: null }, true)).toBe('分不出群体')
  expect(missingWords({ kind: 'rate', denominator: null }, true)).toBe('分不出群体')
  expect(missingWords({ kind: 'rate', denominator: 0 }, true)).toBe('还没有可比的记录')
  expect(missingWords({ kind: 'stock', denominator: null }, false)).toBe('还没有记录')
})
