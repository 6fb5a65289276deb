import './membership.css'
import type { z } from 'zod'
import type { contract } from '../../contract.ts'
import type { RegisterStage } from '../../rules/words.ts'

type Counts = z.output<typeof contract.funnel.output>

interface Bar {
  title: string
  count: number
  /** The list it opens. */
  stage: RegisterStage
  sub: string
}

const barsOf = (all: Counts): Bar[] => [
  { title: '已采集', count: all.collected, stage: 'collected', sub: '点开看还没认证的' },
  { title: '已认证', count: all.verified, stage: 'verified', sub: '点开看还没入会的' },
  {
    title: '会员',
    count: all.members,
    stage: 'full',
    sub: `认证过的 ${all.verifiedMembers}，新就业形态 ${all.newForm}`,
  },
]

interface FunnelProps {
  funnel: Counts
  stage: RegisterStage
  onStage: (stage: RegisterStage) => void
}

/** Collected, verified, member: three bars under each other on one scale; each opens its list. The pool and the retained stand beside. */
export function Funnel({ funnel, stage, onStage }: FunnelProps) {
  const bars = barsOf(funnel)
  const widest = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <section className="member-funnel" aria-label="会员漏斗">
      {bars.map((bar) => (
        <button
          key={bar.stage}
          type="button"
          className="member-funnel-row"
          aria-pressed={bar.stage === stage}
          onClick={() => onStage(bar.stage)}
        >
          <span className="member-funnel-title">{bar.title}</span>
          <span className="member-funnel-track" aria-hidden="true">
            <span style={{ width: `${(bar.count / widest) * 100}%` }} />
          </span>
          <strong>{bar.count.toLocaleString('zh-CN')} 人</strong>
          <small>{bar.sub}</small>
        </button>
      ))}
      <p className="member-funnel-beside">
        会员里：
        <button type="button" className="nf-link" aria-pressed={stage === 'pooled'} onClick={() => onStage('pooled')}>
          会员池 {funnel.pooled} 人
        </button>
        <button
          type="button"
          className="nf-link"
          aria-pressed={stage === 'retained'}
          onClick={() => onStage('retained')}
        >
          保留会籍 {funnel.retained} 人
        </button>
      </p>
    </section>
  )
}
