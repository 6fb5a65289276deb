import './trend-chart.css'
import { useEffect, useRef, useState } from 'react'
import { ChartFrame } from '../chart-frame/chart-frame.tsx'
import { figureWords } from '../figure/figure-words.ts'
import { StateBlock } from '../state-block/state-block.tsx'
import type { Trend, TrendPoint } from './trend-options.ts'

interface TrendChartProps {
  /** 诉求办结，2023 年各月. */
  label: string
  points: readonly TrendPoint[]
  kind?: 'line' | 'bar'
  unit?: string
  target?: { value: number; words: string }
  marks?: readonly { at: string; words: string }[]
  last?: { name: string; points: readonly TrendPoint[] }
  /** Pixels. */
  height?: number
}

/** How a figure went over time. The drawing library is fetched only when the first chart is on the page. */
export function TrendChart({ label, points, kind = 'line', unit = '', height = 200, ...rest }: TrendChartProps) {
  if (!points.some(({ value }) => value !== null)) return <StateBlock kind="empty" title="这段时间还没有记录" />
  const say = (value: number | null) => (value === null ? '–' : `${figureWords(value, 2)}${unit}`)
  const known = points.filter(({ value }) => value !== null)
  const summary = `${label}：从 ${known[0]?.at} 的 ${say(known[0]?.value ?? null)} 到 ${known.at(-1)?.at} 的 ${say(known.at(-1)?.value ?? null)}`
  const before = (index: number) => rest.last && `，${rest.last.name} ${say(rest.last.points[index]?.value ?? null)}`
  const rows = points.map(({ at, value }, index) => ({ name: at, words: `${say(value)}${before(index) ?? ''}` }))
  return (
    <ChartFrame label={label} heads={['时间', '数值']} rows={rows}>
      <Drawing
        trend={{ points, kind, unit, marks: rest.marks ?? [], target: rest.target, last: rest.last }}
        summary={summary}
        height={height}
      />
    </ChartFrame>
  )
}

function Drawing({ trend, summary, height }: { trend: Trend; summary: string; height: number }) {
  const place = useRef<HTMLDivElement>(null)
  const [isBroken, setBroken] = useState(false)
  const shape = JSON.stringify(trend)
  useEffect(() => {
    let clear: (() => void) | undefined
    let isGone = false
    const draw = async () => {
      try {
        const { drawTrend } = await import('./draw-trend.ts')
        if (!isGone && place.current) clear = drawTrend(place.current, JSON.parse(shape) as Trend)
      } catch {
        setBroken(true)
      }
    }
    draw()
    return () => {
      isGone = true
      clear?.()
    }
  }, [shape])
  if (isBroken)
    return (
      <StateBlock kind="error" title="图没有画出来">
        数都在，请看表格。
      </StateBlock>
    )
  return <div ref={place} className="nf-trend" role="img" aria-label={summary} style={{ height }} />
}
