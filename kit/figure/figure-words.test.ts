import { expect, test } from 'vitest'
import { changeWords, figureWords } from './figure-words.ts'

test('figures are written as in a report', () => {
  expect(figureWords(18_603)).toBe('18603')
  expect(figureWords(94.23)).toBe('94.2')
  expect(figureWords(461.99, 2)).toBe('461.99')
})

test('a change says how many and what share', () => {
  expect(changeWords(894, 857, '上年同期')).toEqual({ direction: 'up', words: '比上年同期多 37（4.3%）' })
  expect(changeWords(5, 0, '上月').words).toBe('比上月多 5')
})

test('a share is left out where the base is less than a fifth', () => {
  expect(changeWords(225_428, 9157, '上年同期').words).toBe('比上年同期多 216271')
  expect(changeWords(101, 20, '上月').words).toBe('比上月多 81')
  expect(changeWords(105_702, 105_701, '上月').words).toBe('比上月多 1')
  expect(changeWords(100, 20, '上月').words).toBe('比上月多 80（400%）')
})

test('a rate differs in points, and a hair is no difference', () => {
  expect(changeWords(94.2, 95.1, '上年', true)).toEqual({ direction: 'down', words: '比上年低 0.9 个百分点' })
  expect(changeWords(94.21, 94.2, '上年', true)).toEqual({ direction: 'same', words: '与上年持平' })
})
