import { expect, test } from 'vitest'
import { countedWords, dayWords, exactWords, instantFromWall, timeWords, wallTime } from './time-words.ts'

const now = '2024-11-19T02:00:00.000Z'

test('the wall clock is Shanghai wherever the phone is', () => {
  expect(wallTime('2024-11-18T16:30:00.000Z')).toEqual({ day: '2024-11-19', clock: '00:30' })
})

test.each([
  ['2024-11-19T07:00:00.000Z', '今天 15:00'],
  ['2024-11-18T01:12:00.000Z', '昨天 09:12'],
  ['2024-11-20T01:00:00.000Z', '明天 09:00'],
  ['2024-03-01T01:00:00.000Z', '03-01 09:00'],
  ['2023-12-31T15:59:00.000Z', '2023-12-31'],
])('%s is said as %s', (instant, words) => {
  expect(timeWords(instant, now)).toBe(words)
})

test('what is dated by its day alone has no hour', () => {
  expect(countedWords('2024-11-17T16:00:00.000Z', now)).toBe('11 月 18 日')
  expect(countedWords('2023-11-17T16:00:00.000Z', now)).toBe('2023 年 11 月 18 日')
  expect(countedWords('2024-11-19T07:00:00.000Z', now)).toBe('今天 15:00')
})

test('the exact time carries year and minute', () => {
  expect(exactWords('2024-11-18T05:02:00.000Z')).toBe('2024 年 11 月 18 日 13:02')
})

test('days of this year leave the year out', () => {
  expect(dayWords('2024-12-09', '2024-11-19')).toBe('12 月 9 日')
  expect(dayWords('2025-01-09', '2024-11-19')).toBe('2025 年 1 月 9 日')
})

test('a typed wall time becomes an instant, half a typed one nothing', () => {
  expect(instantFromWall('2024-11-18T13:02')).toBe('2024-11-18T05:02:00.000Z')
  expect(instantFromWall('2024-11-')).toBeUndefined()
})
