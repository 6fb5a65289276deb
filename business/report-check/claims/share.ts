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
      shared[i] = withUnitOf(one, next, text, isRange)
    if (isRange && isComparable(shared[i] as Measured, next)) {
      shared[i] = { ...(shared[i] as Measured), comparator: '>=' }
      shared[i + 1] = { ...next, comparator: '<=' }
    }
  }
  return shared
}

/** 从 730 万增加到 915 万人: what changes keeps its unit. */
const isChange = (text: string, one: Measured, between: string) =>
  /[由从]$/.test(text.slice(0, one.from)) && /^[一-龥]{0,6}[到至为]$/.test(between)

const isComparable = (one: Measured, next: Measured) => one.unit === next.unit && one.number.value < next.number.value

/** A comma joins numbers of a row only where the sentence says so; 、 always does. */
const isRow = (text: string, one: Measured): boolean =>
  !/^[,，;；]/.test(text.slice(one.to)) || /分别|依次|各为/.test(text.slice(Math.max(0, one.from - 40), one.from))

/** 3 至 5 万元: in a range the magnitude is shared too. */
function withUnitOf(one: Measured, next: Measured, text: string, isRange: boolean): Measured {
  const large = /[万亿]/.exec(text.slice(next.number.from, next.number.to))?.[0]
  const factor = large === '万' ? 1e4 : large === '亿' ? 1e8 : 1
  const isScaled = isRange && !one.number.isLarge && factor > 1 && one.number.value <= next.number.value / factor
  const number = isScaled ? { ...one.number, value: one.number.value * factor } : one.number
  return { ...one, number, unit: next.unit, isBare: false }
}
