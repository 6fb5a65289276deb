import fc from 'fast-check'
import { expect, test } from 'vitest'
import { widthOf } from './measures.ts'
import { balancedLines } from './title.ts'

test('a title that fits stays on one line', () => {
  expect(balancedLines('关于同意成立岚棠印刷工会委员会的批复')).toEqual(['关于同意成立岚棠印刷工会委员会的批复'])
})

test('a longer one is broken between words into lines of nearly one length', () => {
  expect(balancedLines('龙岗区总工会关于2023年职工维权和法律服务工作情况的报告')).toEqual([
    '龙岗区总工会关于2023年职工',
    '维权和法律服务工作情况的报告',
  ])
  const lines = balancedLines('关于同意成立深圳市龙岗区平湖街道岚棠印刷包装制品有限公司工会委员会的批复')
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20)
})

test('whatever the title, nothing is lost and no line is wider than the page', () => {
  const piece = fc.constantFrom(
    '关于',
    '工会',
    '的',
    '（',
    '）',
    '《',
    '》',
    '2023年',
    '和',
    '委员会',
    'A',
    '报告',
    '、',
    '𠮷',
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), (pieces) => {
      const title = pieces.join('')
      const lines = balancedLines(title)
      expect(lines.join('')).toBe(title)
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20)
    }),
  )
})
