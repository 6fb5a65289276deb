import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { addMonths } from '../../kernel/calendar/days.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { contract } from './contract.ts'
import { coverage, firmsOf } from './facts.ts'
import { takeFederation, told } from './federation.ts'
import { parameterAt, parameterWords } from './rules/parameters.ts'

type Firm = OutputOf<typeof contract.gridFirms>['rows'][number]

/** Firms of a federation with their grid and last visit. Row security hides the grids of other places. */
const firms = (
  ctx: Ctx,
  orgId: string,
) => sql`from orgs f ${coverage} cross join lateral (select e.id, e.name, e.headcount ${firmsOf(ctx.today)}) e
  left join lateral (select q.id, q.name from federation_grid_firms g join federation_grids q on q.federation_id = g.federation_id and q.id = g.grid_id
    and q.org_id = f.id and q.ended_on is null where g.federation_id = f.federation_id and g.enterprise_id = e.id) g on true
  left join lateral (select max(v.visited_on) as last from federation_visits v where v.federation_id = f.federation_id and v.enterprise_id = e.id) v on true
  where f.federation_id = ${ctx.actor.federationId} and f.id = ${orgId}::uuid`

/** Not visited since this day: due for a visit. */
const dueBefore = (ctx: Ctx): string => addMonths(ctx.today, -parameterAt('visitMonths', ctx.today).value)

export async function listGrids(ctx: Ctx, id: string): Promise<OutputOf<typeof contract.grids>> {
  await takeFederation(ctx, id)
  const counted = await sql<{
    unassigned: number
    due: number
  }>`select count(*) filter (where g.id is null)::int as unassigned,
    count(*) filter (where v.last is null or v.last < ${dueBefore(ctx)}::date)::int as due ${firms(ctx, id)}`.execute(
    ctx.tx,
  )
  const grids = await ctx.tx
    .selectFrom('federation_grids as g')
    .leftJoin('persons as p', (join) =>
      join.onRef('p.federation_id', '=', 'g.federation_id').onRef('p.id', '=', 'g.leader_id'),
    )
    .select(['g.id', 'g.name', 'g.leader_id as leaderId', 'p.name as leader'])
    .select(
      sql<number>`(select count(*)::int from federation_grid_firms x join enterprises e on e.federation_id = x.federation_id and e.id = x.enterprise_id
        and e.life = 'alive' where x.federation_id = g.federation_id and x.grid_id = g.id)`.as('firms'),
    )
    .where('g.federation_id', '=', ctx.actor.federationId)
    .where('g.org_id', '=', id)
    .where('g.ended_on', 'is', null)
    .orderBy('g.name')
    .execute()
  const { unassigned, due } = counted.rows[0] ?? { unassigned: 0, due: 0 }
  return { grids, unassigned, due, rule: parameterWords('visitMonths', ctx.today) }
}

/** Firms by grid: all, those without one, or those due for a visit; whoever was never or longest not visited comes first. */
export async function listFirms(
  ctx: Ctx,
  input: ParsedOf<typeof contract.gridFirms>,
): Promise<OutputOf<typeof contract.gridFirms>> {
  await takeFederation(ctx, input.id)
  const [day, id] = input.after?.split('~') ?? []
  const wanted = [
    ...(input.which === 'unassigned' ? [sql`g.id is null`] : []),
    ...(input.which === 'due' ? [sql`(v.last is null or v.last < ${dueBefore(ctx)}::date)`] : []),
    ...(input.gridId ? [sql`g.id = ${input.gridId}::uuid`] : []),
    ...(day !== undefined && id !== undefined
      ? [sql`(coalesce(v.last, '1900-01-01'), e.id) > (${day}::date, ${id}::uuid)`]
      : []),
  ]
  const more = wanted.length > 0 ? sql`and ${sql.join(wanted, sql` and `)}` : sql``
  const { rows } =
    await sql<Firm>`select e.id, e.name, coalesce(e.headcount, 0)::int as headcount, g.name as grid, v.last as "lastVisitOn"
    ${firms(ctx, input.id)} ${more} order by coalesce(v.last, '1900-01-01'), e.id limit ${input.limit + 1}`.execute(
      ctx.tx,
    )
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    next: rows.length > input.limit && last ? `${last.lastVisitOn ?? '1900-01-01'}~${last.id}` : null,
  }
}

export async function saveGrid(ctx: Ctx, input: ParsedOf<typeof contract.saveGrid>): Promise<{ id: string }> {
  const org = await takeFederation(ctx, input.id, true)
  if (input.leaderId) await requirePerson(ctx, input.leaderId)
  await refuseNamesake(ctx, input)
  const set = { name: input.name, leader_id: input.leaderId ?? null }
  const id = input.gridId ?? uuidv7()
  if (input.gridId) {
    const changed = await ctx.tx
      .updateTable('federation_grids')
      .set(set)
      .where('federation_id', '=', ctx.actor.federationId)
      .where('id', '=', id)
      .where('org_id', '=', org.id)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) fail(404, '没有找到这个网格，请刷新后再看')
  } else {
    const row = {
      federation_id: ctx.actor.federationId,
      id,
      org_id: org.id,
      org_path: org.path,
      since_on: ctx.today,
      ...set,
    }
    await ctx.tx.insertInto('federation_grids').values(row).execute()
  }
  told(ctx, org.id, `网格：${input.name}`)
  return { id }
}

async function refuseNamesake(ctx: Ctx, input: ParsedOf<typeof contract.saveGrid>): Promise<void> {
  const other = await ctx.tx
    .selectFrom('federation_grids')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_id', '=', input.id)
    .where('name', '=', input.name)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (other && other.id !== input.gridId) fail(409, `已经有“${input.name}”，请换一个名称`)
}

async function requirePerson(ctx: Ctx, id: string): Promise<void> {
  const person = await ctx.tx
    .selectFrom('persons')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!person) fail(422, '没有找到这个人，请从本辖区的人员里选')
}

/** Firms go to a grid; whichever they were in before, they are in this one now. @throws Failure 422 a firm of elsewhere */
export async function assignFirms(
  ctx: Ctx,
  { gridId, firmIds }: ParsedOf<typeof contract.assignFirms>,
): Promise<{ assigned: number }> {
  const grid = await ctx.tx
    .selectFrom('federation_grids')
    .select(['id', 'name', 'org_id', 'org_path'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', gridId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (!grid) return fail(404, '没有找到这个网格，请刷新后再看')
  await takeFederation(ctx, grid.org_id, true)
  const ids = [...new Set(firmIds)]
  const { rows } = await sql<{
    id: string
  }>`select e.id ${firms(ctx, grid.org_id)} and e.id = any(${ids}::uuid[])`.execute(ctx.tx)
  if (rows.length !== ids.length) fail(422, '有企业不在这个工联会，或已经注销，请刷新后重新勾选')
  const set = { grid_id: gridId, org_path: grid.org_path, since_on: ctx.today }
  await ctx.tx
    .insertInto('federation_grid_firms')
    .values(ids.map((id) => ({ federation_id: ctx.actor.federationId, enterprise_id: id, ...set })))
    .onConflict((c) => c.columns(['federation_id', 'enterprise_id']).doUpdateSet(set))
    .execute()
  told(ctx, grid.org_id, `${ids.length} 家企业分到${grid.name}`)
  return { assigned: ids.length }
}
