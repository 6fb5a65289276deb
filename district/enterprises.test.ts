import { describe, expect, test } from 'vitest'
import { checkCreditCode } from '../kernel/people/identity.ts'
import { allEnterprises, type Enterprise, enterpriseAt } from './enterprises.ts'
import { REGISTRAR } from './marks.ts'
import { randomOf } from './random.ts'
import { enterpriseRow, orgRows } from './rows.ts'
import { enterprisesOf, enterprisesWhere, sampleEnterprises } from './sampling.ts'
import { communityOf, streets } from './tree.ts'

const all = allEnterprises()
const yearEnd = '2023-12-31'
/** Alive on a day: opened, and not closed. */
const isAlive = ({ openedOn, closedOn }: Enterprise, day: string) =>
  openedOn <= day && (closedOn === null || closedOn > day)
const isCovered = ({ union }: Enterprise, day: string) => union !== null && union.foundedOn <= day

describe('at the end of 2023', () => {
  const inBand = (low: number, high: number) =>
    all.filter((e) => isAlive(e, yearEnd) && e.headcount >= low && e.headcount <= high)

  test('all 884 enterprises with a hundred workers or more have a union, so 813 with consultation are 92 %', () => {
    const base = inBand(100, Number.POSITIVE_INFINITY)
    expect([base.length, base.filter((e) => isCovered(e, yearEnd)).length]).toEqual([884, 884])
    expect(Math.round((813 / base.length) * 100)).toBe(92)
  })

  test('4 812 of 5 108 enterprises with 25 to 99 workers have a union: 94.2 %', () => {
    const base = inBand(25, 99)
    expect([base.length, base.filter((e) => isCovered(e, yearEnd)).length]).toEqual([5_108, 4_812])
    expect(((4_812 / 5_108) * 100).toFixed(1)).toBe('94.2')
  })

  test('enough living enterprises are organised for contracts that cover 37 999', () => {
    const covered = all.filter((e) => isAlive(e, yearEnd) && isCovered(e, yearEnd))
    expect(covered).toHaveLength(38_246)
    const heads = covered.reduce((sum, { headcount }) => sum + headcount, 0)
    expect(heads).toBeGreaterThan(510_000)
  })

  test('no headcount that a rate leans on is older than twelve months', () => {
    for (const e of all.filter((e) => isAlive(e, yearEnd)))
      expect(e.headcountOn >= '2023-01-01' && e.headcountOn <= yearEnd).toBe(true)
  })

  test('life and closing day say the same', () => {
    for (const e of all) expect(isAlive(e, yearEnd)).toBe(e.life === 'alive')
    expect(all.filter(({ life }) => life !== 'alive')).toHaveLength(1_300)
  })
})

test('250 base unions were founded in 2023, 167 of them by enterprises of new-form employment alone', () => {
  const founded = orgRows().filter(({ kind, founded_on }) => kind === 'enterprise' && founded_on?.startsWith('2023'))
  expect(founded).toHaveLength(250)
  expect(founded.filter(({ form }) => form === 'new_form')).toHaveLength(167)
  expect(founded.filter(({ form }) => form === 'single')).toHaveLength(83)
  const newForm = all.filter(({ isNewForm, union }) => isNewForm && union?.foundedOn.startsWith('2023'))
  expect(newForm).toHaveLength(167)
})

test('an enterprise opens before its union is founded, and a union stands under the community where the work is done', () => {
  for (const { union, openedOn, community } of all) {
    if (!union) continue
    expect(union.path.startsWith(community.path)).toBe(true)
    if (union.form !== 'joint') expect(union.foundedOn >= openedOn).toBe(true)
  }
})

test('a joint union has many firms, every other union one', () => {
  const firms = new Map<string, number>()
  for (const { union } of all) if (union) firms.set(union.id, (firms.get(union.id) ?? 0) + 1)
  const joint = orgRows().filter(({ form }) => form === 'joint')
  expect(joint).toHaveLength(555)
  for (const { id } of joint) expect(firms.get(id)).toBeGreaterThan(5)
  for (const { id, form } of orgRows()) if (form === 'single' || form === 'new_form') expect(firms.get(id)).toBe(1)
})

test('41 000 enterprises without a name, a code or an identifier twice', () => {
  expect(all).toHaveLength(41_000)
  for (const of of ['id', 'name', 'creditCode'] as const) expect(new Set(all.map((e) => e[of])).size).toBe(41_000)
})

test('every credit code passes the check, says enterprise or union, and bears the mark of a place that is none', () => {
  const employers = all.map(({ creditCode }) => creditCode)
  const unions = orgRows().map(({ credit_code }) => credit_code ?? '')
  const isSound = (code: string, prefix: string) => {
    const checked = checkCreditCode(code)
    return checked.ok && checked.value === code && code.startsWith(`${prefix}${REGISTRAR}`)
  }
  expect(employers.filter((code) => !isSound(code, '91'))).toEqual([])
  expect(unions.filter((code) => !isSound(code, '81'))).toEqual([])
})

test('no path, code or identifier of a union comes twice, and parents come before children', () => {
  const rows = orgRows()
  for (const of of ['id', 'path', 'credit_code'] as const)
    expect(new Set(rows.map((row) => row[of])).size).toBe(rows.length)
  const seen = new Set<string>()
  for (const { id, parent_id } of rows) {
    expect(parent_id === null || seen.has(parent_id!)).toBe(true)
    seen.add(id)
  }
})

test('any one enterprise can be made alone and is the same', () => {
  for (const n of [0, 884, 5_991, 40_999]) expect(enterpriseAt(n)).toEqual(all[n])
  expect(() => enterpriseAt(41_000)).toThrow('no enterprise 41000')
  expect(enterpriseRow(all[0]!)).toMatchObject({
    federation_id: '440307',
    name: '蜂速配送平湖良安田站',
    is_new_form: true,
  })
})

test('lines can ask for enterprises without a database', () => {
  const pinghu = enterprisesOf('003', { band: '100+', isUnionised: true })
  expect(pinghu.length).toBeGreaterThan(50)
  for (const { community, headcount } of pinghu) {
    expect(community.street.name).toBe('平湖')
    expect(headcount).toBeGreaterThanOrEqual(100)
  }
  expect(streets.reduce((sum, { code }) => sum + enterprisesOf(code).length, 0)).toBe(39_700)
  const some = sampleEnterprises(randomOf('test'), 100, { community: '008', street: '003' })
  expect(new Set(some.map(({ id }) => id)).size).toBe(100)
  expect(new Set(some.map(({ community }) => community))).toEqual(new Set([communityOf('440307.003.008.')]))
  expect(enterprisesWhere({ alive: false })).toHaveLength(1_300)
})
