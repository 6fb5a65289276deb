import { quarterEnd, quarterStart } from './days.ts'
import type { Condition } from './words.ts'

export type Node = { dueOn: string; doneOn: string | null }
export type Timed = { state: string; year: number; quarterFrom: number; quarterTo: number; nodes: readonly Node[] }

/** Nodes whose day has passed and that are not done. */
export const lateNodes = <N extends Node>(nodes: readonly N[], today: string): N[] =>
  nodes.filter(({ dueOn, doneOn }) => doneOn === null && dueOn < today)

/**
 * How a task stands: late once its last quarter is over, behind when a node's day has passed or its first quarter has ended without anything done, else
 * not begun or normal.
 */
export function conditionOf(task: Timed, today: string): Condition {
  if (task.state === 'draft') return 'draft'
  if (task.state === 'done') return 'done'
  if (task.state === 'signed_off') return 'signed_off'
  if (today > quarterEnd(task.year, task.quarterTo)) return 'late'
  if (lateNodes(task.nodes, today).length > 0) return 'behind'
  const isBegun = task.state === 'running'
  if (!isBegun && today > quarterEnd(task.year, task.quarterFrom)) return 'behind'
  return isBegun || today >= quarterStart(task.year, task.quarterFrom) ? 'normal' : 'waiting'
}
