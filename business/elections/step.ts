import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { advance, type Change } from '../../kernel/workflow/advance.ts'
import type { RowOf } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import type { workflow } from './workflow.ts'

export type ElectionRow = RowOf<'elections'>
export type Input<K extends keyof typeof contract> = ParsedOf<(typeof contract)[K]>
export type Stepped = OutputOf<typeof contract.cancel>
export type Verb = keyof typeof workflow.steps

/** Takes a step first: whoever may not, or comes too late, is refused before anything else is judged. What fails later undoes it. */
export const take = (ctx: Ctx, verb: Verb, id: string, change: Change<'elections'> = {}): Promise<ElectionRow> =>
  advance(ctx, caseLine, verb, id, change)

export const stepped = ({ id, number, state }: ElectionRow): Stepped => ({ id, number, state })

/** Refuses with all faults in one sentence. @throws Failure 422 when there is any */
export function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) fail(422, faults.join('；'))
}

export const own = (ctx: Ctx, electionId: string) => ({
  federation_id: ctx.actor.federationId,
  election_id: electionId,
})
