import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { getRecord, type RowOf } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import { type MembershipVerb, workflow } from './workflow.ts'

type Followed = OutputOf<typeof contract.follow>
type Row = RowOf<'membership'>

/** The worker's own applications, newest first. */
export async function listMine(ctx: Ctx): Promise<Followed[]> {
  if (!ctx.actor.personId) return []
  const rows = await ctx.tx
    .selectFrom('membership')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('owner_id', '=', ctx.actor.personId)
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute()
  return followedOf(ctx, rows)
}

/** One own application as the worker reads it. @throws Failure 404 it is somebody else's */
export async function followOne(ctx: Ctx, id: string): Promise<Followed> {
  const row = await getRecord(ctx, caseLine, 'membership.follow', id)
  const [followed] = await followedOf(ctx, [row])
  return followed as Followed
}

/** Two statements, however many there are. */
async function followedOf(ctx: Ctx, rows: readonly Row[]): Promise<Followed[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const [hands, steps] = await Promise.all([whoHas(ctx, ids), stepsOf(ctx, ids)])
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state,
    stateTitle: workflow.states[row.state],
    unionName: hands.get(row.id)?.unionName ?? '',
    unitName: hands.get(row.id)?.unitName ?? '',
    createdAt: row.created_at,
    dueAt: hands.get(row.id)?.dueAt ?? null,
    isOpen: row.closed_at === null,
    askedFor: row.asked_for,
    transferId: row.transfer_id,
    steps: steps.get(row.id) ?? [],
    canWithdraw: workflow.steps.withdraw.from.includes(row.state),
    canResubmit: workflow.steps.resubmit.from.includes(row.state),
  }))
}

async function whoHas(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.tx
    .selectFrom('cases as c')
    .leftJoin('orgs as u', (join) =>
      join.onRef('u.federation_id', '=', 'c.federation_id').onRef('u.path', '=', 'c.unit_path'),
    )
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'c.federation_id').onRef('o.path', '=', 'c.org_path'),
    )
    .select(['c.id', 'u.name as unitName', 'o.name as unionName', 'c.next_due_at as dueAt'])
    .where('c.federation_id', '=', ctx.actor.federationId)
    .where('c.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const titles: Readonly<Record<string, { title: string }>> = workflow.steps satisfies Record<
  MembershipVerb,
  { title: string }
>

/** What the worker was told, in order. */
async function stepsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Followed['steps']>> {
  const rows = await ctx.tx
    .selectFrom('case_events')
    .select(['record_id', 'verb', 'at', 'message', 'to_state as toState'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', 'in', ids)
    .where('message', '<>', '')
    .orderBy('at')
    .orderBy('id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.record_id)].map(([id, events]) => [
      id,
      events.map(({ verb, at, message, toState }) => ({ title: titles[verb]?.title ?? verb, at, message, toState })),
    ]),
  )
}
