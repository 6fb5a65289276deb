import type { OutputOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { getRecord } from '../../kernel/workflow/record.ts'
import { caseLine } from './case-line.ts'
import type { contract } from './contract.ts'
import type { TransferRow } from './effect.ts'
import { type TransferState, type TransferVerb, workflow } from './workflow.ts'

type Followed = OutputOf<typeof contract.follow>

/** The person's own matters, newest first. */
export async function listOwn(ctx: Ctx): Promise<Followed[]> {
  if (!ctx.actor.personId) return []
  const rows = await ctx.tx
    .selectFrom('transfers')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('owner_id', '=', ctx.actor.personId)
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute()
  return followedOf(ctx, rows)
}

/** One own matter as the person reads it. @throws Failure 404 it is somebody else's */
export async function followOne(ctx: Ctx, id: string): Promise<Followed> {
  const row = await getRecord(ctx, caseLine, 'transfers.follow', id)
  const [followed] = await followedOf(ctx, [row])
  return followed as Followed
}

/** Two statements, however many matters there are. */
async function followedOf(ctx: Ctx, rows: readonly TransferRow[]): Promise<Followed[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const [hands, steps] = await Promise.all([whoHas(ctx, ids), stepsOf(ctx, ids)])
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state,
    stateTitle: workflow.states[row.state],
    createdAt: row.created_at,
    kind: row.kind,
    unitName: hands.get(row.id)?.unitName ?? '',
    dueAt: hands.get(row.id)?.dueAt ?? null,
    isOpen: row.closed_at === null,
    canWithdraw: workflow.steps.withdraw.from.includes(row.state),
    steps: steps.get(row.id) ?? [],
  }))
}

async function whoHas(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.tx
    .selectFrom('cases as c')
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'c.federation_id').onRef('o.path', '=', 'c.unit_path'),
    )
    .select(['c.id', 'o.name as unitName', 'c.next_due_at as dueAt'])
    .where('c.federation_id', '=', ctx.actor.federationId)
    .where('c.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** What the person was told, in order. */
async function stepsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Followed['steps']>> {
  const rows = await ctx.tx
    .selectFrom('case_events')
    .select(['record_id', 'verb', 'at', 'message', 'to_state'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', 'in', ids)
    .where('message', '<>', '')
    .orderBy('at')
    .orderBy('id')
    .execute()
  const byRecord = Map.groupBy(rows, (row) => row.record_id)
  return new Map(
    [...byRecord].map(([id, events]) => [
      id,
      events.map(({ verb, at, message, to_state }) => ({
        title: workflow.steps[verb as TransferVerb].title,
        at,
        message,
        toState: to_state as TransferState,
      })),
    ]),
  )
}
