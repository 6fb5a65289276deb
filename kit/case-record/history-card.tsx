import { Card } from '../card/card.tsx'
import { Tag } from '../tag/tag.tsx'
import { Timeline } from '../timeline/timeline.tsx'

export interface CaseEvent {
  id: string
  at: string
  title: string
  toState: string
  actorOrg: string
  actorName: string
  /** For officers. */
  note: string
  /** What the worker reads. */
  message: string
}

/** Each step of a matter with who took it, newest first; notes are for officers, what the worker reads is marked. */
export function HistoryCard({ events, now }: { events: readonly CaseEvent[]; now: string }) {
  const items = events.toReversed().map((event, index) => ({
    id: event.id,
    at: event.at,
    title: event.title,
    who: [event.actorOrg, event.actorName].filter(Boolean).join(' '),
    isCurrent: index === 0,
    detail: (event.note || event.message) && <Words note={event.note} message={event.message} />,
  }))
  return (
    <Card title="办理经过">
      <Timeline label="办理经过" items={items} now={now} />
    </Card>
  )
}

function Words({ note, message }: { note: string; message: string }) {
  return (
    <>
      {note && <p>{note}</p>}
      {message && (
        <p>
          <Tag tone="green">职工看到</Tag> {message}
        </p>
      )}
    </>
  )
}
