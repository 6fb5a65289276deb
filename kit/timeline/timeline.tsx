import './timeline.css'
import type { ReactNode } from 'react'
import { Link } from '../navigation/navigation.tsx'
import { StateBlock } from '../state-block/state-block.tsx'
import { exactWords, timeWords } from '../time/time-words.ts'

export interface TimelineItem {
  id: string
  /** ISO instant. */
  at: string
  title: string
  /** Who did it, or from where. */
  who?: string
  detail?: ReactNode
  href?: string
  /** The filled dot: what matters now. */
  isCurrent?: boolean
}

interface TimelineProps {
  label: string
  items: readonly TimelineItem[]
  now: string
  /** Said when nothing has happened yet. */
  empty?: string
  onMore?: () => void
}

/** What happened, newest first as given; each with who and when. */
export function Timeline({ label, items, now, empty = '还没有记录', onMore }: TimelineProps) {
  if (items.length === 0) return <StateBlock kind="empty" title={empty} />
  return (
    <div>
      <ol className="nf-timeline" aria-label={label}>
        {items.map((item) => (
          <li key={item.id} className={item.isCurrent ? 'nf-event nf-event-current' : 'nf-event'}>
            <div>{item.href ? <Link href={item.href}>{item.title}</Link> : item.title}</div>
            {item.detail && <div className="nf-event-detail">{item.detail}</div>}
            <div className="nf-event-when">
              <time dateTime={item.at} title={exactWords(item.at)}>
                {timeWords(item.at, now)}
              </time>
              {item.who && <> · {item.who}</>}
            </div>
          </li>
        ))}
      </ol>
      {onMore && (
        <button type="button" className="nf-link nf-timeline-more" onClick={onMore}>
          看更早的
        </button>
      )}
    </div>
  )
}
