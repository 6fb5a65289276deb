import { expect, test } from 'vitest'
import { isNarrowed, readFilters, writeFilters } from './filters.ts'

test('an address read and written again is the same address', () => {
  const address = 'scope=all&state=assigned&category=wages&channel=12345&place=440307.003.&text=某电子厂&late=1&group=1'
  const filters = readFilters(new URLSearchParams(address))
  expect(Object.fromEntries(writeFilters(filters))).toEqual(Object.fromEntries(new URLSearchParams(address)))
})

test('what an address cannot mean is left out, and the usual view needs no address', () => {
  const filters = readFilters(new URLSearchParams('scope=mine&state=lost&category=weather'))
  expect(filters).toMatchObject({ scope: 'open', state: undefined, category: undefined })
  expect(writeFilters(filters).toString()).toBe('')
  expect(isNarrowed(filters)).toBe(false)
  expect(isNarrowed({ ...filters, lateOnly: true })).toBe(true)
})
