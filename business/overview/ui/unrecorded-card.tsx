import { useRead } from '../../../kit/api/index.ts'
import { Card } from '../../../kit/index.ts'
import { type Unrecorded, useFigures } from './place.ts'

/** Figures the federation publishes that no line records yet: named, never given a number. */
export function UnrecordedCard() {
  const { data } = useRead(useFigures().unrecorded, {})
  if (!data || data.length === 0) return null
  return (
    <Card title="还没有业务登记的数据" sub={`${data.length} 项，等业务建好才有数，不手填`}>
      <details className="overview-unrecorded">
        <summary>看是哪些</summary>
        <dl>
          {byLine(data).map(([lineTitle, titles]) => (
            <div key={lineTitle}>
              <dt>{lineTitle}</dt>
              <dd>{titles.join('、')}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Card>
  )
}

function byLine(figures: readonly Unrecorded[]): [string, string[]][] {
  const lines = new Map<string, string[]>()
  for (const { lineTitle, title } of figures) lines.set(lineTitle, [...(lines.get(lineTitle) ?? []), title])
  return [...lines]
}
