import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gravest, piecesOf } from './findings.ts'

describe('a paragraph with marks', () => {
  test('is cut where they begin and end, and where two overlap both are told', () => {
    const pieces = piecesOf('诉求894宗。', [
      { from: 2, to: 6, finding: 0 },
      { from: 5, to: 7, finding: 1 },
    ])
    expect(pieces.map(({ text, findings, isFirst }) => ({ text, findings, isFirst }))).toEqual([
      { text: '诉求', findings: [], isFirst: false },
      { text: '894', findings: [0], isFirst: true },
      { text: '宗', findings: [0, 1], isFirst: true },
      { text: '。', findings: [1], isFirst: false },
    ])
  })

  test('loses no letter, and the keyboard stops once at every finding, whatever the marks', () => {
    const text = '接报处理职工诉求894宗'
    const mark = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 6 })).map(([from, long]) => ({
      from,
      to: Math.min(text.length, from + long),
    }))
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
        const pieces = piecesOf(
          text,
          marks.map((one, finding) => ({ ...one, finding })),
        )
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        const stops = pieces.filter(({ isFirst }) => isFirst).flatMap(({ findings }) => findings)
        expect(new Set(stops).size).toBe(marks.length)
      }),
    )
  })

  test('with thousands of marks is cut at once', () => {
    const marks = Array.from({ length: 20_000 }, (_, finding) => ({ from: finding * 4, to: finding * 4 + 2, finding }))
    const begun = performance.now()
    const pieces = piecesOf('12人，'.repeat(20_000), marks)
    expect(pieces).toHaveLength(40_000)
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  test('looks like what is to be mended first', () => {
    const of = (...states: ('agrees' | 'differs' | 'defects')[]) =>
      gravest(states.map((state, index) => ({ index, state, quote: '', head: '', words: '', figure: null })))
    expect(of('agrees', 'defects', 'differs')).toBe('differs')
    expect(of('agrees', 'defects')).toBe('defects')
  })
})
