import { sql } from 'kysely'
import { endOf, requireReach, whereReach } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Schema } from '../../kernel/db/schema.gen.ts'
import { startsWith } from '../../kernel/search/prefix.ts'
import { listOrder, pageInOrder } from '../../kernel/workflow/list-order.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'

type ListInput = ParsedOf<typeof contract.list>

const placeName = sql<string>`coalesce((select o.short_name from orgs o where o.federation_id = c.federation_id and o.path = c.org_path), '')`
const firms = sql<number>`(select count(*) from founding_firms f where f.federation_id = c.federation_id and f.founding_id = c.id)`
const employees = sql<number>`coalesce((select sum(e.headcount) from founding_firms f join enterprises e on e.federation_id = f.federation_id and e.id = f.enterprise_id
  where f.federation_id = c.federation_id and f.founding_id = c.id), 0)::integer`
const members = sql<number>`(select count(*) from founding_members m where m.federation_id = c.federation_id and m.founding_id = c.id)`
export const wishes = sql<number>`(select count(*) from founding_wishes w where w.federation_id = c.federation_id and w.founding_id = c.id)`

/** Cards joined with their foundings. */
const base = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('cases as c')
    .innerJoin('organising as o', (join) =>
      join.onRef('o.federation_id', '=', 'c.federation_id').onRef('o.id', '=', 'c.id'),
    )
    .where('c.federation_id', '=', ctx.actor.federationId)
    .where('c.line', '=', 'organising')

const isUnderPath = (path: string) => sql<boolean>`(c.org_path >= ${path} and c.org_path < ${endOf(path)})`

/** One page of foundings within reach: open ones by the clock, others newest first; one statement. */
export async function listFoundings(ctx: Ctx, input: ListInput): Promise<OutputOf<typeof contract.list>> {
  requireReach(permissions, 'organising.read', ctx.actor)
  const order = listOrder(input.scope, input.after)
  const { under, state, form, text } = input
  const rows = await base(ctx)
    .select(['c.id', 'c.number', 'c.title', 'o.state', 'o.origin', 'o.form', 'c.created_at as createdAt'])
    .select(['c.next_verb as nextVerb', 'c.next_due_at as nextDueAt', placeName.as('place'), firms.as('firms')])
    .select([employees.as('employees'), members.as('members'), wishes.as('wishes'), order.at.as('at')])
    .where(isUnderPath(ctx.actor.orgPath))
    .$if(input.scope !== 'all', (q) => q.where('c.is_open', '=', input.scope === 'open'))
    .$if(under !== undefined, (q) => q.where(isUnderPath(under ?? '.')))
    .$if(state !== undefined, (q) => q.where('c.state', '=', state ?? 'lead'))
    .$if(form !== undefined, (q) => q.where('o.form', '=', form ?? 'single'))
    .$if(Boolean(text), (q) => q.where(startsOrHolds(text ?? '')))
    .where(order.isBehind)
    .orderBy(order.by)
    .limit(input.limit + 1)
    .execute()
  return pageInOrder(rows, input.limit)
}

/** The number from its first character, or words anywhere in the employer's or the union's name. */
const startsOrHolds = (text: string) =>
  sql<boolean>`(${startsWith(sql.ref('c.number'), text.toUpperCase())} or strpos(o.firm_name, ${text}) > 0 or strpos(o.union_name, ${text}) > 0)`

/** How many stand where, of those under way within reach. */
export function countStages(ctx: Ctx): Promise<OutputOf<typeof contract.stages>> {
  const reach = requireReach(permissions, 'organising.read', ctx.actor)
  return ctx.tx
    .selectFrom('organising')
    .select(['state', sql<number>`count(*)`.as('open')])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('closed_at', 'is', null)
    .where(whereReach<Schema, 'organising'>(reach, ctx.actor))
    .groupBy('state')
    .execute()
}
