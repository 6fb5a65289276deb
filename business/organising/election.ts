import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { type Election, latestElection, openElection } from '../elections/public.ts'
import { caseLine, type FoundingRow } from './case-line.ts'
import type { contract } from './contract.ts'
import { headsOf } from './members.ts'
import { electionFault, seatsFault } from './rules/form.ts'
import { steppedOf, take } from './steps.ts'

type Input = ParsedOf<typeof contract.elect>

/** The election that hangs on a founding: the last one that was not cancelled. */
export const electionOfFounding = (ctx: Ctx, foundingId: string): Promise<Election | null> =>
  latestElection(ctx, { line: 'organising', recordId: foundingId })

/** Enough members: the first election begins, in the line of elections. */
export async function elect(ctx: Ctx, input: Input): Promise<OutputOf<typeof contract.elect>> {
  const row = await take(ctx, 'elect', input.id, { note: input.note })
  return { ...steppedOf(row), electionId: await openFirst(ctx, row, input) }
}

/** Once more, after the election was cancelled or its result refused. */
export async function electAgain(ctx: Ctx, input: Input): Promise<OutputOf<typeof contract.electAgain>> {
  const row = await take(ctx, 'electAgain', input.id, { note: input.note })
  const last = await electionOfFounding(ctx, row.id)
  if (last && last.state !== 'rejected')
    fail(409, `上一次选举（${last.number}）是“${last.stateTitle}”，取消或不予批复后才能重新选举`)
  return { ...steppedOf(row), electionId: await openFirst(ctx, row, input) }
}

async function openFirst(ctx: Ctx, row: FoundingRow, input: Input): Promise<string> {
  const heads = await headsOf(ctx, row.id)
  const fault = electionFault(row.body, heads, ctx.today) ?? seatsFault(row.body, input, heads, ctx.today)
  if (fault) fail(422, fault)
  return openElection(ctx, {
    orgId: null,
    orgPath: row.org_path,
    unionName: row.union_name,
    subject: { line: 'organising', recordId: row.id },
    purpose: 'first',
    body: input.isCongress ? 'congress' : 'general',
    membersCount: heads.members,
    ...(input.isCongress && input.expected !== undefined ? { expectedCount: input.expected } : {}),
    termYears: row.term_years,
    seats: row.body === 'organiser' ? [{ duty: 'chair', seats: 1, isEqual: true }] : seatsOf(input),
  })
}

/** Three and more members of a committee have a chair; one stands alone. */
function seatsOf({ committee, vice, audit, women }: Input) {
  const some = (duty: 'committee' | 'audit_committee' | 'women_committee', seats: number) =>
    seats > 0 ? [{ duty, seats }] : []
  const head = (duty: 'vice_chair' | 'audit_chair' | 'women_chair', seats: number) =>
    seats > 0 ? [{ duty, seats, isEqual: true }] : []
  return [
    ...some('committee', committee),
    { duty: 'chair' as const, seats: 1, isEqual: true },
    ...head('vice_chair', vice),
    ...some('audit_committee', audit),
    ...head('audit_chair', audit >= 3 ? 1 : 0),
    ...some('women_committee', women),
    ...head('women_chair', women >= 3 ? 1 : 0),
  ]
}

/** The election of a founding, come at least so far. @throws Failure 409 saying where it stands and what is missing */
export async function requireElection(
  ctx: Ctx,
  foundingId: string,
  states: readonly Election['state'][],
  missing: string,
): Promise<Election> {
  const election = await electionOfFounding(ctx, foundingId)
  if (!election) return fail(409, '选举已经取消，请先重新选举')
  if (!states.includes(election.state)) {
    fail(409, `选举 ${election.number} 现在是“${election.stateTitle}”，${missing}`, { electionId: election.id })
  }
  return election
}

/** Before any step: does the actor see the founding at all? */
export const seen = (ctx: Ctx, id: string): Promise<FoundingRow> => getRecord(ctx, caseLine, 'organising.read', id)
