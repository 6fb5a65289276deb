import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactWords, type Wording, wordsOf } from './wording.ts'

describe('a figure in words', () => {
  test('reads as the federation writes it', () => {
    const cases: [number, string, Wording | undefined, string][] = [
      [894, '宗', undefined, '894 宗'],
      [3512, '家', { digits: -2, qualifier: '余' }, '3500 余家'],
      [502_310, '人', { in: '万', digits: 0, qualifier: '余' }, '50 万余人'],
      [37_120, '家', { in: '万', digits: 1, qualifier: '余' }, '3.7 万余家'],
      [2_503_000, '人次', { in: '万', digits: 0, qualifier: '超' }, '超 250 万人次'],
      [38_510_000, '元', undefined, '3851 万元'],
      [119_316, '元', undefined, '11.9316 万元'],
      [4_619_900, '元', undefined, '461.99 万元'],
      [1_234_567.89, '元', undefined, '123.456789 万元'],
      [9_999.5, '元', undefined, '9999.5 元'],
      [1980, '人', { digits: -2, qualifier: '近' }, '近 2000 人'],
      [1000, '家', { digits: -2, qualifier: '达' }, '达 1000 家'],
      [94.2345, '%', undefined, '94.2%'],
      [100, '%', undefined, '100%'],
      [94.2345, '%', { digits: 2 }, '94.23%'],
    ]
    for (const [value, unit, wording, words] of cases) expect(wordsOf(value, unit, wording), words).toBe(words)
  })

  test('shows the exact number where the rule would lie', () => {
    expect(wordsOf(3500, '家', { digits: -2, qualifier: '余' })).toBe('3500 家')
    expect(wordsOf(43, '家', { digits: -2, qualifier: '余' })).toBe('43 家')
    expect(wordsOf(3512, '家', { digits: -2 })).toBe('3512 家')
    expect(wordsOf(8200, '人', { in: '万', digits: 0, qualifier: '余' })).toBe('8200 人')
    expect(wordsOf(0, '宗', { qualifier: '超', digits: 0 })).toBe('0 宗')
    expect(wordsOf(-12_000, '元', { in: '万', digits: 0, qualifier: '余' })).toBe('-1.2 万元')
  })

  test('rounds no share to all or to nothing', () => {
    expect(wordsOf(99.97, '%')).toBe('99.97%')
    expect(wordsOf(0.004, '%')).toBe('0.004%')
    expect(wordsOf(0, '%')).toBe('0%')
  })

  test('can always be had exactly', () => {
    expect(exactWords(119_316.5, '元')).toBe('119316.5 元')
    expect(exactWords(502_310, '人')).toBe('502310 人')
    expect(exactWords(94.2345, '%')).toBe('94.23%')
  })
})

/** What a reader takes from the words: a number in hundredths of the base unit, and what is said about the value. */
function read(words: string) {
  const [, before, number = '', scale, after] = /^(超 |近 |达 )?(-?[\d.]+) ?(万|亿)?(余)?/.exec(words) ?? []
  const [whole = '0', fraction = ''] = number.replace('-', '').split('.')
  const places = 2 + (scale === '万' ? 4 : scale === '亿' ? 8 : 0)
  const size = BigInt(whole + fraction.padEnd(places, '0').slice(0, places))
  return { number: number.startsWith('-') ? -size : size, said: (before?.trim() ?? after ?? '') as string }
}

const wordings = fc.record(
  {
    in: fc.constantFrom('万' as const, '亿' as const),
    digits: fc.integer({ min: -4, max: 4 }),
    qualifier: fc.constantFrom('余' as const, '超' as const, '近' as const, '达' as const),
  },
  { requiredKeys: [] },
)

describe('what the words say', () => {
  test('is true of the value, whatever rule the figure has', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 100_000_000_000 }), wordings, (fen, wording) => {
        const { number, said } = read(wordsOf(fen / 100, '元', wording))
        const value = BigInt(fen)
        if (said === '余' || said === '超') return value > number && number > 0n
        if (said === '近') return value < number
        if (said === '达') return value >= number && number > 0n
        return value === number
      }),
      { numRuns: 2000 },
    )
  })

  test('is within half of the last digit shown for a share, and 100 or 0 only of a whole one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 1, max: 500_000 }), (part, more) => {
        const value = (part / (part + more - 1 || 1)) * 100
        const words = wordsOf(value, '%')
        const shown = Number(words.slice(0, -1))
        expect(shown === 100).toBe(value === 100)
        expect(shown === 0).toBe(value === 0)
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(0.05 + 1e-9)
      }),
    )
  })
})
