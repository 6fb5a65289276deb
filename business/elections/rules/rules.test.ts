import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barsFor, clashOf, reasonsAgainst } from './eligibility.ts'
import { inStrokeOrder } from './names.ts'
import { pendingOf, type RoundFigures } from './rounds.ts'
import { bodiesFor, candidatesNeeded, delegatesFor, faultOfBody, faultsOfCandidates } from './sizes.ts'
import { full } from './testing.ts'
import { verdictOf } from './verdict.ts'

const order = (...names: string[]) =>
  inStrokeOrder(names.map((name, n) => ({ name, id: String(n) }))).map((p) => p.name)

describe('names on the paper', () => {
  test('stand by the strokes of the surname', () => {
    expect(order('黄志明', '李敏', '丁一', '刘洋', '王芳', '陈小波')).toEqual([
      '丁一',
      '王芳',
      '刘洋',
      '李敏',
      '陈小波',
      '黄志明',
    ])
  })

  test('of one surname by the strokes of the given name, the shorter name first', () => {
    expect(order('王德', '王一', '王丁', '王丁一')).toEqual(['王一', '王丁', '王丁一', '王德'])
  })

  test('a compound surname stands by its first character', () => {
    expect(order('欧阳雪', '司马青', '上官云', '诸葛亮')).toEqual(['上官云', '司马青', '欧阳雪', '诸葛亮'])
  })

  test('do not depend on the order they came in', () => {
    const names = ['王芳', '王芳', '李敏', '张建民', '陈小波', '欧阳雪']
    const people = names.map((name, n) => ({ name, id: String(n) }))
    const once = inStrokeOrder(people)
    fc.assert(
      fc.property(fc.shuffledSubarray(people, { minLength: people.length }), (some) => {
        expect(inStrokeOrder(some)).toEqual(once)
      }),
    )
  })
})

describe('who may stand', () => {
  test('the deputy manager sits on the committee but does not chair it', () => {
    expect(reasonsAgainst('committee', ['deputy'])).toEqual([])
    expect(reasonsAgainst('chair', ['deputy'])[0]).toContain('行政副职不能作主席候选人')
  })

  test('the owner’s wife sits on neither', () => {
    for (const duty of ['committee', 'chair', 'vice_chair'] as const)
      expect(reasonsAgainst(duty, ['kin'])).toHaveLength(1)
    expect(reasonsAgainst('delegate', ['kin', 'foreign', 'personnel'])).toEqual([])
    expect(barsFor('chair')).toHaveLength(6)
  })

  test('who audits does not chair', () => {
    expect(clashOf('audit_committee', ['committee', 'chair'])).toContain('已经是主席候选人')
    expect(clashOf('vice_chair', ['audit_chair'])).toContain('经审主任')
    expect(clashOf('chair', ['committee'])).toBeNull()
  })
})

describe('how many', () => {
  test.each([
    [1, 2],
    [3, 4],
    [7, 8],
    [20, 21],
    [21, 23],
    [40, 42],
    [41, 44],
  ])('a committee of %i asks for %i candidates', (seats, candidates) => {
    expect(candidatesNeeded('committee', seats, false, '2026-03-02')).toBe(candidates)
    expect(candidatesNeeded('committee', seats, true, '2026-03-02')).toBe(candidates)
  })

  test('a standing committee asks for ten per cent more, a chair as the assembly decides', () => {
    expect(candidatesNeeded('standing_committee', 11, false, '2026-03-02')).toBe(13)
    expect(candidatesNeeded('chair', 1, true, '2026-03-02')).toBe(1)
    expect(candidatesNeeded('chair', 1, false, '2026-03-02')).toBe(2)
  })

  test('there is always one more than seats, and at least the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seats) => {
        const needed = candidatesNeeded('committee', seats, false, '2026-03-02')
        return (
          needed > seats && needed * 100 >= seats * 105 && (needed - 1 <= seats || (needed - 1) * 100 < seats * 105)
        )
      }),
    )
  })

  test('too few and too many are both said', () => {
    const seat = { duty: 'committee', seats: 3, isEqual: false } as const
    expect(faultsOfCandidates([seat], { committee: 3 }, '2026-03-02')).toEqual(['委员应选3名，候选人至少4名，现在3名'])
    const chair = { duty: 'chair', seats: 1, isEqual: true } as const
    expect(faultsOfCandidates([chair], { chair: 2 }, '2026-03-02')[0]).toContain('请改为差额')
    expect(faultsOfCandidates([chair], { chair: 1 }, '2026-03-02')).toEqual([])
  })

  test('ninety-nine members meet together; a hundred may send thirty delegates', () => {
    expect(bodiesFor(99)).toEqual(['general'])
    expect(bodiesFor(100)).toContain('congress')
    expect(delegatesFor(99)).toBeNull()
    expect(delegatesFor(100)).toEqual({ fewest: 30, most: 40 })
    expect(delegatesFor(1_000)).toEqual({ fewest: 40, most: 60 })
    expect(delegatesFor(1_001)).toEqual({ fewest: 60, most: 90 })
    expect(delegatesFor(60_000)).toEqual({ fewest: 180, most: 240 })
    expect(faultOfBody('congress', 99, 30)).toContain('会员大会')
    expect(faultOfBody('congress', 610, 39)).toContain('40至60名')
    expect(faultOfBody('general', 86, 80)).toContain('全体会员')
    expect(faultOfBody('general', 86, 86)).toBeNull()
  })
})

