import { deadlineWords } from '../deadline-badge/deadline-words.ts'
import { exactWords, timeWords } from '../time/time-words.ts'

export interface Step {
  title: string
  /** ISO instant at which this step was done. */
  at?: string
  /** ISO instant by which it must be done. */
  due?: string
}

export interface StepView {
  title: string
  state: 'done' | 'late' | 'now' | 'coming'
  /** What stands under the title. */
  words: string
  /** The full time, for a hover. */
  exact: string
  /** For a screen reader. */
  spoken: string
}

const spoken = { done: '已完成', late: '进行中，已超时', now: '进行中', coming: '还没到' }

/** What each step shows when `current` (an index; the number of steps when all are done) is under way at `now`. */
export function stepViews(steps: readonly Step[], current: number, now: string): StepView[] {
  return steps.map((step, index) => {
    if (index < current) return view(step, 'done', step.at ? timeWords(step.at, now) : '')
    if (index > current) return view(step, 'coming', step.due ? `应于 ${timeWords(step.due, now)}` : '')
    if (!step.due) return view(step, 'now', '')
    const { tone, words } = deadlineWords({ due: step.due }, now)
    return view(step, tone === 'late' ? 'late' : 'now', tone === 'late' ? words : `应于 ${timeWords(step.due, now)}`)
  })
}

function view(step: Step, state: StepView['state'], words: string): StepView {
  const time = state === 'done' ? step.at : step.due
  const exact = time ? `${state === 'done' ? '办于' : '应于'} ${exactWords(time)}` : ''
  return { title: step.title, state, words, exact, spoken: spoken[state] }
}
