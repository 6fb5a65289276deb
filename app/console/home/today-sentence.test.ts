import { expect, test } from 'vitest'
import { todaySentence } from './today-sentence.ts'

// 2026-11-18 10:00 in Shanghai
const now = '2026-11-18T02:00:00.000Z'
const due = (...instants: (string | null)[]) => instants.map((dueAt) => ({ dueAt }))

test('what is overdue or due before midnight comes first, the rest of three days second', () => {
  const rows = due('2026-11-17T01:00:00.000Z', '2026-11-18T15:59:59.999Z', '2026-11-18T16:00:00.000Z', null)
  expect(todaySentence({ late: 1, soon: 2, total: 4 }, rows, now)).toBe('今天先办 2 件，另有 1 件三天内到期')
})

test('a quiet day is said as such', () => {
  expect(todaySentence({ late: 0, soon: 0, total: 0 }, [], now)).toBe('今天没有要办的事')
  expect(todaySentence({ late: 0, soon: 0, total: 7 }, due('2026-12-09T09:00:00.000Z'), now)).toBe(
    '手上 7 件，三天内没有到期的',
  )
  expect(todaySentence({ late: 0, soon: 3, total: 7 }, due('2026-11-20T09:00:00.000Z'), now)).toBe(
    '今天没有到期的，3 件三天内到期',
  )
})

test('when all that is urgent is for today nothing is said of later', () => {
  expect(todaySentence({ late: 1, soon: 0, total: 1 }, due('2026-11-17T01:00:00.000Z'), now)).toBe('今天先办 1 件')
})
