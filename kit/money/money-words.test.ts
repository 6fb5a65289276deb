import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moneyWords, parseYuan, typedYuan, wanWords, yuanWords } from './money-words.ts'

test.each([
  [0, '0 元'],
  [5, '0.05 元'],
  [48_600_000, '486,000 元'],
  [123_450, '1,234.50 元'],
  [-20_000, '-200 元'],
])('%d fen are %s', (fen, words) => {
  expect(yuanWords(fen)).toBe(words)
})

test.each([
  [461_990_000, '461.99 万元'],
  [3_851_000_000, '3,851 万元'],
  [4_999_999, '5 万元'],
  [-100, '0 万元'],
])('%d fen in ten thousands are %s', (fen, words) => {
  expect(wanWords(fen)).toBe(words)
})

test('small sums stay exact, large sums are said in 万 and 亿', () => {
  expect(moneyWords(99_999_999)).toBe('999,999.99 元')
  expect(moneyWords(100_000_000)).toBe('100 万元')
  expect(moneyWords(12_345_678_900)).toBe('1.23 亿元')
})

test('typed yuan are read with commas, full-width digits and half decimals', () => {
  expect(parseYuan(' 1,234.5 ')).toBe(123_450)
  expect(parseYuan('１２００')).toBe(120_000)
  expect(parseYuan('12.')).toBe(1200)
})

test.each(['', '1.234', '-5', '三千', '1e5'])('"%s" is no amount', (text) => {
  expect(parseYuan(text)).toBeUndefined()
})

test('every amount can be typed back and shown without losing a fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
      expect(parseYuan(typedYuan(fen))).toBe(fen)
      expect(parseYuan(yuanWords(fen).replace(' 元', ''))).toBe(fen)
    }),
  )
})
