import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Election } from './public.ts'
import { workflow } from './workflow.ts'

const selected = [
  'e.id',
  'e.number',
  'e.state',
  'e.purpose',
  'e.org_id as orgId',
  'e.term_years as termYears',
  'e.held_on as heldOn',
  'e.from_on as fromOn',
] as const

const base = (ctx: Ctx) =>
  ctx.tx.selectFrom('elections as e').select(selected).where('e.federation_id', '=', ctx.actor.federationId)

type Found = Awaited<ReturnType<ReturnType<typeof base>['executeTakeFirstOrThrow']>>

export async function electionById(ctx: Ctx, id: string): Promise<Election> {
  const row = await base(ctx).where('e.id', '=', id).executeTakeFirst()
  if (!row) fail(404, '没有找到这次选举，请从列表重新进入')
  return withElected(ctx, row)
}

export async function latestOf(
  ctx: Ctx,
  of: { line: string; recordId: string } | { orgId: string },
): Promise<Election | null> {
  const row = await base(ctx)
    .where('e.state', '!=', 'cancelled')
    .$if('orgId' in of, (q) => q.where('e.org_id', '=', 'orgId' in of ? of.orgId : null))
    .$if('line' in of, (q) =>
      q
        .where('e.subject_line', '=', 'line' in of ? of.line : '')
        .where('e.subject_id', '=', 'line' in of ? of.recordId : null),
    )
    .orderBy('e.created_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? withElected(ctx, row) : null
}

async function withElected(ctx: Ctx, row: Found): Promise<Election> {
  const chosen = await ctx.tx
    .selectFrom('election_candidates')
    .select(['person_id', 'duty', 'is_full_time'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('election_id', '=', row.id)
    .where('outcome', '=', 'elected')
    .orderBy('duty')
    .orderBy('position')
    .execute()
  const people = chosen.flatMap(({ person_id, duty, is_full_time }) =>
    person_id && duty !== 'motion' ? [{ personId: person_id, duty, isFullTime: is_full_time }] : [],
  )
  return {
    ...row,
    stateTitle: workflow.states[row.state],
    elected: row.purpose === 'recall' ? [] : people,
    recalled: row.purpose === 'recall' ? people.map(({ personId, duty }) => ({ personId, duty })) : [],
  }
}