describe('what is read out', () => {
  const asked = {
    duty: 'committee',
    purpose: 'term',
    nameOf: (id: string) => ({ a: '王芳', b: '李敏', c: '刘洋' })[id] ?? id,
  } as const
  test('says who is elected and why, one sentence each', () => {
    const { sentences } = verdictOf(full(2, 10, { a: 9, b: 5, c: 7 }), asked)
    expect(sentences).toEqual([
      '应到10人，实到10人，达到三分之二（7人），过半数要6票。',
      '王芳赞成9票，当选委员。',
      '刘洋赞成7票，当选委员。',
      '李敏赞成5票，没有过半数。',
    ])
  })
  test('names the tied and the open seats', () => {
    expect(verdictOf(full(1, 10, { a: 7, b: 7 }), asked).sentences.at(-1)).toBe(
      '还有1个名额，由同票的王芳、李敏再投一次。',
    )
    expect(verdictOf(full(2, 10, { a: 7, b: 5 }), asked).sentences.at(-1)).toContain('还缺1名')
  })
  test('without the quorum says only that', () => {
    expect(verdictOf({ ...full(1, 10, { a: 7 }), attended: 6 }, asked).sentences).toEqual([
      '应到10人，实到6人，不足三分之二（7人），不能选举。',
    ])
  })
  test('of a recall and of a motion speaks as such', () => {
    expect(verdictOf(full(1, 10, { a: 7 }), { ...asked, duty: 'chair', purpose: 'recall' }).sentences[1]).toBe(
      '王芳赞成7票，罢免主席通过。',
    )
    expect(verdictOf(full(1, 10, { a: 7 }), { ...asked, duty: 'motion', purpose: 'vote' }).sentences[1]).toBe(
      '王芳赞成7票，通过。',
    )
  })
})

describe('after a round', () => {
  const round = (change: Partial<RoundFigures>, list: Record<string, number>): RoundFigures => ({
    ...full(2, 10, {}),
    round: 1,
    duty: 'committee',
    kind: 'first',
    isCounted: true,
    decision: '',
    votes: Object.entries(list).map(([candidateId, approve]) => ({
      candidateId,
      approve,
      against: 10 - approve,
      abstain: 0,
    })),
    ...change,
  })
  const stands = (elected: string[], lost: string[]) =>
    [...elected, ...lost].map((id) => ({
      id,
      duty: 'committee' as const,
      outcome: elected.includes(id) ? 'elected' : 'lost',
      isWithdrawn: false,
      isWriteIn: false,
    }))

  test('the tied wait for a ballot among themselves, open seats for one among the others', () => {
    const tied = pendingOf('term', [round({}, { a: 9, b: 7, c: 7, d: 3 })], stands(['a'], ['b', 'c', 'd']))
    expect(tied).toEqual([{ duty: 'committee', kind: 'tie', seats: 1, candidateIds: ['b', 'c'] }])
    const open = pendingOf('term', [round({}, { a: 9, b: 5, c: 4 })], stands(['a'], ['b', 'c']))
    expect(open).toEqual([{ duty: 'committee', kind: 'again', seats: 1, candidateIds: ['b', 'c'] }])
  })

  test('nothing waits once all are elected, the seat is left open, or it was a recall', () => {
    expect(pendingOf('term', [round({}, { a: 9, b: 8 })], stands(['a', 'b'], []))).toEqual([])
    expect(pendingOf('term', [round({ decision: 'left_open' }, { a: 9 })], stands(['a'], []))).toEqual([])
    expect(pendingOf('recall', [round({}, { a: 3 })], stands([], ['a']))).toEqual([])
  })

  test('whoever was written in and may not serve leaves the seat open', () => {
    const barred = { ...stands([], ['w'])[0]!, outcome: 'ineligible' }
    expect(pendingOf('term', [round({}, { a: 9, w: 8 })], [...stands(['a'], []), barred])).toMatchObject([
      { kind: 'again', seats: 1, candidateIds: [] },
    ])
  })
})
