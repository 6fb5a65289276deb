import { expect, test } from 'vitest'
import { confidenceWords, countWords, lastingWords } from './words.ts'

const column = {
  key: 'name',
  title: '姓名',
  isRequired: true,
  column: 0,
  header: '姓名',
  confidence: 1,
  isRemembered: false,
}

test('how sure a column is, is said in words', () => {
  expect(confidenceWords(column).words).toBe('列名对得上')
  expect(confidenceWords({ ...column, isRemembered: true }).words).toBe('照上次的')
  expect(confidenceWords({ ...column, confidence: 0.72 }).words).toBe('相近 72%，请核对')
  expect(confidenceWords({ ...column, column: null }).words).toBe('要选一列')
  expect(confidenceWords({ ...column, column: null, isRequired: false }).words).toBe('表里没有，不导入')
})

test('counts leave out what is nought', () => {
  expect(countWords({ added: 3, changed: 0, same: 2, refused: 1, warned: 0 })).toBe('新增 3，已有 2，未导入 1')
  expect(countWords({ added: 0, changed: 0, same: 0, refused: 0, warned: 0 })).toBe('没有数据行')
})

test('what is left is said roughly', () => {
  expect([0, 12, 150].map(lastingWords)).toEqual(['约 1 秒', '约 12 秒', '约 3 分钟'])
})
