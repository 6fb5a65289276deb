import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countBallots, isVoid } from './ballots.ts'
import { countElection, isQuorate, neededOf, quorumOf, type Tally, tieStandard } from './count.ts'
import { faultOfAttendance, faultsOf } from './faults.ts'
import { full, votes } from './testing.ts'

describe('the meeting', () => {
  test('needs two thirds, exactly', () => {
    expect(quorumOf(50)).toBe(34)
    expect(isQuorate(34, 50)).toBe(true)
    expect(isQuorate(33, 50)).toBe(false)
    expect(isQuorate(60, 90)).toBe(true)
    expect(faultOfAttendance(50, 33)).toContain('至少到会34人')
    expect(faultOfAttendance(50, 51)).toContain('请核对')
    expect(faultOfAttendance(0, 0)).toContain('至少是 1')
  })

  test('quorum as a count and as a share are the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (expected, attended) => {
        return isQuorate(attended, expected) === attended >= quorumOf(expected)
      }),
    )
  })
})

describe('the count', () => {
  test('half of those who should attend is not enough, one more is', () => {
    expect(neededOf(full(1, 100, {}))).toBe(51)
    expect(neededOf(full(1, 101, {}))).toBe(51)
    expect(countElection(full(1, 100, { a: 50 })).elected).toEqual([])
    expect(countElection(full(1, 100, { a: 51 })).elected).toEqual(['a'])
  })

  test('the majority is of those who should attend, not of those who came', () => {
    const tally = { ...full(1, 100, { a: 50 }), attended: 70, issued: 70, returned: 70, valid: 70 }
    expect(countElection(tally).elected).toEqual([])
    expect(countElection(tally, { quorum: [2, 3], majority: [1, 2], base: 'attended' }).elected).toEqual(['a'])
  })

  test('of too many the highest are elected', () => {
    const outcome = countElection(full(2, 10, { a: 6, b: 9, c: 7, d: 3 }))
    expect(outcome).toMatchObject({ elected: ['b', 'c'], tied: [], open: 0 })
    expect([...outcome.verdicts.values()]).toEqual(['outvoted', 'elected', 'elected', 'below'])
  })

  test('those who share the last seat are voted on again, and only they', () => {
    expect(countElection(full(2, 10, { a: 9, b: 7, c: 7, d: 6 }))).toMatchObject({
      elected: ['a'],
      tied: ['b', 'c'],
      open: 1,
    })
    expect(countElection(full(3, 10, { a: 9, b: 7, c: 7, d: 6 }))).toMatchObject({ elected: ['a', 'b', 'c'], tied: [] })
  })

  test('among the tied the most votes decide', () => {
    expect(countElection(full(1, 10, { b: 4, c: 3 }), tieStandard)).toMatchObject({ elected: ['b'], tied: [] })
    expect(countElection(full(1, 10, { b: 4, c: 4 }), tieStandard)).toMatchObject({ elected: [], tied: ['b', 'c'] })
    expect(countElection(full(1, 10, { b: 0, c: 0 }), tieStandard)).toMatchObject({ elected: [], tied: [], open: 1 })
  })

  test('seats that nobody reached stay open', () => {
    expect(countElection(full(3, 10, { a: 9, b: 5 }))).toMatchObject({ elected: ['a'], tied: [], open: 2 })
  })

  test('each question of a recall stands alone', () => {
    expect(countElection(full(2, 10, { chair: 6, deputy: 5 }))).toMatchObject({ elected: ['chair'], tied: [] })
  })
})

const anyBallots = fc
  .record({
    people: fc.integer({ min: 1, max: 60 }),
    places: fc.integer({ min: 1, max: 8 }),
    seats: fc.integer({ min: 1, max: 6 }),
  })
  .chain(({ people, places, seats }) =>
    fc.record({
      expected: fc.integer({ min: people, max: people + 20 }),
      seats: fc.constant(seats),
      places: fc.constant(places),
      ballots: fc.array(
        fc.array(fc.constantFrom('o', 'o', 'x', '.'), { minLength: places, maxLength: places }).map((s) => s.join('')),
        { minLength: 1, maxLength: people },
      ),
    }),
  )
type Case = { expected: number; seats: number; places: number; ballots: string[] }
const placesOf = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ id: `c${i}`, position: i + 1, isWriteIn: false }))
const tallyOf = ({ expected, seats, places, ballots }: Case, order = placesOf(places)): Tally => {
  const sums = countBallots(ballots, seats, order)
  return { seats, expected, attended: ballots.length, issued: ballots.length, ...sums }
}

