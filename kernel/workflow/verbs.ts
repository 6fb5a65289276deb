import type { Actor } from '../access/actor.ts'
import { mayAct, reachOf } from '../access/permissions.ts'
import type { Step, Verb } from './define.ts'
import type { CaseLine, CaseRow, CaseTable } from './record.ts'

/**
 * The verbs that travel with a record: those of its state that the actor's role holds. One that is out of reach comes along disabled and says why;
 * one of other states does not come. `refusals` adds a line's own reasons (verb → why not).
 */
export function verbsOf<T extends CaseTable, S extends string, V extends string>(
  line: CaseLine<T, S, V>,
  actor: Actor,
  record: CaseRow,
  refusals: Partial<Record<V, string>> = {},
): Verb[] {
  const steps = Object.entries(line.workflow.steps) as [V, Step<S>][]
  return steps.flatMap(([verb, step]) => {
    const reach = reachOf(line.permissions, `${line.slug}.${verb}`, actor)
    if (!reach || !step.from.includes(record.state as S)) return []
    const why = mayAct(reach, actor, record) ? refusals[verb] : '现在由别的工会承办'
    return [{ verb, title: step.title, enabled: why === undefined, why, primary: step.primary ?? false }]
  })
}
