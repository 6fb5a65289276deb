import { expect, test } from 'vitest'
import { lines } from '../../../app/server/lines.ts'
import { figuresOf } from '../../../kernel/indicators/fold.ts'
import { betterLow, firstMapped, headlines, watched } from './headlines.ts'

const figures = new Map(figuresOf(lines).map(({ code, figure }) => [code, figure]))

test('every figure named here is one of the house', () => {
  const named = [...headlines, ...watched, ...betterLow, firstMapped]
  expect(named.filter((code) => !figures.has(code))).toEqual([])
})

test('what is shown by street at first is a rate, and what should not be there is counted as it stands', () => {
  expect([firstMapped, ...betterLow].map((code) => figures.get(code)?.kind)).toEqual(['rate', 'rate'])
  expect(watched.every((code) => figures.get(code)?.kind === 'stock')).toBe(true)
})
