import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { getOrg } from '../../kernel/org/queries.ts'
import type { Elected, Duty as OfficerDuty } from '../../kernel/org/terms.ts'
import { electionById, latestOf } from './found.ts'
import { type NewElection, openOne } from './open.ts'
import type { Purpose } from './rules/words.ts'
import type { ElectionState } from './workflow.ts'

export {
  countElection,
  isQuorate,
  type Outcome,
  type Ratio,
  type Standard,
  type Tally,
  unionStandard,
  type Votes,
} from './rules/count.ts'
export type { Body, Duty, Purpose } from './rules/words.ts'
export type { ElectionState, NewElection }

/** What another line may know of an election. */
export type Election = {
  id: string
  number: string
  state: ElectionState
  /** Its state in Chinese. */
  stateTitle: string
  purpose: Purpose
  orgId: string | null
  termYears: number | null
  heldOn: string | null
  /** First day in office; null until the union above has confirmed. */
  fromOn: string | null
  /** Who was elected to what by the count as it stands; binding once confirmed. Empty for a recall or a vote. */
  elected: Elected[]
  /** Who was recalled from what. Empty but for a recall. */
  recalled: { personId: string; duty: OfficerDuty }[]
}

/**
 * Opens an election for a union, or for a founding whose union is not there yet (`orgId` null, `subject` the founding). The caller has judged the
 * permission of its own step. @param input.orgPath path of the union, or of the place of the founding @returns the election's id
 * @throws Failure 409 when the same union or subject has one open, 422 numbers that break a rule
 */
export async function openElection(ctx: Ctx, input: NewElection): Promise<string> {
  const { audit } = ctx
  const { id } = await openOne(ctx, input)
  ctx.audit = audit
  return id
}

/** An election in sight. @throws Failure 404 */
export const electionOf = (ctx: Ctx, id: string): Promise<Election> => electionById(ctx, id)

/** The latest election of a subject or of a union, or null; cancelled ones do not count. */
export const latestElection = (
  ctx: Ctx,
  of: { line: string; recordId: string } | { orgId: string },
): Promise<Election | null> => latestOf(ctx, of)

/** Has the union above confirmed the result (上级批复)? Only then do the elected take office. */
export const isConfirmed = (election: Pick<Election, 'state'> | null): boolean => election?.state === 'confirmed'

/**
 * Ties an election held for a founding to the union that came of it: from now on it lies with that union, whose chair sees it.
 * @throws Failure 404 no such election or union in reach
 */
export async function bindElection(ctx: Ctx, id: string, orgId: string): Promise<void> {
  const { path } = await getOrg(ctx, { id: orgId })
  const bound = await ctx.tx
    .updateTable('elections')
    .set({ org_id: orgId, org_path: path, unit_path: path })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (bound.numUpdatedRows !== 1n) fail(404, '没有找到这次选举，请从列表重新进入')
}
