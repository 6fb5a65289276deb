import { expect, test } from 'vitest'
import { changed, lateHref, readAsked } from './asked.ts'

const read = (text: string) => readAsked(new URLSearchParams(text), '440307.', '2026-05-20')

test('an empty address asks for the running year of the own union', () => {
  expect(read('')).toEqual({ period: '2026', place: '440307.', group: undefined })
})

test('an address holds period, place and group, also the year of an older link', () => {
  expect(read('period=2023-Q3&place=440307.003.&group=newForm')).toEqual({
    period: '2023-Q3',
    place: '440307.003.',
    group: 'newForm',
  })
  expect(read('year=2023').period).toBe('2023')
})

test('what is no place, not one’s own, no group or no period is passed over', () => {
  expect(read('period=x&place=440306.&group=all')).toEqual(read(''))
})

test('a change leaves the rest as it was, and a new period replaces the year of an older link', () => {
  const next = changed(new URLSearchParams('year=2023&place=440307.003.&code=a.b'), { period: '2024', code: undefined })
  expect(next.toString()).toBe('place=440307.003.&period=2024')
})

test('the list behind a count is asked for what was counted', () => {
  expect(lateHref({ when: 'soon', line: 'appeals', place: '440307.003.' })).toBe(
    '/console/overview/late?when=soon&line=appeals&place=440307.003.',
  )
})
