import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOf, isUnder } from '../access/permissions.ts'
import { childPath, codeOf, depthOf, isPath, lineageOf, nextPath, parentOf, rebase } from './path.ts'
import { keyOf, shortNameOf } from './words.ts'

const code = fc.stringMatching(/^[0-9A-Za-z]{1,6}$/)
const path = fc.array(code, { minLength: 1, maxLength: 6 }).map((codes) => `${codes.join('.')}.`)

describe('the path of a union', () => {
  it('is taken apart into parent and code and put together again', () => {
    fc.assert(
      fc.property(path, code, (parent, child) => {
        const whole = childPath(parent, child)
        expect(parentOf(whole)).toBe(parent)
        expect(codeOf(whole)).toBe(child)
        expect(isPath(whole)).toBe(true)
      }),
    )
  })

  it('has all its ancestors above it, the root first, and ends with itself', () => {
    fc.assert(
      fc.property(path, (whole) => {
        const lineage = lineageOf(whole)
        expect(lineage).toHaveLength(depthOf(whole))
        expect(lineage.at(-1)).toBe(whole)
        expect(parentOf(lineage[0] ?? '')).toBeNull()
        for (const above of lineage) expect(isUnder(whole, above)).toBe(true)
      }),
    )
  })

  it('lies in the half-open range of each ancestor and of nobody else', () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        const inRange = one >= other && one < endOf(other)
        expect(inRange).toBe(lineageOf(one).includes(other))
      }),
    )
  })

  it('keeps its tail when its head moves', () => {
    fc.assert(
      fc.property(path, path, path, (tail, from, to) => {
        expect(rebase(from + tail, from, to)).toBe(to + tail)
      }),
    )
  })
})

describe('the next child', () => {
  it('never bears a code that was given before, closed ones included', () => {
    fc.assert(
      fc.property(
        path,
        fc.array(
          fc.oneof(
            code,
            fc.nat(2000).map((n) => String(n).padStart(3, '0')),
          ),
        ),
        (parent, codes) => {
          const siblings = codes.map((one) => childPath(parent, one))
          const next = nextPath(parent, siblings)
          expect(siblings).not.toContain(next)
          expect(parentOf(next)).toBe(parent)
        },
      ),
    )
  })

  it('is 001 for the first and goes on after the highest number', () => {
    expect(nextPath('440307.', [])).toBe('440307.001.')
    expect(nextPath('440307.', ['440307.003.', '440307.J1.', '440307.020.'])).toBe('440307.021.')
    expect(nextPath('440307.', ['440307.999.'])).toBe('440307.1000.')
  })
})

describe('the short name', () => {
  it.each([
    ['龙岗区平湖街道总工会', '平湖街道'],
    ['平湖街道办事处', '平湖街道'],
    ['平湖街道白泥坑社区工联会', '白泥坑社区'],
    ['白泥坑社区工会联合会', '白泥坑社区'],
    ['深圳市宏达电子有限公司工会委员会', '宏达电子有限公司'],
    ['总工会', '总工会'],
  ])('of %s is %s', (name, short) => expect(shortNameOf(name)).toBe(short))

  it('takes 平湖, 平湖街道 and 龙岗区平湖街道总工会 for one street', () => {
    expect(new Set(['平湖', '平湖街道', '龙岗区平湖街道总工会', '平湖街道办事处'].map(keyOf))).toEqual(
      new Set(['平湖']),
    )
  })
})
