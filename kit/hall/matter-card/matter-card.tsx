import './matter-card.css'
import type { ReactNode } from 'react'
import { Link } from '../../navigation/navigation.tsx'
import type { Step } from '../../stepper/step-words.ts'
import { Stepper } from '../../stepper/stepper.tsx'

interface MatterCardProps {
  href: string
  title: string
  /** 今天会联系您. */
  badge?: ReactNode
  /** At most four, in the worker's words. */
  steps: readonly Step[]
  current: number
  now: string
  stopped?: string
  /** Who has it: 平湖街道总工会 李敏. */
  who?: string
  /** Until when: 最迟 12 月 9 日答复. */
  until?: string
  /** What the worker can do now. */
  action?: { title: string; href: string }
}

/** One of my matters: how far, who has it, until when. */
export function MatterCard({ href, title, badge, steps, current, now, stopped, who, until, action }: MatterCardProps) {
  return (
    <article className="nf-matter">
      <div className="nf-matter-head">
        <Link href={href} className="nf-matter-title">
          {title}
        </Link>
        {badge}
      </div>
      <Stepper steps={steps} current={current} now={now} stopped={stopped} mini />
      <p className="nf-matter-words">
        {[who && `由${who}办理`, until].filter(Boolean).join('，')}
        {(who || until) && '。'}
        {action && <Link href={action.href}>{action.title}</Link>}
      </p>
    </article>
  )
}
