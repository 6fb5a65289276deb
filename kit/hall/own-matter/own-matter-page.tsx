import './own-matter.css'
import type { ReactNode } from 'react'
import { Card } from '../../card/card.tsx'
import { Notice } from '../../notice/notice.tsx'
import { Stepper } from '../../stepper/stepper.tsx'
import { Tag } from '../../tag/tag.tsx'
import { Timeline } from '../../timeline/timeline.tsx'
import { HallFrame } from '../hall-frame/hall-frame.tsx'
import { HallSection } from '../hall-list/hall-list.tsx'
import type { OwnMatter } from './own-matter.ts'

interface OwnMatterPageProps {
  matter: Pick<OwnMatter, 'title' | 'steps' | 'current' | 'stopped' | 'badge' | 'who' | 'until'>
  number: string
  /** Where it stands, said where no badge says it. */
  state?: string
  /** What the person was told, oldest first. */
  told: readonly { title: string; at: string; message: string }[]
  now: string
  back: { href: string; title: string }
  /** What is shown was read earlier; reading it anew failed. */
  isStale: boolean
  /** Between where it stands and what happened: the answer, what to do now. */
  children?: ReactNode
  /** Below: other facts, taking it back. */
  foot?: ReactNode
}

/** One own matter: how far it is, who has it and until when, what happened. */
export function OwnMatterPage(props: OwnMatterPageProps) {
  const { matter, number, state, told, now, back, isStale, children, foot } = props
  const { title, steps, current, stopped, badge, who, until } = matter
  return (
    <HallFrame title={title} sub={`编号 ${number}`} back={back}>
      {isStale && <Notice tone="watch">网络断了，下面是上次看到的情况。</Notice>}
      <Card title={badge ? undefined : state}>
        <div className="nf-standing">
          {badge && <Tag tone={badge.tone}>{badge.words}</Tag>}
          <Stepper steps={steps} current={current} now={now} stopped={stopped} />
          {(who || until) && <p>{[who && `由${who}办理`, until].filter(Boolean).join('，')}。</p>}
        </div>
      </Card>
      {children}
      <HallSection title="经过">
        <Card>
          <Timeline
            label="经过"
            now={now}
            items={[...told].reverse().map((step, index) => ({
              id: `${step.at} ${step.title}`,
              at: step.at,
              title: step.message,
              isCurrent: index === 0,
            }))}
          />
        </Card>
      </HallSection>
      {foot}
    </HallFrame>
  )
}
