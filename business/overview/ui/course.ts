import type { TrendPoint } from '../../../kit/index.ts'
import type { Behind } from './place.ts'
import { figureSentence, unitFor } from './say.ts'

export type Course = 'months' | 'sum'
type Monthly = Pick<Behind, 'months' | 'unit' | 'kind' | 'target' | 'value'>
type Value = number | null

interface Drawn {
  points: TrendPoint[]
  last?: { name: string; points: TrendPoint[] }
  target?: { value: number; words: string }
  unit: string
  kind: 'line' | 'bar'
}

/** Whether the months add up to the whole: where different persons or firms are counted they do not. */
export function hasSum({ kind, months, value }: Monthly): boolean {
  const sum = months.reduce((all, month) => all + (month.value ?? 0), 0)
  return kind === 'flow' && value !== null && value !== 0 && Math.abs(sum - value) < 0.005
}

/**
 * What is drawn of a figure: month by month, or what had come together by each month's end. The year's target belongs to sums, to what stands at an end,
 * and to rates, not to single months.
 */
export function courseOf(data: Monthly, course: Course): Drawn {
  const grow = course === 'sum'
  const now = valuesOf(
    data.months.map(({ value }) => value),
    grow,
  )
  const before = valuesOf(
    data.months.map(({ lastYear }) => lastYear),
    grow,
  )
  const { target } = data
  const hasTarget = target !== null && (grow || data.kind !== 'flow')
  const largest = Math.max(
    0,
    ...[...now, ...before].map((value) => Math.abs(value ?? 0)),
    hasTarget ? target.number : 0,
  )
  const { unit, scale } = unitFor(largest, data.unit)
  const hasLast = before.some((value) => value !== null && value !== 0)
  return {
    points: pointsOf(data.months, now, scale, unit),
    ...(hasLast ? { last: { name: '上年', points: pointsOf(data.months, before, scale, unit) } } : {}),
    ...(hasTarget
      ? { target: { value: target.number / scale, words: `目标 ${figureSentence(target.number, data.unit)}` } }
      : {}),
    unit: unit === '%' ? '%' : ` ${unit}`,
    kind: data.kind === 'flow' && !grow ? 'bar' : 'line',
  }
}

function valuesOf(values: readonly Value[], grow: boolean): Value[] {
  if (!grow) return [...values]
  let sum = 0
  return values.map((value) => {
    sum += value ?? 0
    return sum
  })
}

/** A rate with one decimal, as the figure beside it. */
function pointsOf(months: Monthly['months'], values: readonly Value[], scale: number, unit: string): TrendPoint[] {
  const parts = unit === '%' ? 10 : 100
  return months.map(({ month }, index) => {
    const value = values[index] ?? null
    return {
      at: `${Number(month.slice(5))} 月`,
      value: value === null ? null : Math.round((value / scale) * parts) / parts,
    }
  })
}

/** Whether there is anything to draw: months of nothing beside a year of nothing are an empty picture. */
export const hasCourse = ({ months }: Pick<Monthly, 'months'>): boolean =>
  months.length > 1 && months.some(({ value, lastYear }) => Boolean(value) || Boolean(lastYear))
