import type { TrendPoint } from '../../../kit/index.ts'
import type { FigureBehind } from '../registries.ts'
import { sayFigure } from './figure-value.ts'

type Monthly = Pick<FigureBehind, 'months' | 'unit'>

/** What the months count: a rate is shown by its numerator. */
export const countedUnit = ({ unit }: Pick<FigureBehind, 'unit'>): string => (unit === '%' ? '件' : unit)

/** One unit for the whole chart, chosen by its largest month. */
export function trendUnit(data: Monthly): { unit: string; scale: number } {
  const largest = Math.max(0, ...data.months.map(({ value }) => value))
  const said = sayFigure(largest, countedUnit(data))
  return { unit: said.unit, scale: said.value === 0 ? 1 : largest / said.value }
}

/** Twelve points, empty where nothing was recorded; none when the whole year is empty. */
export function monthsOf(data: Monthly, year: number): TrendPoint[] {
  if (data.months.length === 0) return []
  const { scale } = trendUnit(data)
  const known = new Map(data.months.map(({ month, value }) => [month, value]))
  return Array.from({ length: 12 }, (_, index) => {
    const value = known.get(`${year}-${String(index + 1).padStart(2, '0')}`)
    return { at: `${index + 1} 月`, value: value === undefined ? null : Math.round((value / scale) * 100) / 100 }
  })
}
