import { expect, test } from 'vitest'
import { createIntent, newIntent } from './intent.ts'

test('an intent has a name the server takes, and no two are the same', () => {
  expect(newIntent()).toMatch(/^[\w-]{8,80}$/)
  expect(newIntent()).not.toBe(newIntent())
})

test('the same thing sent again keeps its name, changed words get another', () => {
  const intent = createIntent()
  const first = intent.keyFor({ id: '1', note: '已到' })
  expect(intent.keyFor({ id: '1', note: '已到' })).toBe(first)
  expect(intent.keyFor({ id: '1', note: '已经到了' })).not.toBe(first)
})

test('once it is done, the same words are a new intent', () => {
  const intent = createIntent()
  const first = intent.keyFor({ id: '1' })
  intent.done()
  expect(intent.keyFor({ id: '1' })).not.toBe(first)
})
