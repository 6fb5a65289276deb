import { Tag } from '../../../kit/index.ts'
import { conditions } from '../rules/words.ts'
import type { Target, Task } from './place.ts'

const risks = {
  reached: { words: '已达到', tone: 'green' },
  on_way: { words: '预计能完成', tone: 'blue' },
  at_risk: { words: '预计完不成', tone: 'honey' },
  missed: { words: '没有完成', tone: 'honey' },
  unknown: { words: '还看不出', tone: 'quiet' },
} as const

export function RiskTag({ target }: { target: Target }) {
  if (!target.isRecorded) return <Tag tone="quiet">还没有业务登记</Tag>
  if (target.number === null) return <Tag tone="quiet">没有分到本街道</Tag>
  const { words, tone } = risks[target.risk]
  return <Tag tone={tone}>{words}</Tag>
}

const tones = {
  draft: 'quiet',
  waiting: 'quiet',
  normal: 'blue',
  behind: 'honey',
  late: 'red',
  done: 'green',
  signed_off: 'green',
} as const

export function ConditionTags({ task }: { task: Task }) {
  return (
    <span className="plan-tags">
      <Tag tone={tones[task.condition]}>{conditions[task.condition]}</Tag>
      {task.isAdjusted && <Tag tone="quiet">已调整</Tag>}
      {task.isAsked && <Tag tone="honey">督办中</Tag>}
    </span>
  )
}
