import { expect, test } from 'vitest'
import { lines } from '../../../app/server/lines.ts'
import { figuresOf } from '../../../kernel/indicators/fold.ts'
import { betterLow, firstMapped, headlines, leading, standIns, watched } from './headlines.ts'

const figures = new Map(figuresOf(lines).map(({ code, figure }) => [code, figure]))

test('every figure named here is one of the house', () => {
  const named = [...headlines, ...standIns, ...watched, ...betterLow, firstMapped]
  expect(named.filter((code) => !figures.has(code))).toEqual([])
})

const told = (code: string, value: number | null, target: object | null = null) => ({ code, value, target })

test('what says something leads, and what was received stands in while nothing is closed', () => {
  const year = [
    told('appeals.received', 96),
    told('appeals.handled', 0),
    told('appeals.onTimeRate', null),
    told('organising.unionsFounded', 5),
    told('organising.newMembers', 148),
    told('unions.base', 4846),
  ]
  expect(leading(year).map(({ code }) => code)).toEqual([
    'appeals.received',
    'organising.unionsFounded',
    'organising.newMembers',
  ])
})

test('a zero that the plan wants more of is told, and where nothing is recorded nothing leads', () => {
  expect(leading([told('organising.verified', 0, {})])).toHaveLength(1)
  expect(leading([told('organising.verified', 0), told('appeals.onTimeRate', null)])).toEqual([])
})

test('what is shown by street at first is a rate, and what should not be there is counted as it stands', () => {
  expect([firstMapped, ...betterLow].map((code) => figures.get(code)?.kind)).toEqual(['rate', 'rate'])
  expect(watched.every((code) => figures.get(code)?.kind === 'stock')).toBe(true)
})
