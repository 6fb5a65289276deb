import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestOf } from './digest.ts'
import { missingOf } from './missing.ts'
import { isRegular, stageOf, stateOn } from './standing.ts'
import { technicalLevelsOn } from './technical.ts'
import { decidingUnit, reviewingUnit } from './units.ts'

const day = fc
  .integer({ min: 0, max: 9_000 })
  .map((n) => Temporal.PlainDate.from('2010-01-01').add({ days: n }).toString())

describe('standing', () => {
  test('a due day is far, near or past, never two of them', () => {
    fc.assert(
      fc.property(day, day, (until, today) => {
        const notice = Temporal.PlainDate.from(today).add({ days: 90 }).toString()
        const state = stateOn(until, today, notice)
        expect(state === 'expired').toBe(until < today)
        expect(state === 'valid').toBe(until > notice)
      }),
    )
    expect(stateOn(null, '2026-03-02', '2026-05-31')).toBe('none')
  })

  test('a union that is regular on a day loses it by losing any one of the three', () => {
    const facts = { termUntil: '2026-12-31', chairId: 'somebody', certificateUntil: '2026-12-31' }
    expect(isRegular(facts, '2026-12-31')).toBe(true)
    expect(isRegular(facts, '2027-01-01')).toBe(false)
    for (const lost of ['termUntil', 'chairId', 'certificateUntil'])
      expect(isRegular({ ...facts, [lost]: null }, '2026-12-31')).toBe(false)
  })

  test('the notices come one after the other', () => {
    const notices = ['2026-05-31', '2026-05-01', '2026-04-01'] as const
    const stages = ['2026-06-01', '2026-05-31', '2026-05-01', '2026-04-01', '2026-03-02', '2026-03-01']
    expect(stages.map((due) => stageOf(due, '2026-03-02', notices))).toEqual([null, 3, 2, 1, 1, 0])
  })
})

describe('what is missing', () => {
  const whole = {
    termUntil: '2027-01-01',
    chairId: 'somebody',
    certificateUntil: '2027-01-01',
    creditCode: '81',
    approvalNumber: '批复',
    approvedOn: '2020-01-01',
    address: '平湖',
    duesCode: '1',
    accountNumber: '**** 1',
    foundedOn: '2020-01-01',
    firms: 1,
    women: 12,
    duties: ['chair', 'audit_committee', 'women_chair', 'treasurer'],
  }
  const fields = (change: object) => missingOf({ ...whole, ...change }, '2026-03-02').map(({ field }) => field)

  test('a full record misses nothing, an expired term wants an election, a union without women no women’s committee', () => {
    expect(fields({})).toEqual([])
    expect(fields({ termUntil: '2026-03-01' })).toEqual(['election'])
    expect(fields({ women: 0, duties: ['chair', 'audit_chair', 'treasurer'] })).toEqual([])
    expect(missingOf({ ...whole, women: 9, duties: [] }, '2026-03-02').map(({ title }) => title)).toContain(
      '女职工委员',
    )
  })
})

describe('who decides', () => {
  test.each([
    ['440307.003.008.E1.', '440307.003.008.E1.', '440307.003.008.'],
    ['440307.003.008.E1.', '440307.003.008.', '440307.003.'],
    ['440307.003.008.E1.', '440307.003.', '440307.'],
    ['440307.003.008.E1.', '440307.', '440307.'],
  ])('for %s asked by %s the union %s looks it through', (union, asker, reviewer) => {
    expect(reviewingUnit(union, asker)).toBe(reviewer)
  })

  test('and the next one above decides, the district its own', () => {
    expect([decidingUnit('440307.003.008.'), decidingUnit('440307.003.'), decidingUnit('440307.')]).toEqual([
      '440307.003.',
      '440307.',
      '440307.',
    ])
  })
})

describe('words', () => {
  test('one digest says all, and nothing that is nought', () => {
    const { body } = digestOf([
      { kind: 'term', stage: 3 },
      { kind: 'term', stage: 0 },
      { kind: 'chair', stage: 1 },
    ])
    expect(body).toContain('任期快届满 1 家，任期已届满 1 家，主席空缺 1 家')
    expect(body).not.toContain('证书')
  })

  test('the eight levels count from the day they came', () => {
    expect(technicalLevelsOn('2022-03-17').levels).not.toContain('chief_technician')
    expect(technicalLevelsOn('2022-03-18').levels).toContain('chief_technician')
    expect(() => technicalLevelsOn('1999-12-31')).toThrow(RangeError)
  })
})
