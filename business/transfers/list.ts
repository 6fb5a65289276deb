import { sql } from 'kysely'
import { endOf, requireReach } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { isPath } from '../../kernel/org/path.ts'
import { listOrder, pageInOrder } from '../../kernel/workflow/list-order.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'

type Listed = OutputOf<typeof contract.list>

/** In the union's subtree, or waiting for a union of it: the old union answers for what will count elsewhere. */
const within = (path: string) => sql<boolean>`((a.org_path >= ${path} and a.org_path < ${endOf(path)})
  or (a.unit_path >= ${path} and a.unit_path < ${endOf(path)}))`

const placeName = sql<string>`coalesce((select o.short_name from orgs o where o.federation_id = a.federation_id and o.path = a.unit_path), '')`

/** One page of matters within reach: open ones by the clock, others newest first. `place` is the union that has it now. One statement. */
export async function listTransfers(ctx: Ctx, input: ParsedOf<typeof contract.list>): Promise<Listed> {
  requireReach(permissions, 'transfers.read', ctx.actor)
  const { under = ctx.actor.orgPath, kind } = input
  if (!isPath(under)) return fail(400, '所选的单位不对，请重新选择')
  const order = listOrder(input.scope, input.after, 'a')
  const rows = await ctx.tx
    .selectFrom('transfers as a')
    .innerJoin('cases as c', (join) => join.onRef('c.federation_id', '=', 'a.federation_id').onRef('c.id', '=', 'a.id'))
    .select(['a.id', 'a.number', 'a.title', 'a.kind', 'a.state', 'a.created_at as createdAt'])
    .select(['c.next_verb as nextVerb', 'c.next_due_at as nextDueAt', placeName.as('place')])
    .select(order.at.as('at'))
    .where('a.federation_id', '=', ctx.actor.federationId)
    .where(within(ctx.actor.orgPath))
    .$if(under !== ctx.actor.orgPath, (q) => q.where(within(under)))
    .$if(kind !== undefined, (q) => q.where('a.kind', '=', kind ?? 'transfer'))
    .$if(input.scope !== 'all', (q) => q.where('a.closed_at', input.scope === 'open' ? 'is' : 'is not', null))
    .where(order.isBehind)
    .orderBy(order.by)
    .limit(input.limit + 1)
    .execute()
  return pageInOrder(rows, input.limit)
}
