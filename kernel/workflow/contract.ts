import { z } from 'zod'
import { shapes } from '../contract/contract.ts'
import { statesOf, Verb, type Workflow } from './define.ts'

const instantOrNull = shapes.instant.nullable()

/** What a list of matters is asked for. */
export const listed = z.object({
  ...shapes.page,
  scope: z.enum(['open', 'closed', 'all']).default('open'),
  /** Only matters of this union and below. */
  under: z.string().max(200).optional(),
})

/** What happened to a matter, as officers read it; `message` is what the worker was told. */
export const CaseEvent = z.object({
  id: shapes.id,
  verb: z.string(),
  title: z.string(),
  at: shapes.instant,
  toState: z.string(),
  actorName: z.string(),
  actorOrg: z.string(),
  note: z.string(),
  message: z.string(),
})

/** A clock of a matter with the rule it comes from. */
export const CaseClock = z.object({
  name: z.string(),
  title: z.string(),
  clock: z.enum(['legal', 'inner']),
  basis: z.string(),
  rule: z.string(),
  version: z.int(),
  startedAt: shapes.instant,
  dueAt: shapes.instant,
  metAt: instantOrNull,
  cancelledAt: instantOrNull,
  pausedAt: instantOrNull,
  extensions: z.int(),
})

/** The shapes that every line with a workflow shares, with its own states. */
export const caseShapes = <S extends string, V extends string>(workflow: Workflow<S, V>) => {
  const State = statesOf(workflow)
  const Row = z.object({
    id: shapes.id,
    number: z.string(),
    title: z.string(),
    state: State,
    place: z.string(),
    createdAt: shapes.instant,
    nextVerb: z.string().nullable(),
    nextDueAt: instantOrNull,
  })
  return {
    State,
    /** What every step answers: enough to know where the matter stands now. */
    Stepped: Row.pick({ id: true, number: true, state: true }),
    /** A matter in a list. */
    Row,
    /** A matter on its page; a line extends it with its own fields. */
    Matter: Row.omit({ nextVerb: true, nextDueAt: true }).extend({
      events: z.array(CaseEvent),
      clocks: z.array(CaseClock),
      verbs: z.array(Verb),
    }),
    /** The own matter as its owner reads it: who has it, until when, what happened; no internal notes. A line takes what it shows and adds to it. */
    Followed: Row.pick({ id: true, number: true, title: true, state: true, createdAt: true }).extend({
      stateTitle: z.string(),
      isOpen: z.boolean(),
      /** The union that must act now. */
      unitName: z.string(),
      assigneeName: z.string().nullable(),
      dueAt: instantOrNull,
      steps: z.array(z.object({ title: z.string(), at: shapes.instant, message: z.string(), toState: State })),
    }),
  }
}
