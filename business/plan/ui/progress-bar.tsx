import { figureWords } from '../../../kit/index.ts'
import type { Target } from './place.ts'

/** How much of a target is there, against how much of the year has gone: the dashed line is where it would be if it grew evenly. */
export function ProgressBar({
  percent,
  timePassed,
  risk,
}: {
  percent: number
  timePassed: number
  risk: Target['risk']
}) {
  const isRunning = timePassed > 0 && timePassed < 1
  const time = figureWords(timePassed * 100, 0)
  const label = `完成 ${figureWords(percent, 0)}%${isRunning ? `，时间过了 ${time}%` : ''}`
  return (
    <>
      <div className="plan-bar" role="img" aria-label={label} title={label}>
        <div className={`plan-bar-fill plan-bar-${risk}`} style={{ width: `${Math.min(100, percent)}%` }} />
        {isRunning && <span className="plan-bar-time" style={{ left: `${timePassed * 100}%` }} />}
      </div>
      <span className="plan-said">{figureWords(percent, 0)}%</span>
    </>
  )
}
