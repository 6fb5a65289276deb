import { expect, test } from 'vitest'
import { readDays } from './day-list.ts'

test('days are read however the notice writes them, once each and in order', () => {
  expect(readDays('2027年1月2日、2027-01-01\n2027/1/3，2027-01-01')).toEqual(['2027-01-01', '2027-01-02', '2027-01-03'])
})

test('words without a day hold none', () => {
  expect(readDays('元旦放假三天')).toEqual([])
})
