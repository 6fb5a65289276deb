import { describe, expect, test } from 'vitest'
import { isNarrowed, readFilters, writeFilters } from './filters.ts'

describe('the address of the register', () => {
  test('gives back what it was given, and leaves out what it cannot be', () => {
    const filters = { under: '440307.003.', term: 'expired', chair: 'without', isDue: true, text: '电子' } as const
    expect(readFilters(writeFilters(filters))).toMatchObject(filters)
    expect(readFilters(new URLSearchParams('term=soonish&chair=maybe'))).toMatchObject({
      term: undefined,
      chair: undefined,
    })
  })

  test('is narrowed by anything but the place', () => {
    expect(isNarrowed(readFilters(new URLSearchParams('under=440307.003.')))).toBe(false)
    expect(isNarrowed(readFilters(new URLSearchParams('due=1')))).toBe(true)
  })
})
