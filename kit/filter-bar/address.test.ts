import { expect, test } from 'vitest'
import { addressOf, oneOf } from './address.ts'

const scopes = { open: '在办', closed: '已办结' }

test('an address asks only for what there is', () => {
  expect(oneOf(scopes, 'closed')).toBe('closed')
  expect(oneOf(scopes, 'gone')).toBeUndefined()
  expect(oneOf(scopes, 'toString')).toBeUndefined()
  expect(oneOf(scopes, null)).toBeUndefined()
})

test('what narrows nothing does not stand in the address', () => {
  expect(
    addressOf({ state: 'open', text: '', place: undefined, late: true, group: false, year: 2026 }).toString(),
  ).toBe('state=open&late=1&year=2026')
})
