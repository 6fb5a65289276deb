import { type Way, wayOfMatter } from '../../../../kit/index.ts'
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

/** The straight way of an appeal with the times at which each step was taken, or has to be. */
export const wayOf = (appeal: Pick<Appeal, 'state' | 'events' | 'clocks'>): Way =>
  wayOfMatter(workflow, appeal, { titles, standsAt, metAt })
