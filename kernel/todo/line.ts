import { sql } from 'kysely'
import { endOfDay } from '../calendar/days.ts'
import type { Ctx } from '../ctx.ts'
import { defineLine, type Line } from '../line.ts'
import { listOrder, pageInOrder } from '../workflow/list-order.ts'
import { contract } from './contract.ts'
import { permissions } from './permissions.ts'

/** Verbs that separation of duties keeps from whoever handled the matter. */
const othersVerbs = (ctx: Ctx): string[] => [
  '',
  ...ctx.house.lines.flatMap((line) =>
    Object.entries(line.workflow?.steps ?? {}).flatMap(([verb, step]) => (step.notBy ? [verb] : [])),
  ),
]

const base = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('cases as c')
    .where('c.federation_id', '=', ctx.actor.federationId)
    .where('c.is_open', '=', true)
    .where((eb) =>
      eb.or([
        eb('c.assignee_id', '=', ctx.actor.personId),
        // What is assigned to nobody in person is the to-do of the union that has it.
        eb.and([eb('c.assignee_id', 'is', null), eb('c.unit_path', '=', ctx.actor.orgPath)]),
        // What somebody else than its handler must do next is the union's again.
        eb.and([eb('c.unit_path', '=', ctx.actor.orgPath), eb('c.next_verb', 'in', othersVerbs(ctx))]),
      ]),
    )

/** Everything this post has to do, across all lines, by the clock. */
async function list(ctx: Ctx, input: { after?: string | undefined; limit: number }) {
  const order = listOrder('open', input.after)
  const rows = await base(ctx)
    .select([
      'c.id',
      'c.line',
      'c.number',
      'c.title',
      'c.summary',
      'c.source',
      'c.state',
      'c.next_verb as verb',
      'c.next_due_at as dueAt',
      order.at.as('at'),
    ])
    .select(
      sql<string>`coalesce((select o.short_name from orgs o where o.federation_id = c.federation_id and o.path = c.org_path), '')`.as(
        'place',
      ),
    )
    .where(order.isBehind)
    .orderBy(order.by)
    .limit(input.limit + 1)
    .execute()
  const soon = sql<string>`${ctx.now}::timestamptz + interval '3 days'`
  const counts = await base(ctx)
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where c.next_due_at < ${ctx.now})`.as('late'),
      sql<number>`count(*) filter (where c.next_due_at <= ${endOfDay(ctx.today)})`.as('today'),
      sql<number>`count(*) filter (where c.next_due_at >= ${ctx.now} and c.next_due_at < ${soon})`.as('soon'),
    ])
    .executeTakeFirstOrThrow()
  const page = pageInOrder(rows, input.limit)
  return { ...page, rows: page.rows.map((row) => ({ ...row, ...titlesOf(ctx, row) })), ...counts }
}

const counts = (ctx: Ctx) =>
  base(ctx)
    .select(['c.line', sql<number>`count(*)`.as('open')])
    .groupBy('c.line')
    .execute()

/** The person's own matters of all lines, newest first. */
async function mine(ctx: Ctx) {
  if (!ctx.actor.personId) return []
  const rows = await ctx.tx
    .selectFrom('cases as c')
    .select(['c.id', 'c.line', 'c.number', 'c.title', 'c.state', 'c.next_due_at as dueAt', 'c.is_open as isOpen'])
    .where('c.federation_id', '=', ctx.actor.federationId)
    .where('c.owner_id', '=', ctx.actor.personId)
    .orderBy('c.created_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    ...row,
    lineTitle: lineOf(ctx, row.line)?.title ?? row.line,
    stateTitle: lineOf(ctx, row.line)?.workflow?.states[row.state] ?? row.state,
  }))
}

const lineOf = (ctx: Ctx, slug: string): Line | undefined => ctx.house.lines.find((line) => line.slug === slug)

function titlesOf(ctx: Ctx, row: { line: string; verb: string | null }) {
  const line = lineOf(ctx, row.line)
  return {
    lineTitle: line?.title ?? row.line,
    verbTitle: row.verb ? (line?.workflow?.steps[row.verb]?.title ?? row.verb) : null,
  }
}

/** The one to-do list of all lines. */
export const line = defineLine({
  slug: 'todo',
  title: '待办',
  chapter: 'together',
  permissions,
  contract,
  handlers: { list, counts, mine },
})
