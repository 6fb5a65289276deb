import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Facts, measures, vetoOf } from './measure.ts'
import { parametersAt } from './parameters.ts'
import { type Answer, answerNames, leastVotes, questions, satisfactionOf } from './poll.ts'
import { levelOf, pointsOf, scoreOf } from './score.ts'
import { computedItems, faultOfPoints, itemNames, maxTenths, scoreTable, sourceOf } from './score-table.ts'

const TODAY = '2026-03-02'
const good: Facts = {
  asOf: TODAY,
  closedOn: null,
  termUntil: '2027-01-01',
  hasChair: true,
  chairIsMember: true,
  certificateUntil: '2027-01-01',
  committee: 5,
  audit: 1,
  women: 1,
  womenMembers: 20,
  members: 95,
  verified: 95,
  renewed: 3,
  heads: 100,
  firms: 1,
  firmName: '深圳市岚桥栖精密电子有限公司',
  turns: 1,
  turnsInTime: 1,
  due: 2,
  inTime: 2,
  overdue: 0,
  groupAppeals: [],
}
const computed = (facts: Facts) =>
  computedItems.map((name) => {
    const max = maxTenths(name)
    return { maxTenths: max, pointsTenths: pointsOf(measures[name](facts).share, max) }
  })
const day = fc.constantFrom('2024-05-05', TODAY, '2028-01-01')
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    termUntil: fc.option(day),
    closedOn: fc.option(day),
    hasChair: fc.boolean(),
    chairIsMember: fc.boolean(),
    certificateUntil: fc.option(day),
    committee: fc.nat(9),
    audit: fc.nat(3),
    women: fc.nat(3),
    womenMembers: fc.nat(50),
    members: fc.nat(300),
    verifiedOff: fc.nat(100),
    renewed: fc.nat(20),
    heads: fc.option(fc.nat(300)),
    firms: fc.nat(5),
    firmName: fc.constant(null),
    turnsInTime: fc.nat(3),
    turnsOff: fc.nat(2),
    inTime: fc.nat(20),
    dueOff: fc.nat(9),
    overdue: fc.nat(4),
    groupAppeals: fc.array(fc.constantFrom('SQ2026-0001', 'SQ2026-0002'), { maxLength: 2 }),
  })
  .map(({ verifiedOff, turnsOff, dueOff, ...rest }) => ({
    ...rest,
    asOf: TODAY,
    verified: Math.max(0, rest.members - verifiedOff),
    turns: rest.turnsInTime + turnsOff,
    due: rest.inTime + dueOff,
  }))

describe('the score table', () => {
  test('has a hundred points, more than half of them from records, and nothing for what has no ledger', () => {
    expect(itemNames.reduce((sum, name) => sum + maxTenths(name), 0)).toBe(1000)
    expect(computedItems.reduce((sum, name) => sum + maxTenths(name), 0)).toBe(650)
    expect(computedItems).toEqual(itemNames.filter((name) => sourceOf(name) === 'computed'))
    expect([maxTenths('dues'), maxTenths('congress', { congress: 9 }), scoreTable.contract.points]).toEqual([0, 0, 0])
    expect(faultOfPoints({})).toBeNull()
  })

  test('cannot be edited so that half or less comes from records, or that guesses are paid', () => {
    expect(faultOfPoints({ satisfaction: 60 })).toContain('超过总分的一半')
    expect(faultOfPoints({ dues: 5 })).toContain('还没有台账')
    expect(faultOfPoints(Object.fromEntries(itemNames.map((name) => [name, 0])))).toContain('都是 0 分')
  })

  test('rests on parameters that say from where and how sure', () => {
    expect(parametersAt(TODAY).every(({ source, sure }) => source !== '' && sure === 'U')).toBe(true)
  })
})

