import type { Step } from '../stepper/step-words.ts'

/** What the kit needs to know of a line's workflow. */
export interface MatterWorkflow {
  states: Readonly<Record<string, string>>
  /** The straight way. */
  path: readonly string[]
  final: readonly string[]
  paused: readonly string[]
  steps: Readonly<Record<string, { to?: string | undefined }>>
  clocks: Readonly<Record<string, { verb: string }>>
}

type Names = Readonly<Record<string, string>>

interface Moved {
  state: string
  events: readonly { at: string; toState: string }[]
  clocks: readonly {
    name: string
    dueAt: string
    metAt: string | null
    cancelledAt: string | null
    pausedAt: string | null
  }[]
}

export interface Way {
  steps: Step[]
  /** Index of the step under way. */
  current: number
  /** The way ended early or stands still: 不受理, 已撤回, 已挂起. */
  stopped: string | undefined
}

/**
 * The straight way of a matter with the times at which each step was taken, or has to be. `titles` names steps otherwise than their states,
 * `standsAt` puts states that are off the way at a step of it, `metAt` says at which step a clock is met when it is not where its verb leads.
 */
export function wayOfMatter(
  workflow: MatterWorkflow,
  { state, events, clocks }: Moved,
  { titles = {}, standsAt = {}, metAt = {} }: { titles?: Names; standsAt?: Names; metAt?: Names } = {},
): Way {
  const { path, final, paused, states } = workflow
  const reached = (step: string) =>
    events.findLast(({ toState }, i) => toState === step && events[i - 1]?.toState !== step)?.at
  const leadsTo = (clock: string) => metAt[clock] ?? workflow.steps[workflow.clocks[clock]?.verb ?? '']?.to
  const due = (step: string) =>
    clocks
      .filter((clock) => leadsTo(clock.name) === step && !clock.metAt && !clock.cancelledAt && !clock.pausedAt)
      .map(({ dueAt }) => dueAt)
      .sort()[0]
  const placed = (one: string) => standsAt[one] ?? one
  const stands = [state, ...events.toReversed().map(({ toState }) => toState), path[0] ?? ''].find((one) =>
    path.includes(placed(one)),
  )
  const isStopped = state !== path.at(-1) && final.includes(state)
  return {
    steps: path.map((step) => ({ title: titles[step] ?? states[step] ?? step, at: reached(step), due: due(step) })),
    current: path.indexOf(placed(stands ?? '')) + 1,
    stopped: isStopped || paused.includes(state) ? states[state] : undefined,
  }
}