describe('whatever the papers say', () => {
  test('nobody is elected without more than half of those who should attend, and never more than seats', () => {
    fc.assert(
      fc.property(anyBallots, (given) => {
        const tally = tallyOf(given)
        const outcome = countElection(tally)
        const approved = (id: string) => tally.votes.find((one) => one.id === id)?.approve ?? 0
        expect(outcome.elected.length).toBeLessThanOrEqual(given.seats)
        expect(outcome.open).toBe(given.seats - outcome.elected.length)
        for (const id of [...outcome.elected, ...outcome.tied]) expect(approved(id) * 2).toBeGreaterThan(given.expected)
        if (given.ballots.length * 3 < given.expected * 2) expect(outcome.elected).toEqual([])
        if (outcome.tied.length > 0) {
          expect(outcome.tied.length).toBeGreaterThan(outcome.open)
          expect(new Set(outcome.tied.map(approved)).size).toBe(1)
        }
      }),
    )
  })

  test('the order of papers and of candidates changes nothing', () => {
    fc.assert(
      fc.property(anyBallots, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = given.ballots.map((ballot) => [keys.next().value ?? 0, ballot] as const)
        shuffled.sort(([a], [b]) => a - b)
        const other = { ...given, ballots: shuffled.map(([, ballot]) => ballot) }
        const a = countElection(tallyOf(given))
        const b = countElection(tallyOf(other, placesOf(given.places).toReversed()))
        expect(b.elected).toEqual(a.elected)
        expect(b.tied).toEqual(a.tied)
      }),
    )
  })

  test('papers always add up: marks at most seats times valid papers, and every name has every valid paper', () => {
    fc.assert(
      fc.property(anyBallots, (given) => {
        const tally = tallyOf(given)
        const marks = tally.votes.reduce((sum, { approve }) => sum + approve, 0)
        expect(marks).toBeLessThanOrEqual(tally.seats * tally.valid)
        expect(tally.returned - tally.valid).toBe(given.ballots.filter((one) => isVoid(one, given.seats)).length)
        expect(faultsOf({ ...tally, attended: given.expected }, (id) => id)).toEqual([])
      }),
    )
  })

  test('one more paper for somebody elected never unelects them', () => {
    fc.assert(
      fc.property(anyBallots, fc.nat(), (given, pick) => {
        const before = countElection(tallyOf(given))
        const favoured = before.elected[pick % Math.max(1, before.elected.length)]
        if (favoured === undefined || given.ballots.length >= given.expected) return
        const place = Number(favoured.slice(1))
        const ballot = Array.from({ length: given.places }, (_, n) => (n === place ? 'o' : 'x')).join('')
        const after = countElection(tallyOf({ ...given, ballots: [...given.ballots, ballot] }))
        expect(after.elected).toContain(favoured)
      }),
    )
  })
})

describe('papers', () => {
  test('with more marks than seats are void; fewer count', () => {
    const sums = countBallots(['ooo', 'oo.', 'o..', '...', 'xxx'], 2, placesOf(3))
    expect(sums).toMatchObject({ returned: 5, valid: 4 })
    expect(sums.votes[0]).toEqual({ id: 'c0', approve: 2, against: 1, abstain: 1 })
  })

  test('a name written in counts where it is written, and nowhere else', () => {
    const places = [...placesOf(1), { id: 'w', position: 2, isWriteIn: true }]
    const { votes: sums } = countBallots(['o', 'xo', '.o'], 1, places)
    expect(sums).toEqual([
      { id: 'c0', approve: 1, against: 1, abstain: 1 },
      { id: 'w', approve: 2, against: 0, abstain: 0, isWriteIn: true },
    ])
  })
})

describe('a tally', () => {
  const good = full(2, 10, { a: 6, b: 9 })
  const faults = (change: Partial<Tally>) => faultsOf({ ...good, ...change }, (id) => `候选人${id}`).join('；')
  test('that adds up has no fault', () => expect(faults({})).toBe(''))
  test('with more papers back than given out is void', () => {
    expect(faults({ issued: 9 })).toContain('收回10张，多于发出9张，这次投票无效')
  })
  test('with more papers than people, more valid than returned, or names that do not add up says so', () => {
    expect(faults({ attended: 9 })).toContain('多于实到9人')
    expect(faults({ returned: 9 })).toContain('多于收回9张')
    expect(faults({ votes: [{ id: 'a', approve: 5, against: 2, abstain: 2 }] })).toContain(
      '候选人a赞成、反对、弃权合计9，应等于有效票10张',
    )
  })
  test('with more marks than the seats allow must hold void papers', () => {
    expect(faults({ votes: [votes('a', 9, 10), votes('b', 8, 10), votes('c', 7, 10)] })).toContain('请核对废票')
  })
  test('gives a written name approvals only', () => {
    expect(faults({ votes: [{ id: 'w', approve: 3, against: 1, abstain: 0, isWriteIn: true }] })).toContain(
      '只记赞成票',
    )
    expect(faults({ votes: [{ id: 'w', approve: 11, against: 0, abstain: 0, isWriteIn: true }] })).toContain(
      '多于有效票',
    )
  })
})
