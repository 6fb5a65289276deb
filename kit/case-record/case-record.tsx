import './case-record.css'
import type { ReactNode } from 'react'
import { type Crumb, Page } from '../page/page.tsx'

interface CaseRecordProps {
  breadcrumb: readonly Crumb[]
  title: string
  /** Clock first, then tags. */
  badges?: ReactNode
  verbs?: ReactNode
  steps?: ReactNode
  /** Left: what happened. */
  children: ReactNode
  /** Right: who, what is asked, clocks with their rule. */
  side?: ReactNode
}

/** One matter on one page. */
export function CaseRecord({ breadcrumb, title, badges, verbs, steps, children, side }: CaseRecordProps) {
  return (
    <Page breadcrumb={breadcrumb} title={title} badges={badges} actions={verbs}>
      {steps}
      <div className={side ? 'nf-record nf-record-sided' : 'nf-record'}>
        <div className="nf-record-column">{children}</div>
        {side && <div className="nf-record-column">{side}</div>}
      </div>
    </Page>
  )
}
