const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, w: 1e4, W: 1e4, 亿: 1e8 }

/** 伍 in 队伍 and 陆 in 陆续: the formal numerals say a number only with 拾, 佰 or 仟. */
const FORMAL = /^[壹贰叁肆伍陆柒捌玖]+$/

/** What 万 or 亿 multiplies by; 1 for anything else. 百万 and 千万 are products. */
export const magnitudeOf = (word: string): number =>
  [...word].reduce((product, one) => product * (LARGE[one] ?? SMALL[one] ?? 1), 1)

/**
 * A Chinese numeral as a number: 一千四百九十五 → 1495, 三点七万 → 37000, 百 → 100. Digits in a row (二零二五) are read one by one.
 * @returns NaN for what is no numeral (一二级)
 */
export function numberOfChinese(words: string): number {
  if (FORMAL.test(words)) return Number.NaN
  const [whole = '', fraction] = words.replace('个', '').split('点')
  if (fraction !== undefined) return withFraction(whole, fraction)
  const isInRow = ![...whole].some((one) => one in SMALL || one in LARGE)
  if (isInRow) return inRow(whole)
  return placed(whole)
}

/** 二零二五 is a year said digit by digit; 三四 is 'three or four', no number. */
function inRow(words: string): number {
  const digits = [...words].map((one) => DIGITS[one])
  if (digits.includes(undefined) || (digits.length > 1 && digits.length < 4)) return Number.NaN
  return digits.reduce<number>((sum, digit) => sum * 10 + (digit ?? 0), 0)
}

function withFraction(whole: string, fraction: string): number {
  const tail = /[万亿]+$/.exec(fraction)?.[0] ?? ''
  const digits = [...fraction.slice(0, fraction.length - tail.length)].map((one) => DIGITS[one])
  if (digits.length === 0 || digits.includes(undefined)) return Number.NaN
  const value = Number(`${numberOfChinese(whole)}.${digits.join('')}`)
  return Math.round(value * magnitudeOf(tail) * 1e6) / 1e6
}

function placed(words: string): number {
  if (/^[万亿][一二两三四五六七八九]/.test(words)) return Number.NaN
  let total = 0
  let section = 0
  let digit: number | undefined
  let last = Number.POSITIVE_INFINITY
  for (const one of words) {
    const large = LARGE[one]
    const small = SMALL[one]
    if (large !== undefined) {
      section += digit ?? 0
      total = large === 1e8 ? (total + section || 1) * large : total + (section || 1) * large
      section = 0
      digit = undefined
      last = Number.POSITIVE_INFINITY
    } else if (small !== undefined) {
      if (small >= last) return Number.NaN
      section += (digit ?? 1) * small
      digit = undefined
      last = small
    } else {
      if (digit !== undefined && digit !== 0) return Number.NaN
      digit = DIGITS[one]
    }
  }
  return total + section + (digit ?? 0) * colloquial(words)
}

/** 一千五 is 1500 and 一万二 is 12000: a last digit right behind its unit counts a tenth of that unit. */
function colloquial(words: string): number {
  const unit = words.at(-2) ?? ''
  if (unit === '十' || unit === '拾') return 1
  return (SMALL[unit] ?? LARGE[unit] ?? 10) / 10
}
