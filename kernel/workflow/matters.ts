import { sql } from 'kysely'
import type { z } from 'zod'
import { endOf, requireReach, whereReach } from '../access/permissions.ts'
import type { Ctx } from '../ctx.ts'
import type { Schema } from '../db/schema.gen.ts'
import type { caseShapes, listed } from './contract.ts'
import type { Workflow } from './define.ts'
import { listOrder, pageInOrder } from './list-order.ts'
import { type CaseLine, type CaseRow, type CaseTable, getRecord, type RowOf } from './record.ts'
import { type Done, verbsOf } from './verbs.ts'

type Shapes<S extends string, V extends string> = ReturnType<typeof caseShapes<S, V>>
type Row<S extends string> = z.output<Shapes<S, string>['Row']>
type Event = z.output<typeof import('./contract.ts').CaseEvent>
type Clock = z.output<typeof import('./contract.ts').CaseClock>

const placeName = sql<string>`coalesce((select o.short_name from orgs o where o.federation_id = c.federation_id and o.path = c.org_path), '')`

/**
 * One page of a line's matters within reach of `<slug>.read`, those in hand by the clock, the others newest first: the index cards hold all that a list shows, so one statement answers.
 * @throws Failure 401/403 without the permission, 400 a place in the list that is none
 */
export async function listMatters<T extends CaseTable, S extends string, V extends string>(
  ctx: Ctx,
  line: CaseLine<T, S, V>,
  input: z.output<typeof listed>,
): Promise<{ rows: Row<S>[]; next: string | null }> {
  const reach = requireReach(line.permissions, `${line.slug}.read`, ctx.actor)
  const order = listOrder(input.scope, input.after)
  const { under } = input
  const rows = await ctx.tx
    .selectFrom('cases as c')
    .select(['c.id', 'c.number', 'c.title', 'c.state', 'c.created_at as createdAt'])
    .select(['c.next_verb as nextVerb', 'c.next_due_at as nextDueAt', placeName.as('place'), order.at.as('at')])
    .where('c.federation_id', '=', ctx.actor.federationId)
    .where('c.line', '=', line.slug)
    .where(whereReach<Schema & { c: Schema['cases'] }, 'c'>(reach, ctx.actor))
    .$if(input.scope !== 'all', (q) => q.where('c.is_open', '=', input.scope === 'open'))
    .$if(under !== undefined, (q) =>
      q.where('c.org_path', '>=', under ?? '').where('c.org_path', '<', endOf(under ?? '')),
    )
    .where(order.isBehind)
    .orderBy(order.by)
    .limit(input.limit + 1)
    .execute()
  const page = pageInOrder(rows, input.limit)
  return { ...page, rows: page.rows.map((row) => ({ ...row, state: row.state as S })) }
}

/**
 * One matter within reach of `<slug>.read` with what every matter's page shows (number, state, place, history, clocks, verbs), beside its whole row.
 * @throws Failure 404/403 as `getRecord`
 */
export async function getMatter<T extends CaseTable, S extends string, V extends string>(
  ctx: Ctx,
  line: CaseLine<T, S, V>,
  id: string,
) {
  const row: RowOf<T> = await getRecord(ctx, line as unknown as CaseLine<T>, `${line.slug}.read`, id)
  const [place, events, clocks] = await Promise.all([
    placeOf(ctx, row),
    historyOf(ctx, line.workflow, id),
    clocksOf(ctx, id),
  ])
  const plain: CaseRow = row
  const matter = {
    id: plain.id,
    number: plain.number,
    title: plain.title,
    state: plain.state as S,
    place,
    createdAt: plain.created_at,
    events: events.map(({ actorId: _, ...event }) => event),
    clocks,
    verbs: verbsOf(line, ctx.actor, row, events),
  }
  return { row, matter }
}

async function placeOf(ctx: Ctx, row: CaseRow): Promise<string> {
  const place = await ctx.tx
    .selectFrom('orgs')
    .select('short_name')
    .where('federation_id', '=', row.federation_id)
    .where('path', '=', row.org_path)
    .executeTakeFirst()
  return place?.short_name ?? ''
}

/** What happened to a matter, oldest first, at most 500; with who did it, for the separation of duties. */
export async function historyOf(ctx: Ctx, workflow: Workflow, id: string): Promise<(Event & Done)[]> {
  const rows = await ctx.tx
    .selectFrom('case_events')
    .select([
      'id',
      'verb',
      'at',
      'to_state as toState',
      'actor_id as actorId',
      'actor_name as actorName',
      'actor_org as actorOrg',
      'note',
      'message',
    ])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, title: workflow.steps[row.verb]?.title ?? row.verb }))
}

/** The clocks of a matter, in the order they were started. */
export const clocksOf = (ctx: Ctx, id: string): Promise<Clock[]> =>
  ctx.tx
    .selectFrom('deadlines')
    .select([
      'name',
      'title',
      'clock',
      'basis',
      'rule',
      'rule_version as version',
      'started_at as startedAt',
      'due_at as dueAt',
      'met_at as metAt',
      'cancelled_at as cancelledAt',
      'paused_at as pausedAt',
      'extensions',
    ])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('record_id', '=', id)
    .orderBy('started_at')
    .orderBy('due_at')
    .execute()
