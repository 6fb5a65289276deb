// Imports nothing, so that the browser can share it.

/**
 * How a paper words a figure. `in`: 万 or 亿 in front of the unit; `digits`: decimals of what is shown, negative for tens and hundreds (-2 shows 3512 as
 * 3500); `qualifier`: 余 and 超 say that there is a little more, 近 that there is a little less, 达 that it has been reached.
 */
export type Wording = {
  readonly in?: '万' | '亿'
  readonly digits?: number
  readonly qualifier?: '余' | '超' | '近' | '达'
}

const SCALE = { 万: 4, 亿: 8 } as const
/** Figures are counts or yuan with fen: two decimals hold every one of them. */
const DECIMALS = 2

/**
 * The words of a value by the rule of its figure: 3500 余家, 超 250 万人次, 50 万余人, 11.9316 万元, 94.2%. A qualifier stands only where it is true: 余 and 超 where
 * the value is above the number shown, 近 where it is below, 达 where it is not below. Where the rule would lie, or leave nothing, the exact number is
 * shown (no share is rounded to all or to nothing). Money from ten thousand yuan on is said in 万元 to the fen where no rule is given.
 * @param value in the base unit of the figure (元, 人, 家 …) with at most two decimals; a share in per cent with any number
 * @param unit base unit of the figure, `%` for a share
 * @returns words with one space between digits and Chinese, none before `%`; D:B3.4, GB/T 15835-2011
 */
export function wordsOf(value: number, unit: string, wording: Wording = {}): string {
  if (unit === '%') return `${shareWords(value, wording.digits ?? 1)}%`
  const rule = ruleOf(value, unit, wording)
  const shift = rule.in ? SCALE[rule.in] : 0
  const exact = digitsOf(value)
  const shown = rule.digits === undefined ? exact : rounded(exact, shift - rule.digits, rule.qualifier)
  const isTrue = shown !== 0n && holds(exact, shown, rule.qualifier)
  return written(isTrue ? shown : exact, shift, unit, rule, isTrue && said(exact, shown, rule.qualifier))
}

/** The exact words of a value, whatever the rule of its figure: every fen, every head, a share with two decimals. */
export const exactWords = (value: number, unit: string): string =>
  unit === '%' ? `${shareWords(value, 2)}%` : written(digitsOf(value), 0, unit, {}, false)

type Rule = { in?: '万' | '亿' | undefined; digits?: number | undefined; qualifier?: Wording['qualifier'] | undefined }

/** No rule asks for 万 where less than one of it would be left. */
function ruleOf(value: number, unit: string, wording: Wording): Rule {
  const size = Math.abs(value)
  if (wording.in && size < 10 ** SCALE[wording.in]) return { ...wording, in: undefined, digits: undefined }
  const isPlainMoney = unit === '元' && wording.in === undefined && wording.digits === undefined && size >= 10_000
  return isPlainMoney ? { ...wording, in: '万' } : wording
}

/** The value as a whole number of hundredths. */
const digitsOf = (value: number): bigint => BigInt(Math.round(value * 10 ** DECIMALS))

/** Rounded to a power of ten of the base unit: up for 近, half up where nothing is said, else down. */
function rounded(exact: bigint, power: number, qualifier: Wording['qualifier'] | undefined): bigint {
  const step = 10n ** BigInt(Math.max(0, power + DECIMALS))
  const isNegative = exact < 0n
  const size = isNegative ? -exact : exact
  const up = qualifier === '近' ? step - 1n : qualifier === undefined ? step / 2n : 0n
  const whole = ((size + up) / step) * step
  return isNegative ? -whole : whole
}

/** Without a qualifier a rounded count would be a false one. */
function holds(exact: bigint, shown: bigint, qualifier: Wording['qualifier'] | undefined): boolean {
  if (exact < 0n) return exact === shown
  return qualifier === undefined ? exact === shown : true
}

/** Whether the qualifier is said: exactly 3500 is not 3500 余. */
function said(exact: bigint, shown: bigint, qualifier: Wording['qualifier'] | undefined): boolean {
  if (exact <= 0n || qualifier === undefined) return false
  if (qualifier === '达') return exact >= shown
  return qualifier === '近' ? exact < shown : exact > shown
}

function written(digits: bigint, shift: number, unit: string, rule: Rule, isQualified: boolean): string {
  const scale = shift > 0 ? (rule.in ?? '') : ''
  const before = isQualified && rule.qualifier !== '余' ? `${rule.qualifier} ` : ''
  const after = isQualified && rule.qualifier === '余' ? '余' : ''
  return `${before}${decimal(digits, shift + DECIMALS)} ${scale}${after}${unit}`
}

/** A whole number with its point moved left, without idle zeros. */
function decimal(digits: bigint, places: number): string {
  const sign = digits < 0n ? '-' : ''
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  const fraction = text.slice(-places).replace(/0+$/, '')
  return `${sign}${text.slice(0, -places)}${fraction ? `.${fraction}` : ''}`
}

/** A share that is not all is never 100, and one that is something never 0: decimals are added until it is not. */
function shareWords(value: number, digits: number): string {
  const text = trimmed(value.toFixed(digits))
  const isFalse = (text === '100' && value !== 100) || (Number(text) === 0 && value !== 0)
  if (!isFalse) return Number(text) === 0 ? '0' : text
  return digits < 12 ? shareWords(value, digits + 1) : String(value)
}

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
