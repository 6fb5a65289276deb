import { expect, test } from 'vitest'
import { markOf, placeOf, quarterPlace } from './gantt-scale.ts'

test('a year runs from nothing to a hundred, its quarters in between, days beyond it stand at its ends', () => {
  expect([placeOf('2024-01-01', 2024), placeOf('2025-01-01', 2024), placeOf('2023-06-01', 2024)]).toEqual([0, 100, 0])
  expect(placeOf('2024-07-01', 2024)).toBeCloseTo((182 / 366) * 100, 6)
  expect([1, 2, 3, 4, 5].map((quarter) => Math.round(quarterPlace(quarter, 2025)))).toEqual([0, 25, 50, 75, 100])
})

test('a node is late the day after its own, and never once it is done', () => {
  const node = { id: '', title: '', expectedOn: null, note: '', dueOn: '2024-05-31', doneOn: null }
  expect([markOf(node, '2024-05-31'), markOf(node, '2024-06-01')]).toEqual(['open', 'late'])
  expect(markOf({ ...node, doneOn: '2024-07-01' }, '2024-08-01')).toBe('done')
})
