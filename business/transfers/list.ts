import { sql } from 'kysely'
import { endOf, requireReach } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { markIn, pageBy } from '../../kernel/db/keyset.ts'
import { isPath } from '../../kernel/org/path.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'

type Listed = OutputOf<typeof contract.list>
type Row = Listed['rows'][number]

/** In the union's subtree, or waiting for a union of it: the old union answers for what will count elsewhere. */
const within = (path: string) => sql<boolean>`((a.org_path >= ${path} and a.org_path < ${endOf(path)})
  or (a.unit_path >= ${path} and a.unit_path < ${endOf(path)}))`

const placeName = sql<string>`coalesce((select o.short_name from orgs o where o.federation_id = a.federation_id and o.path = a.unit_path), '')`

/** One page of matters within reach: open ones by the clock, others newest first. `place` is the union that has it now. One statement. */
export async function listTransfers(ctx: Ctx, input: ParsedOf<typeof contract.list>): Promise<Listed> {
  requireReach(permissions, 'transfers.read', ctx.actor)
  const { under = ctx.actor.orgPath, kind } = input
  if (!isPath(under)) return fail(400, '所选的单位不对，请重新选择')
  const byClock = input.scope === 'open'
  const key = byClock ? sql<string>`coalesce(c.next_due_at, 'infinity'::timestamptz)` : sql<string>`a.created_at`
  const order = byClock ? 'asc' : 'desc'
  const mark = markIn(input.after, 'instant')
  const rows = await ctx.tx
    .selectFrom('transfers as a')
    .innerJoin('cases as c', (join) => join.onRef('c.federation_id', '=', 'a.federation_id').onRef('c.id', '=', 'a.id'))
    .select(['a.id', 'a.number', 'a.title', 'a.kind', 'a.state', 'a.created_at as createdAt'])
    .select(['c.next_verb as nextVerb', 'c.next_due_at as nextDueAt', placeName.as('place')])
    .select(sql<string>`${key}::text`.as('mark'))
    .where('a.federation_id', '=', ctx.actor.federationId)
    .where(within(ctx.actor.orgPath))
    .$if(under !== ctx.actor.orgPath, (q) => q.where(within(under)))
    .$if(kind !== undefined, (q) => q.where('a.kind', '=', kind ?? 'transfer'))
    .$if(input.scope !== 'all', (q) => q.where('a.closed_at', byClock ? 'is' : 'is not', null))
    .$if(mark !== null, (q) =>
      q.where(
        sql<boolean>`(${key}, a.id) ${sql.raw(byClock ? '>' : '<')} (${mark?.at}::timestamptz, ${mark?.id}::uuid)`,
      ),
    )
    .orderBy(key, order)
    .orderBy('a.id', order)
    .limit(input.limit + 1)
    .execute()
  const page = pageBy<Row & { mark: string }>(rows, input.limit, (row) => ({ at: row.mark, id: row.id }))
  return { ...page, rows: page.rows.map(({ mark: _, ...row }) => row) }
}
