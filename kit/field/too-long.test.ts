import { expect, test } from 'vitest'
import { tooLong } from './too-long.ts'

test('what was pasted stays whole, and it is said by how much it is too long', () => {
  expect(tooLong('甲'.repeat(500), 500)).toBeUndefined()
  expect(tooLong('甲'.repeat(512), 500)).toBe('最多写 500 个字，多了 12 个，请精简')
  expect(tooLong('甲'.repeat(512), undefined)).toBeUndefined()
})
