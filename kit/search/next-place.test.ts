import { expect, test } from 'vitest'
import { nextPlace } from './next-place.ts'

test('arrows walk the list and come round at its ends', () => {
  expect(nextPlace('ArrowDown', 0, 3)).toBe(1)
  expect(nextPlace('ArrowDown', 2, 3)).toBe(0)
  expect(nextPlace('ArrowUp', 0, 3)).toBe(2)
})

test('other keys and empty lists lead nowhere', () => {
  expect(nextPlace('a', 0, 3)).toBeUndefined()
  expect(nextPlace('ArrowDown', 0, 0)).toBeUndefined()
})
