import type { EChartsCoreOption } from 'echarts/core'

export interface TrendPoint {
  /** What stands on the axis: 1 月, 06-12. */
  at: string
  value: number | null
}

export interface Trend {
  points: readonly TrendPoint[]
  kind: 'line' | 'bar'
  unit: string
  target?: { value: number; words: string }
  /** Points worth a word: 6 月 12 日跌破. */
  marks: readonly { at: string; words: string }[]
  /** The same before, as a quiet dashed line. */
  last?: { name: string; points: readonly TrendPoint[] }
}

export interface Palette {
  ink: string
  soft: string
  line: string
  blue: string
  red: string
  bar: string
  font: string
}

/** What the drawing library is told: direct labels, no legend, the target dashed. */
export function trendOptions(trend: Trend, palette: Palette): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: palette.font, color: palette.soft },
    grid: {
      left: 4,
      right: roomAtEnd(trend),
      top: 28,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => `${value ?? '–'}${trend.unit}` },
    xAxis: {
      type: 'category',
      data: trend.points.map(({ at }) => at),
      boundaryGap: trend.kind === 'bar',
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.soft, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      show: false,
      scale: trend.kind === 'line',
      max: roomForTarget(trend),
      ...(isRate(trend) ? { min: rateFloor(trend) } : {}),
    },
    series: [mainSeries(trend, palette), ...lastSeries(trend, palette)],
  }
}

/** The last value stands behind its point: as wide as its words, in pixels. */
function roomAtEnd({ points, unit, last }: Trend): number {
  const words = `${points.at(-1)?.value ?? ''}${unit}`
  return Math.max(48, 14 + widthOf(words), last ? 14 + widthOf(last.name) : 0)
}

const widthOf = (words: string): number => [...words].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 13 : 8), 0)

function roomForTarget({ target }: Trend) {
  return (extent: { max: number }) => (target ? Math.max(extent.max, target.value) : extent.max)
}

/** A rate is drawn over so many points at least: two tenths of a point are no cliff. */
const LEAST_POINTS = 5
const isRate = ({ kind, unit }: Trend): boolean => kind === 'line' && unit === '%'

function rateFloor({ target }: Trend) {
  return (extent: { min: number; max: number }) => {
    const low = target ? Math.min(extent.min, target.value) : extent.min
    return Math.max(0, Math.min(low, extent.max - LEAST_POINTS))
  }
}

function mainSeries(trend: Trend, palette: Palette) {
  const { kind, unit, target, marks, points } = trend
  const end = points.length - 1
  return {
    type: kind,
    name: '本期',
    data: points.map(({ value }, index) => ({
      value,
      symbol: index === end ? 'circle' : 'none',
      label: { show: value !== null && index === end, formatter: `{c}${unit}` },
    })),
    symbolSize: 7,
    barMaxWidth: 36,
    color: kind === 'bar' ? palette.bar : palette.blue,
    itemStyle: { borderRadius: 2 },
    lineStyle: { width: 2 },
    label: { position: labelPlace(trend), color: palette.ink, fontWeight: 600 },
    markLine: target && targetLine(target, palette),
    markPoint: {
      symbol: 'circle',
      symbolSize: 9,
      itemStyle: { color: palette.red },
      label: { position: 'top', distance: 8, color: palette.ink },
      data: marks.map((mark) => markAt(mark, points)),
    },
  }
}

/** Behind the last point, where no bar stands; in the bar where the line of the earlier period has its name there. */
const labelPlace = ({ kind, last }: Trend) => (kind === 'bar' && last ? 'insideTop' : 'right')

function targetLine(target: NonNullable<Trend['target']>, palette: Palette) {
  return {
    symbol: 'none',
    silent: true,
    lineStyle: { type: 'dashed', color: palette.red, width: 1.5 },
    label: { position: 'insideStartTop', formatter: target.words, color: palette.red },
    data: [{ yAxis: target.value }],
  }
}

function markAt(mark: { at: string; words: string }, points: readonly TrendPoint[]) {
  const value = points.find(({ at }) => at === mark.at)?.value ?? 0
  return { coord: [mark.at, value], value, label: { formatter: mark.words } }
}

function lastSeries(trend: Trend, palette: Palette) {
  const { last } = trend
  if (!last) return []
  const end = last.points.length - 1
  return [
    {
      type: 'line',
      name: last.name,
      data: last.points.map(({ value }, index) => ({
        value,
        symbol: index === end ? 'circle' : 'none',
        label: { show: index === end, formatter: last.name },
      })),
      symbolSize: 5,
      color: palette.soft,
      lineStyle: { type: 'dotted', width: 1.5 },
      label: { position: 'right', color: palette.soft, offset: [0, asideOf(trend)] },
    },
  ]
}

/** Where both lines end at about the same height, the name of the earlier one steps aside, in pixels. */
function asideOf(trend: Trend): number {
  const { points, last } = trend
  const [end, before] = [points.at(-1)?.value ?? null, last?.points.at(-1)?.value ?? null]
  if (end === null || before === null) return 0
  const all = [...points, ...(last?.points ?? [])].flatMap(({ value }) => (value === null ? [] : [value]))
  const range = Math.max(Math.max(...all) - Math.min(...all), isRate(trend) ? LEAST_POINTS : 0)
  if (Math.abs(end - before) > range / 8) return 0
  return before > end ? -14 : 14
}
