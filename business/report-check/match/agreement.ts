import type { Claim } from '../claims/read.ts'

type Said = Pick<Claim, 'value' | 'comparator' | 'qualifier' | 'quote'>

const LOOSE = 0.1
const ABOUT = 0.05

/** The place to which a number is told: 3851 万 to 万, 94.2 to a tenth, 1495 to one. */
export function stepOf({ quote, value }: Pick<Claim, 'quote' | 'value'>): number {
  const plain = quote.normalize('NFKC').replaceAll(/[\s,，]/g, '')
  const digits = /\d+(?:\.(\d+))?/.exec(plain)
  if (!digits) return lastPlace(value)
  const shown = Number(digits[0])
  const scale = shown === 0 ? 1 : Math.abs(value) / shown
  return scale * 10 ** -(digits[1]?.length ?? 0)
}

/** Our number to the place to which theirs is told: 94.519 beside 95.4 % is 94.5. */
export function roundedAs(said: Pick<Claim, 'quote' | 'value'>, ours: number): number {
  const step = stepOf(said)
  return step === 0 ? ours : Number((Math.round(ours / step) * step).toFixed(6))
}

/** The place of the last digit that is not 0: 3500 → 100. */
const lastPlace = (value: number): number => {
  let place = 1
  while (value !== 0 && value % (place * 10) === 0) place *= 10
  return place
}

/** How far above the number 余 and 超 may reach: one of its last place, never more than a tenth of it. */
const reachOf = (value: number): number =>
  Math.min(lastPlace(value) || 1, 10 ** Math.floor(Math.log10(Math.max(1, value * LOOSE))))

/**
 * Whether what was said is true of a number: without a qualifier to the place it is told, 余 and 超 up to one more of its last place, 以上 anything from there,
 * 近 down to a tenth below, 约 a twentieth to both sides.
 */
export function isTrue(said: Said, ours: number): boolean {
  const { value, comparator } = said
  const step = stepOf(said)
  switch (comparator) {
    case '=':
      return Math.abs(ours - value) <= step / 2 + 1e-9
    case '>':
      return (
        ours >= value &&
        ours < value + Math.max(reachOf(value), step) &&
        (said.qualifier === '余' || said.qualifier === '多' || ours > value)
      )
    case '>=':
      return ours >= value
    case '<':
      return ours < value && ours >= value * (1 - LOOSE)
    case '<=':
      return ours <= value
    default:
      return Math.abs(ours - value) <= Math.abs(value) * ABOUT
  }
}

/** What may have happened between two numbers that differ. */
export type Slip = 'swapped' | 'shifted' | 'lost'
/** As a clerk would say it. */
export const slips: Readonly<Record<Slip, string>> = {
  swapped: '疑为数字换位',
  shifted: '疑为单位或小数点有误',
  lost: '疑为漏写或多写一位',
}
const SHIFTS = [10, 100, 1000, 1e4]

/** The slip that leads from our number to theirs, as recorded or to the place they tell; undefined when none is plain. */
export function slipOf(said: Pick<Claim, 'quote' | 'value'>, ours: number): Slip | undefined {
  return between(said.value, roundedAs(said, ours)) ?? between(said.value, ours)
}

function between(theirs: number, ours: number): Slip | undefined {
  const [a, b] = [String(theirs), String(ours)]
  if (a === b) return undefined
  if (a.length === b.length && [...a].sort().join('') === [...b].sort().join('')) return 'swapped'
  if (SHIFTS.some((factor) => theirs * factor === ours || ours * factor === theirs)) return 'shifted'
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.length - short.length === 1 && isOneDigitLess(short, long) ? 'lost' : undefined
}

const isOneDigitLess = (short: string, long: string): boolean =>
  [...long].some((_, place) => long.slice(0, place) + long.slice(place + 1) === short)
