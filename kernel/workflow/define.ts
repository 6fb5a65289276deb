import { z } from 'zod'

/** A clock that a step starts and another stops. `rule` may hold a column of the record: `appeals.answer.{difficulty}`. */
export type ClockUse = { rule: string; verb: string; opens: readonly string[]; meets: readonly string[] }

export type Step<S extends string> = {
  title: string
  from: readonly S[]
  /** The state it leads to; absent = the state stays (a note, an extension). */
  to?: S
  /** Separation of duties: not by the person who did this other step on the same record. */
  notBy?: string
  /** What the worker reads about it; absent = not shown to the worker. */
  tells?: string
  /** The one primary verb of its states. */
  primary?: boolean
  /** Needs a reason in the note. */
  asksWhy?: boolean
}

export type Workflow<S extends string = string, V extends string = string> = {
  line: string
  start: S
  states: Readonly<Record<S, string>>
  /** The straight way, for the stepper. */
  path: readonly S[]
  final: readonly S[]
  steps: Readonly<Record<V, Step<S>>>
  clocks: Readonly<Record<string, ClockUse>>
  /** States in which all clocks stand still. */
  paused: readonly S[]
}

/** States, verbs and clocks of a line, as data read by server and screen alike. A step to a state that does not exist does not compile. */
export const defineWorkflow = <const S extends string, const V extends string>(workflow: {
  line: string
  start: NoInfer<S>
  states: Record<S, string>
  path: readonly NoInfer<S>[]
  final: readonly NoInfer<S>[]
  steps: Record<V, Step<NoInfer<S>>>
  clocks: Record<string, { rule: string; verb: NoInfer<V>; opens: readonly NoInfer<V>[]; meets: readonly NoInfer<V>[] }>
  paused?: readonly NoInfer<S>[]
}): Workflow<S, V> => ({ paused: [], ...workflow })

/** Zod enum of the workflow's states, with literal types. */
export const statesOf = <S extends string, V extends string>(workflow: Workflow<S, V>) =>
  z.enum(Object.keys(workflow.states) as [S, ...S[]])

/** A verb as it travels with a record: may this person do it now, and if not, why. */
export const Verb = z.object({
  verb: z.string(),
  title: z.string(),
  enabled: z.boolean(),
  why: z.string().optional(),
  primary: z.boolean(),
})
export type Verb = z.output<typeof Verb>

/** Mermaid state diagram of a workflow, for the line's README. */
export function diagramOf(workflow: Workflow): string {
  const arrows = Object.values(workflow.steps).flatMap((step) =>
    step.to === undefined ? [] : step.from.map((from) => `  ${from} --> ${step.to}: ${step.title}`),
  )
  const names = Object.entries(workflow.states).map(([state, title]) => `  ${state}: ${title}`)
  return [
    'stateDiagram-v2',
    `  [*] --> ${workflow.start}`,
    ...names,
    ...arrows,
    ...workflow.final.map((state) => `  ${state} --> [*]`),
  ].join('\n')
}
