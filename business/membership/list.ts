import { sql } from 'kysely'
import { endOf, requireReach } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { isPath } from '../../kernel/org/path.ts'
import { listOrder, pageInOrder } from '../../kernel/workflow/list-order.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'
import { titleOfKind } from './rules/kinds.ts'

type Asked = ParsedOf<typeof contract.list>
type Listed = OutputOf<typeof contract.list>

const placeName = sql<string>`coalesce((select o.short_name from orgs o where o.federation_id = c.federation_id and o.path = c.unit_path), '')`

/** One page of applications within reach: open ones by the clock, others newest first; `place` is the union that decides. One statement. */
export async function listApplications(ctx: Ctx, input: Asked): Promise<Listed> {
  requireReach(permissions, 'membership.read', ctx.actor)
  const byClock = input.scope === 'open'
  const order = listOrder(input.scope, input.after)
  const { under, way } = input
  if (under !== undefined && !isPath(under)) fail(400, '所选的工会不对，请重新选择')
  const rows = await ctx.tx
    .selectFrom('cases as c')
    .innerJoin('membership as m', (join) =>
      join.onRef('m.federation_id', '=', 'c.federation_id').onRef('m.id', '=', 'c.id'),
    )
    .select(['m.id', 'm.number', 'm.title', 'm.state', 'm.way', 'm.enterprise_name as enterpriseName'])
    .select(['m.new_form_kind', 'm.is_juvenile as isJuvenile', 'm.escalations', 'm.created_at as createdAt'])
    .select(['c.next_verb as nextVerb', 'c.next_due_at as nextDueAt', order.at.as('at')])
    .select(placeName.as('place'))
    .where('c.federation_id', '=', ctx.actor.federationId)
    .where('c.line', '=', 'membership')
    .where(sql<boolean>`(c.org_path >= ${ctx.actor.orgPath} and c.org_path < ${endOf(ctx.actor.orgPath)})`)
    .$if(input.scope !== 'all', (q) => q.where('c.is_open', '=', byClock))
    // Who is in a pool has joined; he stands in the list of the pool.
    .$if(byClock, (q) => q.where('m.state', '<>', 'pooled'))
    .$if(way !== undefined, (q) => q.where('m.way', '=', way ?? 'own'))
    .$if(input.newFormOnly, (q) => q.where('m.new_form_kind', '<>', ''))
    .$if(under !== undefined, (q) =>
      q.where('c.org_path', '>=', under ?? '').where('c.org_path', '<', endOf(under ?? '')),
    )
    .where(order.isBehind)
    .orderBy(order.by)
    .limit(input.limit + 1)
    .execute()
  const page = pageInOrder(rows, input.limit)
  return {
    ...page,
    rows: page.rows.map(({ new_form_kind, ...row }) => ({ ...row, newFormTitle: titleOfKind(new_form_kind) })),
  }
}
