import { expect, test } from 'vitest'
import { contract } from '../../../kernel/audit/contract.ts'
import { askedOf, isNarrowed, readFilters, writeFilters } from './filters.ts'

const address = 'action=people.reveal&actor=王&outcome=refused&from=2026-03-02&to=2026-03-02'

test('what narrows the log stands in the address and is read back from it', () => {
  const filters = readFilters(new URLSearchParams(address))
  expect(readFilters(writeFilters(filters))).toEqual(filters)
  expect(isNarrowed(filters)).toBe(true)
})

test('nonsense in the address narrows nothing', () => {
  const filters = readFilters(new URLSearchParams('outcome=maybe&from=yesterday&to=2026-99-99'))
  expect(isNarrowed(filters)).toBe(false)
  expect(writeFilters(filters).size).toBe(0)
})

test('one day is asked from its midnight in Shanghai up to the next, as the server takes it', () => {
  const asked = askedOf(readFilters(new URLSearchParams(address)))
  expect(asked).toMatchObject({ from: '2026-03-01T16:00:00.000Z', to: '2026-03-02T16:00:00.000Z' })
  expect(contract.list.input.safeParse(asked).success).toBe(true)
})
