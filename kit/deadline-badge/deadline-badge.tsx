import './deadline-badge.css'
import { type Deadline, deadlineWords } from './deadline-words.ts'

interface DeadlineBadgeProps extends Deadline {
  /** ISO instant; the kit never asks the machine. */
  now: string
  /** What the clock is for, in front: 签收 → 签收超时 1 天. */
  what?: string
}

/** How much time is left, in words; the exact time on hover. */
export function DeadlineBadge({ now, what, ...deadline }: DeadlineBadgeProps) {
  const { tone, words, exact } = deadlineWords(deadline, now)
  return (
    <time className={`nf-deadline nf-deadline-${tone}`} dateTime={deadline.due} title={exact}>
      {what}
      {words}
    </time>
  )
}
