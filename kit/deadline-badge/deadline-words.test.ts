import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadlineWords } from './deadline-words.ts'

// 2024-11-19 10:00 in Shanghai
const now = '2024-11-19T02:00:00.000Z'
const said = (due: string, more = {}) => {
  const { tone, words } = deadlineWords({ due, ...more }, now)
  return [tone, words]
}

test('what is late says by how much', () => {
  expect(said('2024-11-19T01:59:30.000Z')).toEqual(['late', '超时 1 分钟'])
  expect(said('2024-11-18T23:00:00.000Z')).toEqual(['late', '超时 3 小时'])
  expect(said('2024-11-18T01:00:00.000Z')).toEqual(['late', '超时 1 天'])
})

test('what is due within hours counts hours, later today names the hour', () => {
  expect(said('2024-11-19T02:40:00.000Z')).toEqual(['soon', '剩 40 分钟'])
  expect(said('2024-11-19T05:10:00.000Z')).toEqual(['soon', '剩 3 小时'])
  expect(said('2024-11-19T09:30:00.000Z')).toEqual(['soon', '今天 17:30'])
})

test('further days count calendar days, or working days when the rule counts those', () => {
  expect(said('2024-11-20T09:30:00.000Z')).toEqual(['soon', '剩 1 天'])
  expect(said('2024-11-24T09:30:00.000Z')).toEqual(['normal', '剩 5 天'])
  expect(said('2024-11-27T09:30:00.000Z', { workingDaysLeft: 6 })).toEqual(['normal', '剩 6 个工作日'])
  expect(said('2024-11-25T09:30:00.000Z', { workingDaysLeft: 3 })).toEqual(['soon', '剩 3 个工作日'])
})

test('due on a rest day with no working day left still counts days', () => {
  expect(said('2024-11-21T09:30:00.000Z', { workingDaysLeft: 0 })).toEqual(['soon', '剩 2 天'])
})

test('far deadlines are said as a date', () => {
  expect(said('2025-03-01T09:30:00.000Z')).toEqual(['normal', '2025 年 3 月 1 日'])
})

test('met in time, met late and paused are told apart', () => {
  const due = '2024-11-18T05:02:00.000Z'
  expect(said(due, { state: 'met', metAt: '2024-11-18T05:00:00.000Z' })).toEqual(['met', '按期办完'])
  expect(said(due, { state: 'met', metAt: '2024-11-18T06:00:00.000Z' })).toEqual(['late', '超时办完'])
  expect(said(due, { state: 'paused' })).toEqual(['paused', '暂停计时'])
})

test('the exact time is always there', () => {
  expect(deadlineWords({ due: '2024-11-18T05:02:00.000Z' }, now).exact).toBe('应于 2024 年 11 月 18 日 13:02')
})

test('a running clock is late exactly when its instant has passed', () => {
  const from = Date.parse('2024-01-01T00:00:00Z')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 * 86_400 }), (seconds) => {
      const due = new Date(from + seconds * 1000).toISOString()
      expect(deadlineWords({ due }, now).tone === 'late').toBe(due < now)
      expect(deadlineWords({ due }, now).words).not.toMatch(/NaN|undefined| 0 /)
    }),
  )
})
