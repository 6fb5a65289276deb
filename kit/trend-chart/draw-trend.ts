import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, MarkPointComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type Palette, type Trend, trendOptions } from './trend-options.ts'

use([BarChart, LineChart, GridComponent, MarkLineComponent, MarkPointComponent, TooltipComponent, SVGRenderer])

function palette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--nf-${name}`).trim()
  return {
    ink: token('ink'),
    soft: token('soft'),
    line: token('line'),
    blue: token('blue'),
    red: token('red'),
    bar: token('bar'),
    font: token('font'),
  }
}

/** Draws into the element and keeps its width; the returned function takes it away again. */
export function drawTrend(place: HTMLElement, trend: Trend): () => void {
  const chart = init(place, null, { renderer: 'svg' })
  chart.setOption(trendOptions(trend, palette()))
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(place)
  return () => {
    watch.disconnect()
    chart.dispose()
  }
}
