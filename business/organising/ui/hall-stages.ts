import type { Stages } from '../../../kit/hall/own-matter/own-matter.ts'
import type { FoundingState } from '../workflow.ts'
import type { Wish } from './hall-api.ts'

const under: Record<FoundingState, number> = {
  lead: 1,
  contacted: 2,
  prepared: 2,
  recruiting: 2,
  electing: 2,
  reported: 2,
  paused: 2,
  dropped: 2,
  approved: 4,
  sealed: 4,
  applied: 4,
  registered: 4,
  entered: 4,
  running: 4,
}
const stops: Partial<Record<FoundingState, string>> = { dropped: '这次没有建成', paused: '先停一停' }

/** The way to a union as the four stages a worker cares about. */
export function stagesOf({ state, wishedAt }: Pick<Wish, 'state' | 'wishedAt'>): Stages {
  const current = under[state]
  return {
    steps: [
      { title: '已收到', at: wishedAt },
      { title: current > 1 ? '已联系单位' : '联系单位' },
      { title: current > 2 ? '已选举' : '筹建选举' },
      { title: current > 3 ? '已成立' : '成立' },
    ],
    current,
    stopped: stops[state],
  }
}

/** What it means for the person now, in one sentence. */
export function wordsOf(wish: Pick<Wish, 'state' | 'unionName'>): string {
  if (wish.unionName) return `${wish.unionName}已经成立，您可以申请入会，参加工会的活动。`
  if (wish.state === 'lead') return '社区工联会会去联系单位，不会说出您的名字。'
  if (wish.state === 'dropped') return '这次没有建成。您可以先加入社区工联会，单位情况有变化，工会会再去谈。'
  if (wish.state === 'paused') return '单位那边暂时停了，工会会接着跟。'
  if (wish.state === 'recruiting') return '上级工会已经同意筹建。愿意的话，向筹备组交入会申请书。'
  if (wish.state === 'electing') return '正在选举工会委员会。'
  return '工会已经和单位谈过，没有说出您的名字，正在往前办。'
}
