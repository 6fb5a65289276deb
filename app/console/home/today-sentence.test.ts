import { expect, test } from 'vitest'
import { todaySentence } from './today-sentence.ts'

test('what is overdue or due before midnight comes first, the rest of three days second', () => {
  expect(todaySentence({ late: 1, today: 2, soon: 2, total: 4 })).toBe('今天先办 2 件，另有 1 件三天内到期')
})

test('a quiet day is said as such', () => {
  expect(todaySentence({ late: 0, today: 0, soon: 0, total: 0 })).toBe('今天没有要办的事')
  expect(todaySentence({ late: 0, today: 0, soon: 0, total: 7 })).toBe('手上 7 件，三天内没有到期的')
  expect(todaySentence({ late: 0, today: 0, soon: 3, total: 7 })).toBe('今天没有到期的，3 件三天内到期')
})

test('when all that is urgent is for today nothing is said of later', () => {
  expect(todaySentence({ late: 1, today: 1, soon: 0, total: 1 })).toBe('今天先办 1 件')
})
