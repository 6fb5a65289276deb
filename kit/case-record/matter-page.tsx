import type { ReactNode } from 'react'
import { Stepper } from '../stepper/stepper.tsx'
import { Tag } from '../tag/tag.tsx'
import type { Verb } from '../verb-bar/arrange-verbs.ts'
import { VerbBar } from '../verb-bar/verb-bar.tsx'
import { CaseRecord } from './case-record.tsx'
import { type CaseClock, ClocksCard } from './clocks-card.tsx'
import { type CaseEvent, HistoryCard } from './history-card.tsx'
import { type MatterWorkflow, wayOfMatter } from './way.ts'

interface Matter {
  number: string
  title: string
  state: string
  place: string
  events: readonly CaseEvent[]
  clocks: readonly CaseClock[]
  verbs: readonly Verb[]
}

interface MatterPageProps {
  /** The line's name and address, first crumb. */
  home: { title: string; href: string }
  matter: Matter
  workflow: MatterWorkflow
  now: string
  onVerb: (verb: string) => void
  /** Beside the state. */
  badges?: ReactNode
  /** Left, above the history. */
  children?: ReactNode
  /** Right, above the clocks. */
  side?: ReactNode
}

/** What every matter's page is made of: where it stands, what may be done, what happened, its clocks. A line adds its own cards. */
export function MatterPage({ home, matter, workflow, now, onVerb, badges, children, side }: MatterPageProps) {
  const way = wayOfMatter(workflow, matter)
  return (
    <CaseRecord
      breadcrumb={[home, { title: matter.place }, { title: matter.number }]}
      title={matter.title}
      badges={
        <>
          <Tag tone="quiet">{workflow.states[matter.state]}</Tag>
          {badges}
        </>
      }
      verbs={<VerbBar verbs={matter.verbs} onVerb={onVerb} />}
      steps={<Stepper steps={way.steps} current={way.current} now={now} stopped={way.stopped} />}
      side={
        <>
          {side}
          <ClocksCard clocks={matter.clocks} now={now} />
        </>
      }
    >
      {children}
      <HistoryCard events={matter.events} now={now} />
    </CaseRecord>
  )
}
