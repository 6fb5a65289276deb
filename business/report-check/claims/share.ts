import type { Measured } from './measure.ts'

const JOINS = /^(?:、|,|，|和|与|及|以及|或|-|~|至|到|—|;|；)+$/
const RANGE = /^(?:[-~至到]+)$/

/** Numbers that share the measure word of the next: 12、15 和 18 场; 20 至 30 人; 增长 5.2、3.1 个百分点. Right to left, so that it passes along a row. */
export function shareUnits(text: string, numbers: readonly Measured[]): Measured[] {
  const shared = [...numbers]
  for (let i = shared.length - 2; i >= 0; i--) {
    const one = shared[i] as Measured
    const next = shared[i + 1] as Measured
    const between = text.slice(one.to, next.from)
    if (one.isBare && isChange(text, one, between)) shared[i] = { ...one, unit: next.unit, isBare: next.isBare }
    if (!JOINS.test(between)) continue
    const isRange = RANGE.test(between)
    if (one.isBare && next.unit !== null && (isRange || isRow(text, one)))
      shared[i] = withUnitOf(one, next, text, isRange ? 1 : OF_ONE_SIZE)
    if (isRange && isComparable(shared[i] as Measured, next)) {
      shared[i] = { ...(shared[i] as Measured), comparator: '>=' }
      shared[i + 1] = { ...next, comparator: '<=' }
    }
  }
  return shared
}

/** 从 730 万增加到 915 万人: what changes keeps its unit. */
const isChange = (text: string, one: Measured, between: string) =>
  /[由从][^，。；\d]{0,8}$/.test(text.slice(0, one.from)) && /^[一-龥]{0,6}[到至为]$/.test(between)

const isComparable = (one: Measured, next: Measured) => one.unit === next.unit && one.number.value < next.number.value

/** A comma joins numbers of a row only where the sentence says so; 、 always does. */
const isRow = (text: string, one: Measured): boolean =>
  !/^[,，;；]/.test(text.slice(one.to)) || /分别|依次|各为/.test(text.slice(Math.max(0, one.from - 40), one.from))

const withUnitOf = (one: Measured, next: Measured, text: string, times: number): Measured => ({
  ...one,
  ...scaledLike(one, next, text, times),
  unit: next.unit,
  isBare: false,
})

/** How many times the other a number of one row may be; the lower end of a range is not above the upper. */
const OF_ONE_SIZE = 100
/** 3 至 5 万元, 120、85.5 和 40 万元: the magnitude is shared with the unit, unless the number has its own or is itself of that size. */
export function scaledLike(
  one: Measured,
  other: Measured,
  text: string,
  times = OF_ONE_SIZE,
): Pick<Measured, 'number'> {
  const magnitude = /[万亿]/
  const large = magnitude.exec(text.slice(other.number.from, other.number.to))?.[0]
  const factor = other.number.scale ?? (large === '万' ? 1e4 : large === '亿' ? 1e8 : 1)
  const isOwn =
    magnitude.test(text.slice(one.number.from, one.number.to)) ||
    one.number.value > (other.number.value / factor) * times
  return { number: isOwn ? one.number : { ...one.number, value: one.number.value * factor, scale: factor } }
}
