import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodiesFor, electionFault, formFault, nameFor, needsOf, seatsFault, seatsFor } from './form.ts'
import { paperOf } from './papers.ts'
import { thresholdAt } from './parameters.ts'
import { commonPlace, districtOf, upperOf } from './places.ts'

const today = '2026-03-02'
const heads = (members: number, women = 0, employees = members) => ({ members, women, employees })

describe('the numbers decide the shape', () => {
  test('24 members may choose, 25 need a committee', () => {
    expect(bodiesFor(24, today)).toEqual(['committee', 'organiser'])
    expect(bodiesFor(25, today)).toEqual(['committee'])
    expect(electionFault('organiser', heads(25), today)).toContain('25 人要建立工会委员会')
    expect(electionFault('organiser', heads(1), today)).toBeUndefined()
    expect(electionFault('committee', heads(2), today)).toContain('至少 3 人')
  })

  test('ten women members have a committee of their own, fewer have one member, none has nobody', () => {
    expect([0, 1, 9, 10].map((women) => seatsFor(heads(30, women), today).women)).toEqual([0, 1, 1, 3])
  })

  test('the committee has as many as its members allow', () => {
    const range = (members: number) => Object.values(seatsFor(heads(members), today).committee)
    expect([range(24), range(25), range(201), range(1001)]).toEqual([
      [3, 5],
      [3, 7],
      [7, 15],
      [15, 21],
    ])
    const chosen = { committee: 8, vice: 0, audit: 1, women: 0 }
    expect(seatsFault('committee', chosen, heads(60), today)).toContain('3 至 7 名')
    expect(seatsFault('committee', { ...chosen, committee: 5, audit: 0 }, heads(60), today)).toContain('经费审查')
    expect(seatsFault('committee', { ...chosen, committee: 5 }, heads(60, 12), today)).toContain('女职工')
    expect(seatsFault('organiser', { ...chosen, committee: 0, audit: 0 }, heads(5, 2), today)).toBeUndefined()
  })

  test('every need says what it counts, where it comes from and how sure that is', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), fc.nat(5000), (members, women, employees) => {
        for (const need of needsOf({ members, women, employees }, today)) {
          expect(need.isReached).toBe(need.have >= need.from)
          expect([need.advice, need.source, need.sure].every((text) => text.length > 0)).toBe(true)
        }
      }),
    )
  })

  test('one more member never makes fewer seats', () => {
    fc.assert(
      fc.property(fc.nat(60_000), (members) => {
        const now = seatsFor(heads(members), today).committee
        const then = seatsFor(heads(members + 1), today).committee
        expect(then.fewest >= now.fewest && then.most >= now.most && now.fewest <= now.most).toBe(true)
      }),
    )
  })

  test('before its first version a threshold has no number', () => {
    expect(() => thresholdAt('committee', '2000-01-01')).toThrow(RangeError)
  })
})

test('several employers found a joint union, one its own', () => {
  expect(formFault('joint', 1)).toContain('两家以上')
  expect(formFault('single', 2)).toContain('联合工会')
  expect([formFault('joint', 2), formFault('new_form', 1), formFault('industry', 9)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(nameFor('single', '某厂', '辅城坳社区')).toBe('某厂工会委员会')
  expect(nameFor('joint', '深圳市某店有限公司', '辅城坳社区')).toBe('辅城坳社区某店等单位联合工会委员会')
})

test('several places share the street, several streets the district', () => {
  expect(commonPlace(['440307.003.009.', '440307.003.009.'])).toBe('440307.003.009.')
  expect(commonPlace(['440307.003.009.', '440307.003.012.'])).toBe('440307.003.')
  expect(commonPlace(['440307.003.009.', '440307.013.012.', '440307.003.009.'])).toBe('440307.')
  expect([upperOf('440307.003.009.'), upperOf('440307.'), districtOf('440307.003.')]).toEqual([
    '440307.003.',
    '440307.',
    '440307.',
  ])
})

describe('a paper', () => {
  const facts = {
    unionName: '某厂工会委员会',
    firms: ['甲店', '乙店'],
    form: 'joint',
    body: 'committee',
    employees: 60,
    members: 30,
    women: 12,
    upper: '龙岗区平湖街道总工会',
    termYears: 3,
    heldOn: '2026-03-09',
    elected: [{ title: '主席', names: ['职工甲'] }],
    fromOn: '2026-03-10',
    until: '2029-03-09',
  } as const

  test('goes up to the union above, or down from it', () => {
    expect(paperOf('founding_report', facts)).toMatchObject({ addressee: facts.upper, issuer: '某厂工会委员会筹备组' })
    expect(paperOf('founding_approval', facts)).toMatchObject({
      addressee: '某厂工会委员会筹备组',
      issuer: facts.upper,
    })
    expect(paperOf('prep_report', facts).issuer).toBe('甲店等2家单位')
  })

  test('writes days without leading zeros and says who was elected', () => {
    const { paragraphs } = paperOf('founding_approval', facts)
    expect(paragraphs.join('')).toContain('自2026年3月10日至2029年3月9日')
    expect(paragraphs.join('')).toContain('主席：职工甲')
    expect(paragraphs.join('')).toContain('覆盖甲店、乙店')
  })
})
