import { useState } from 'react'
import { Segments, TrendChart } from '../../../kit/index.ts'
import { type Course, courseOf, hasCourse, hasSum } from './course.ts'
import type { Behind } from './place.ts'

const views = [
  { value: 'sum', title: '累计' },
  { value: 'months', title: '各月' },
]

/** How a figure went month by month against last year; its target dashed where the two can be compared. */
export function FigureTrend({ data }: { data: Behind }) {
  const canSum = hasSum(data)
  const [view, setView] = useState<Course>(canSum && data.target ? 'sum' : 'months')
  if (!hasCourse(data)) return null
  const { points, last, target, unit, kind } = courseOf(data, canSum ? view : 'months')
  return (
    <div className="overview-trend">
      <h3 className="overview-head">走势</h3>
      {canSum && (
        <div className="overview-views">
          <Segments label="怎么看" value={view} onChange={(next) => setView(next as Course)} options={views} />
        </div>
      )}
      <TrendChart label={data.title} points={points} last={last} target={target} unit={unit} kind={kind} height={160} />
    </div>
  )
}
