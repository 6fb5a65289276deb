import type { Step } from '../../../../kit/index.ts'
import { workflow } from '../../workflow.ts'
import type { Appeal } from './use-appeals.ts'

const titles: Readonly<Record<string, string>> = {
  received: '接报',
  accepted: '受理',
  assigned: '分派',
  signed: '签收',
  handling: '处置',
  answered: '反馈',
  followed_up: '回访',
  closed: '结案',
}

/** The step of the straight way at which each clock is met. */
const metAt: Readonly<Record<string, string>> = {
  accept: 'accepted',
  classify: 'assigned',
  assign: 'assigned',
  sign: 'signed',
  contact: 'handling',
  answer: 'answered',
  followUp: 'followed_up',
  close: 'closed',
}

/** Where a state off the straight way stands on it. */
const standsAt: Readonly<Record<string, string>> = { classified: 'accepted', suspended: 'handling' }

export interface Way {
  steps: Step[]
  /** Index of the step under way. */
  current: number
  /** The way ended early: 不受理, 已并案, 已撤回. */
  stopped: string | undefined
}

/** The straight way of an appeal with the times at which each step was taken, or has to be. */
export function wayOf({ state, events, clocks }: Pick<Appeal, 'state' | 'events' | 'clocks'>): Way {
  const path: readonly string[] = workflow.path
  const reached = (step: string) =>
    events.findLast(({ toState }, i) => toState === step && events[i - 1]?.toState !== step)?.at
  const due = (step: string) =>
    clocks
      .filter(
        ({ name, metAt: met, cancelledAt, pausedAt }) => metAt[name] === step && !met && !cancelledAt && !pausedAt,
      )
      .map(({ dueAt }) => dueAt)
      .sort()[0]
  const lastOnPath =
    events.findLast(({ toState }) => path.includes(standsAt[toState] ?? toState))?.toState ?? 'received'
  const stands = path.includes(state) || state in standsAt ? state : lastOnPath
  const current = path.indexOf(standsAt[stands] ?? stands) + 1
  const isStopped = state !== 'closed' && (workflow.final as readonly string[]).includes(state)
  return {
    steps: path.map((step) => ({ title: titles[step] ?? step, at: reached(step), due: due(step) })),
    current,
    stopped: isStopped || state === 'suspended' ? workflow.states[state] : undefined,
  }
}
