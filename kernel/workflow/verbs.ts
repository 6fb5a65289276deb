import type { Actor } from '../access/actor.ts'
import { mayAct, reachOf } from '../access/permissions.ts'
import type { Step, Verb } from './define.ts'
import type { CaseLine, CaseRow, CaseTable } from './record.ts'

/**
 * The verbs that travel with a record: those of its state that the actor's role holds. One that is out of reach comes along disabled and says why;
 * one of other states does not come. `events` of the record, when given, tell which verb separation of duties keeps from this person.
 */
export function verbsOf<T extends CaseTable, S extends string, V extends string>(
  line: CaseLine<T, S, V>,
  actor: Actor,
  record: CaseRow,
  events: readonly Done[] = [],
): Verb[] {
  const steps = Object.entries(line.workflow.steps) as [V, Step<S>][]
  return steps.flatMap(([verb, step]) => {
    const reach = reachOf(line.permissions, `${line.slug}.${verb}`, actor)
    if (!reach || !step.from.includes(record.state as S)) return []
    const why = mayAct(reach, actor, record) ? otherHandsOnly(line, step, actor, events) : '现在由别的工会承办'
    return [{ verb, title: step.title, enabled: why === undefined, why, primary: step.primary ?? false }]
  })
}

/** What happened to a record: which verb, by whom. */
export type Done = { verb: string; actorId: string | null }

function otherHandsOnly<T extends CaseTable, S extends string, V extends string>(
  line: CaseLine<T, S, V>,
  step: Step<S>,
  actor: Actor,
  events: readonly Done[],
): string | undefined {
  const last = events.findLast((event) => event.verb === step.notBy)
  if (!step.notBy || !last?.actorId || last.actorId !== actor.personId) return undefined
  return `${line.workflow.steps[step.notBy as V].title}和${step.title}要由两个人做`
}
