import { DeadlineBadge, Tag } from '../../../../kit/index.ts'
import { workflow } from '../../workflow.ts'
import type { Appeal } from './use-appeals.ts'

/** The nearest clock that runs, named; without one the state. */
export function NextClock({ appeal, now }: { appeal: Pick<Appeal, 'clocks' | 'state'>; now: string }) {
  const running = appeal.clocks.filter(({ metAt, cancelledAt, pausedAt }) => !metAt && !cancelledAt && !pausedAt)
  const nearest = running.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0]
  if (!nearest) return <Tag tone="quiet">{workflow.states[appeal.state]}</Tag>
  return <DeadlineBadge due={nearest.dueAt} now={now} what={nearest.title} />
}
