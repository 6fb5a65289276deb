import { expect, test } from 'vitest'
import type { Risks, Total } from './place.ts'
import { riskRows } from './risk-rows.ts'

const total = (code: string, more: Partial<Total>): Total => ({
  code,
  line: 'unions',
  title: code,
  unit: '家',
  kind: 'stock',
  definition: '口径',
  owner: '组织建设部',
  byGroup: false,
  value: 0,
  numerator: null,
  denominator: null,
  asOf: '2026-05-20',
  lastYear: null,
  target: null,
  ...more,
})
const rate = { kind: 'rate', unit: '%', value: 92, target: { number: 94, comparator: '>=', reached: false } } as const
const missed = {
  code: 'organising.coverage25',
  title: '建会率',
  unit: '%',
  comparator: '>=',
  number: 95,
  value: 92,
  forecast: 93,
  isOver: false,
} as const
const ending = {
  kind: 'term',
  title: '任期',
  definition: '',
  count: 0,
  until: '2026-08-18',
  opens: '/console/unions',
} as const
const quiet: Risks = { targets: [], expiring: [ending] }
const words = (risks: Risks, totals: Total[], isNow = true) =>
  riskRows(risks, totals, isNow).map((row) => [row.tag, row.title, row.words])

test('a year on its way says where it will end, one that is over what it missed', () => {
  expect(words({ ...quiet, targets: [missed] }, [])).toEqual([['目标', '建会率', '现在 92%，目标 95%，预计年底 93%']])
  expect(words({ ...quiet, targets: [{ ...missed, isOver: true }] }, [])).toEqual([
    ['目标', '建会率', '全年 92%，目标 95%，没有达到'],
  ])
})

test('a rate below its target is named once, also where the plan forecasts it', () => {
  expect(words(quiet, [total('a.rate', rate)])).toEqual([['目标', 'a.rate', '现在 92%，目标 94%，还差 2 个百分点']])
  expect(words({ ...quiet, targets: [missed] }, [total(missed.code, rate)])).toHaveLength(1)
  expect(words(quiet, [total('a.count', { ...rate, kind: 'flow' })])).toEqual([])
})

test('what should not be there is told of today only, and nothing where there is none', () => {
  const expired = total('unions.termsExpired', { value: 3 })
  expect(words(quiet, [expired])).toEqual([['要处理', 'unions.termsExpired', '3 家']])
  expect(words(quiet, [expired], false)).toEqual([])
  expect(words(quiet, [total('unions.termsExpired', {})])).toEqual([])
  expect(words({ ...quiet, expiring: [{ ...ending, count: 2 }] }, [])).toEqual([
    ['快到期', '任期', '2 家，到 2026 年 8 月 18 日为止'],
  ])
})
