import { expect, test } from 'vitest'
import { stepViews } from './step-words.ts'

const now = '2024-11-19T06:02:00.000Z'
const steps = [
  { title: '受理', at: '2024-11-18T02:40:00.000Z' },
  { title: '签收', due: '2024-11-18T05:02:00.000Z' },
  { title: '结案', due: '2024-12-09T09:00:00.000Z' },
]

test('a done step shows when, the late one by how much, the coming one until when', () => {
  expect(stepViews(steps, 1, now).map(({ state, words }) => [state, words])).toEqual([
    ['done', '昨天 10:40'],
    ['late', '超时 1 天'],
    ['coming', '应于 12-09 17:00'],
  ])
})

test('a step still in time says until when', () => {
  const early = '2024-11-18T03:02:00.000Z'
  expect(stepViews(steps, 1, early)[1]).toMatchObject({ state: 'now', words: '应于 今天 13:02' })
})

test('when all is done no step is under way', () => {
  expect(stepViews(steps, 3, now).every(({ state }) => state === 'done')).toBe(true)
})
