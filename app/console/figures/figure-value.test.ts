import { expect, test } from 'vitest'
import { figureSentence } from './figure-value.ts'

test.each([
  [894, '宗', '894 宗'],
  [38_510_000, '元', '3851 万元'],
  [4_619_900, '元', '461.99 万元'],
  [9_999, '元', '9999 元'],
  [1_234_567_890, '元', '12.35 亿元'],
  [95.123, '%', '95.1%'],
  [0, '元', '0 元'],
])('%d %s is said as %s', (value, unit, words) => {
  expect(figureSentence(value, unit)).toBe(words)
})
