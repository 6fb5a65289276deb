import type { Stages } from '../../../kit/hall/own-matter/own-matter.ts'
import type { AppealState } from '../workflow.ts'

/** Steps of the workflow that begin a stage, by the title under which they stand among what happened. */
export const opening = { received: '接报', accepted: '受理', handling: '记录联系', answered: '办结反馈' } as const

interface Told {
  title: string
  at: string
}

const under: Record<AppealState, number> = {
  received: 1,
  declined: 1,
  accepted: 2,
  classified: 2,
  assigned: 2,
  signed: 2,
  handling: 2,
  suspended: 2,
  merged: 2,
  withdrawn: 2,
  answered: 4,
  followed_up: 4,
  closed: 4,
}

const ends: Partial<Record<AppealState, string>> = { declined: '不受理', merged: '并到另一件', withdrawn: '您撤回了' }

/** The thirteen states of an appeal as the four stages a worker cares about. */
export function stagesOf(state: AppealState, told: readonly Told[]): Stages {
  const at = (title: string) => told.find((step) => step.title === title)?.at
  const isAccepted = at(opening.accepted) !== undefined
  const current = state === 'withdrawn' && !isAccepted ? 1 : under[state]
  const steps = [
    { title: '已收到', at: at(opening.received) },
    { title: current > 1 ? '已受理' : '受理', at: at(opening.accepted) },
    { title: current > 2 ? '已处理' : current === 2 ? '处理中' : '处理', at: at(opening.handling) },
    { title: current > 3 ? '已答复' : '答复', at: at(opening.answered) },
  ]
  return { steps, current, stopped: ends[state] }
}

/** Is nothing more to be done in this state? */
export const isOver = (state: AppealState): boolean => state === 'closed' || ends[state] !== undefined
