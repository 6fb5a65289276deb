import { uuidv7 } from 'uuidv7'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { nextNumber } from '../../kernel/workflow/numbers.ts'
import { openCase } from '../../kernel/workflow/open.ts'
import { caseLine } from './case-line.ts'
import { faultOfBody, mayBeEqual } from './rules/sizes.ts'
import { type Body, type Duty, isQuestion, type Purpose, purposes } from './rules/words.ts'
import { workflow } from './workflow.ts'

export type NewSeat = { duty: Duty; seats: number; isEqual?: boolean }

/** What an election begins with. */
export type NewElection = {
  /** The union; null while it is being founded. */
  orgId: string | null
  /** Path of the union, or of the place of the founding: it says who sees it and acts. */
  orgPath: string
  /** As printed on notice, ballot and result form. */
  unionName: string
  /** The record of another line that it belongs to. */
  subject?: { line: string; recordId: string } | null
  purpose: Purpose
  body: Body
  /** Members with a vote. */
  membersCount: number
  /** Those who should attend: delegates of a congress; left out = all members. */
  expectedCount?: number
  /** Three or five years; for a first election and a new term. */
  termYears?: number | null
  plannedOn?: string | null
  seats: readonly NewSeat[]
}

/** Opens one election. @throws Failure 409 one is open already, 422 numbers that break a rule */
export async function openOne(
  ctx: Ctx,
  input: NewElection,
): Promise<{ id: string; number: string; state: 'prepared' }> {
  await refuseSecond(ctx, input)
  const id = uuidv7()
  const number = await nextNumber(ctx, 'XJ')
  const figures = checkFigures(ctx, input)
  await openCase(ctx, caseLine, 'open', {
    id,
    number,
    title: `${input.unionName}${purposes[input.purpose]}`,
    summary: purposes[input.purpose],
    org_path: input.orgPath,
    unit_path: input.orgPath,
    owner_id: null,
    assignee_id: null,
    org_id: input.orgId,
    subject_line: input.subject?.line ?? '',
    subject_id: input.subject?.recordId ?? null,
    union_name: input.unionName,
    purpose: input.purpose,
    planned_on: input.plannedOn ?? null,
    ...figures,
  })
  await writeSeats(ctx, id, input.seats)
  return { id, number, state: workflow.start as 'prepared' }
}

/** The numbers of an election as columns, once they keep the rules. @throws Failure 422 */
export function checkFigures(ctx: Ctx, input: Omit<NewElection, 'orgId' | 'orgPath' | 'unionName' | 'subject'>) {
  const expected = input.expectedCount ?? input.membersCount
  const fault = faultOfBody(input.body, input.membersCount, expected) ?? faultOfSeats(ctx, input)
  if (fault) fail(422, fault)
  const hasTerm = input.purpose === 'first' || input.purpose === 'term'
  const years = input.termYears ?? null
  if (hasTerm && years !== 3 && years !== 5) fail(422, '一届任期是三年或五年，请选择')
  return {
    body: input.body,
    members_count: input.membersCount,
    expected_count: expected,
    term_years: hasTerm ? years : null,
  }
}

function faultOfSeats(ctx: Ctx, { purpose, seats }: Pick<NewElection, 'purpose' | 'seats'>): string | null {
  if (seats.length === 0) return '请至少写一项要选的职务和名额'
  if (new Set(seats.map(({ duty }) => duty)).size < seats.length) return '同一职务写了两次，请合并'
  if (seats.some(({ duty }) => (duty === 'motion') !== (purpose === 'vote')))
    return '议案用于表决，职务用于选举和罢免，请核对'
  const chairs = seats.find(({ duty }) => duty === 'chair')
  if (chairs && chairs.seats !== 1) return '主席只有一名，请改名额'
  const wrong = seats.find(({ duty, isEqual }) => isEqual && !isQuestion(purpose) && !mayBeEqual(duty, ctx.today))
  return wrong ? '委员、经审委员和会员代表要差额选举，不能选等额' : null
}

async function refuseSecond(ctx: Ctx, { orgId, subject, purpose }: NewElection): Promise<void> {
  const other = await ctx.tx
    .selectFrom('elections')
    .select('number')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('state', 'not in', ['confirmed', 'rejected', 'cancelled'])
    .where('purpose', '=', purpose)
    .$if(orgId !== null, (q) => q.where('org_id', '=', orgId))
    .$if(orgId === null, (q) =>
      q.where('subject_line', '=', subject?.line ?? '').where('subject_id', '=', subject?.recordId ?? null),
    )
    .executeTakeFirst()
  if (other) fail(409, `已经有一次${purposes[purpose]}在办（${other.number}），请从列表打开它`)
}

/** Replaces what is to be elected. */
export async function writeSeats(ctx: Ctx, id: string, seats: readonly NewSeat[]): Promise<void> {
  const rows = seats.map(({ duty, seats: count, isEqual }) => ({
    federation_id: ctx.actor.federationId,
    election_id: id,
    duty,
    seats: count,
    is_equal: isEqual ?? false,
  }))
  await ctx.tx.insertInto('election_seats').values(rows).execute()
}