describe('points', () => {
  test('are all reached by a union with everything in order, and none by one with nothing', () => {
    expect(scoreOf(computed(good))).toBe(1000)
    const none = { ...good, termUntil: null, hasChair: false, certificateUntil: null, committee: 0, audit: 0, women: 0 }
    const bare = { ...none, members: 0, verified: 0, renewed: 0, turns: 1, turnsInTime: 0, inTime: 0, overdue: 1 }
    expect(scoreOf(computed(bare))).toBe(0)
  })

  test('never exceed the maximum of their item, whatever the records say', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { maxTenths: max, pointsTenths } of computed(facts)) {
          expect(Number.isInteger(pointsTenths) && pointsTenths >= 0 && pointsTenths <= max).toBe(true)
        }
      }),
    )
    fc.assert(fc.property(fc.double(), fc.nat(1000), (share, max) => pointsOf(share, max) <= max))
  })

  test('never fall when a record in favour is added', () => {
    const better: ((facts: Facts) => Facts)[] = [
      (f) => ({ ...f, termUntil: '2028-01-01' }),
      (f) => ({ ...f, hasChair: true, chairIsMember: true }),
      (f) => ({ ...f, certificateUntil: '2028-01-01' }),
      (f) => ({ ...f, committee: f.committee + 1, audit: f.audit + 1, women: f.women + 1 }),
      (f) => ({ ...f, members: f.members + 1, verified: f.verified + 1 }),
      (f) => ({ ...f, verified: Math.min(f.members, f.verified + 1) }),
      (f) => ({ ...f, renewed: f.renewed + 1 }),
      (f) => ({ ...f, turns: f.turns + (f.turns > 0 ? 1 : 0), turnsInTime: f.turnsInTime + (f.turns > 0 ? 1 : 0) }),
      (f) => ({ ...f, due: f.due + 1, inTime: f.inTime + 1 }),
      (f) => ({ ...f, overdue: Math.max(0, f.overdue - 1) }),
    ]
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...better), (facts, improve) => {
        const [before, after] = [computed(facts), computed(improve(facts))]
        expect(after.every((line, i) => line.pointsTenths >= (before[i]?.pointsTenths ?? 0))).toBe(true)
      }),
    )
  })
})

describe('the level', () => {
  const on = TODAY
  test('rises with the score and never falls', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.boolean(), (a, b, isRated) => {
        const level = (scorePerMille: number) => levelOf({ scorePerMille, veto: '', isRated, on })
        expect(level(Math.min(a, b))).toBeLessThanOrEqual(level(Math.max(a, b)))
      }),
    )
    const at = [499, 500, 600, 700, 800, 899, 900, 1000]
    expect(at.map((scorePerMille) => levelOf({ scorePerMille, veto: '', isRated: true, on }))).toEqual([
      0, 1, 2, 3, 4, 4, 5, 5,
    ])
  })

  test('is none under a veto, whatever the score', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.boolean(), fc.string({ minLength: 1 }), (scorePerMille, isRated, veto) => {
        expect(levelOf({ scorePerMille, veto, isRated, on })).toBe(0)
      }),
    )
  })

  test('stops at three stars without the voice of the members', () => {
    expect(levelOf({ scorePerMille: 980, veto: '', isRated: false, on })).toBe(3)
    expect(levelOf({ scorePerMille: 620, veto: '', isRated: false, on })).toBe(2)
  })

  test('a veto names the record', () => {
    expect(vetoOf(good)).toBe('')
    expect(vetoOf({ ...good, termUntil: '2026-03-01' })).toContain('任期 2026-03-01 已届满')
    expect(vetoOf({ ...good, termUntil: TODAY })).toBe('')
    expect(vetoOf({ ...good, closedOn: '2026-02-01' })).toContain('撤销')
    expect(vetoOf({ ...good, groupAppeals: ['SQ2026-0007'] })).toContain('SQ2026-0007')
  })
})

describe('the members’ rating', () => {
  const one = (answer: Answer, votes = 1) => questions.map((_, i) => ({ question: i + 1, answer, votes }))
  test('counts from enough people and enough of the members', () => {
    expect([leastVotes(3, TODAY), leastVotes(25, TODAY), leastVotes(26, TODAY), leastVotes(500, TODAY)]).toEqual([
      5, 5, 6, 100,
    ])
  })

  test('is between nothing and all, and 不清楚 counts for nothing', () => {
    expect(satisfactionOf(one('good', 7))).toBe(1000)
    expect(satisfactionOf(one('poor', 7))).toBe(0)
    expect(satisfactionOf([...one('good', 5), ...one('unknown', 90)])).toBe(1000)
    expect(satisfactionOf(one('unknown', 90))).toBeNull()
    const counts = fc.array(
      fc.record({
        question: fc.integer({ min: 1, max: 5 }),
        answer: fc.constantFrom(...answerNames),
        votes: fc.nat(99),
      }),
    )
    fc.assert(
      fc.property(counts, (some) => {
        const value = satisfactionOf(some) ?? 0
        expect(value >= 0 && value <= 1000).toBe(true)
      }),
    )
  })
})
