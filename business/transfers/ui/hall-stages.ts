import { type Stages, withDue } from '../../../kit/hall/own-matter/own-matter.ts'
import type { TransferState } from '../workflow.ts'
import type { Followed } from './hall-api.ts'

const under: Record<TransferState, number> = {
  requested: 1,
  releasing: 1,
  objected: 1,
  confirming: 1,
  approving: 1,
  incoming: 2,
  placing: 2,
  done: 3,
  refused: 2,
  declined: 1,
  withdrawn: 1,
}

const ends: Partial<Record<TransferState, string>> = {
  refused: '没有接收，上级工会代管',
  declined: '没有同意',
  withdrawn: '已撤回',
}

/** The states as the two or three stages a member cares about; the clock stands with the stage it presses. */
export function stagesOf({ kind, state, steps, createdAt, dueAt }: Followed): Stages {
  const at = (wanted: TransferState) => steps.findLast(({ toState }) => toState === wanted)?.at
  const isTransfer = kind === 'transfer'
  const stages = isTransfer
    ? [
        { title: '提出', at: createdAt },
        { title: '原工会转出', at: at('incoming') },
        { title: '新工会接收', at: at('done') },
      ]
    : [
        { title: '提出', at: createdAt },
        { title: kind === 'leave' || kind === 'died' ? '生效' : '工会确认', at: at('done') },
      ]
  const wasReleased = at('incoming') !== undefined
  const current = state === 'withdrawn' && wasReleased ? 2 : Math.min(under[state], stages.length)
  return {
    steps: withDue(stages, current, dueAt),
    current,
    stopped: ends[state],
  }
}
