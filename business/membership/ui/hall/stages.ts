import { type Stages, withDue } from '../../../../kit/hall/own-matter/own-matter.ts'
import type { MembershipState } from '../../workflow.ts'
import type { Followed } from './api.ts'

const ends: Partial<Record<MembershipState, string>> = {
  declined: '没有同意',
  withdrawn: '已撤回',
  moved: '转办转会',
}

/** The states as the two or three stages a worker cares about; the clock stands with the stage it presses. */
export function stagesOf({ state, steps, createdAt, dueAt }: Followed): Stages {
  const at = (wanted: MembershipState) => steps.find(({ toState }) => toState === wanted)?.at
  const pooledAt = at('pooled')
  const ways = pooledAt
    ? [
        { title: '申请', at: createdAt },
        { title: '已是会员', at: pooledAt },
        { title: '工会接收', at: at('approved') },
      ]
    : [
        { title: '申请', at: createdAt },
        { title: state === 'supplementing' ? '等您补正' : '工会审核', at: at('approved') },
        { title: '入会', at: at('approved') },
      ]
  const current = state === 'approved' ? 3 : pooledAt ? 2 : 1
  return {
    steps: withDue(ways, current, dueAt),
    current,
    stopped: ends[state],
  }
}
