import type { Step } from '../../stepper/step-words.ts'

/** How far an own matter is, as the few stages a worker cares about. */
export interface Stages {
  steps: readonly Step[]
  /** Index of the stage under way; the number of stages when all is done. */
  current: number
  stopped?: string
}

/** Where a matter is looked at: among one's own, or with a receipt. */
export interface MatterPlace {
  /** '/matters' or '/receipt'. */
  root: string
  title: string
}

/** One of the person's matters, as a card. */
export interface OwnMatter extends Stages {
  id: string
  /** Below the place where one looks: <slug>/<id>. */
  path: string
  title: string
  isOpen: boolean
  badge?: { words: string; tone: 'quiet' | 'honey' | 'green' | 'red' }
  /** Who has it. */
  who?: string
  /** Until when. */
  until?: string
  /** What the person can do now. */
  action?: { title: string; path: string }
}

/** The clock stands with the stage that it presses. */
export const withDue = (steps: readonly Step[], current: number, due: string | null): Step[] =>
  steps.map((step, index) => (index === current && due ? { ...step, due } : step))
