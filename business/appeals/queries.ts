import { sql } from 'kysely'
import { endOf, requireReach } from '../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import { fail } from '../../kernel/contract/errors.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { isPath } from '../../kernel/org/path.ts'
import { startsWith } from '../../kernel/search/prefix.ts'
import { listOrder, pageInOrder } from '../../kernel/workflow/list-order.ts'
import type { contract } from './contract.ts'
import { permissions } from './permissions.ts'

type ListInput = ParsedOf<typeof contract.list>
type Row = OutputOf<typeof contract.list>['rows'][number]

const rowColumns = [
  'a.id',
  'a.number',
  'a.title',
  'a.state',
  'a.channel',
  'a.category',
  'a.headcount',
  'a.is_group as isGroup',
  'a.urgency',
  'a.enterprise_name as enterpriseName',
  'a.created_at as createdAt',
  'c.next_verb as nextVerb',
  'c.next_due_at as nextDueAt',
] as const

/** Name of the place of a matter: the nearest union of the tree that its path names. */
const placeName = sql<string>`coalesce((select o.short_name from orgs o where o.federation_id = a.federation_id and o.path = a.org_path), '')`
const assigneeName = sql<string | null>`nf_officer_name(a.federation_id, a.assignee_id)`

/** Appeals joined with their index card, which carries the nearest clock. */
const base = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('appeals as a')
    .innerJoin('cases as c', (join) => join.onRef('c.federation_id', '=', 'a.federation_id').onRef('c.id', '=', 'a.id'))
    .where('a.federation_id', '=', ctx.actor.federationId)
    .where('c.federation_id', '=', ctx.actor.federationId)

type Query = ReturnType<typeof base>

/** One page of appeals within reach: open ones by the clock, others by date. */
export async function listAppeals(ctx: Ctx, input: ListInput): Promise<OutputOf<typeof contract.list>> {
  const filtered = filter(ctx, base(ctx), input)
  const order = listOrder(input.scope, input.after, 'a')
  const listed = filtered
    .select([...rowColumns, placeName.as('place'), assigneeName.as('assigneeName'), order.at.as('at')])
    .where(order.isBehind)
    .orderBy(order.by)
    .limit(input.limit + 1)
  const [rows, open] = await Promise.all([listed.execute(), countOpen(ctx)])
  const page = pageInOrder(rows, input.limit)
  return { ...page, rows: page.rows.map((row) => row as Row), open }
}

function filter(ctx: Ctx, query: Query, input: ListInput): Query {
  const mine = requireReach(permissions, 'appeals.read', ctx.actor) === 'assigned'
  return query
    .$if(mine, (q) => q.where('a.assignee_id', '=', ctx.actor.personId))
    .$if(!mine, (q) => q.where(inSubtree(ctx.actor.orgPath)))
    .$if(input.place !== undefined, (q) => q.where(inSubtree(checkPath(input.place ?? ''))))
    .$if(input.scope === 'open', (q) => q.where('c.is_open', '=', true).where('c.line', '=', 'appeals'))
    .$if(input.scope === 'closed', (q) => q.where('a.state', '=', 'closed'))
    .$if(input.state !== undefined, (q) => q.where('a.state', '=', input.state ?? 'received'))
    .$if(input.category !== undefined, (q) => q.where('a.category', '=', input.category ?? 'other'))
    .$if(input.channel !== undefined, (q) => q.where('a.channel', '=', input.channel ?? 'hall'))
    .$if(input.groupOnly, (q) => q.where('a.is_group', '=', true))
    .$if(input.lateOnly, (q) => q.where('c.next_due_at', '<', ctx.now))
    .$if(Boolean(input.text), (q) => q.where(beginsWith(input.text ?? '')))
}

const inSubtree = (path: string) => sql<boolean>`a.org_path >= ${path} and a.org_path < ${path ? endOf(path) : ''}`

/** Number or employer, from its first character. */
const beginsWith = (text: string) =>
  sql<boolean>`(${startsWith(sql.ref('a.number'), text)} or ${startsWith(sql.ref('a.enterprise_name'), text)})`

const checkPath = (path: string): string => (isPath(path) ? path : fail(400, '所选的街道或社区不对，请重新选择'))

/** Open appeals within reach; index-only, so that the badge in the navigation costs nothing. */
export async function countOpen(ctx: Ctx): Promise<number> {
  const mine = requireReach(permissions, 'appeals.read', ctx.actor) === 'assigned'
  const { open } = await ctx.tx
    .selectFrom('cases as a')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('a.federation_id', '=', ctx.actor.federationId)
    .where('a.line', '=', 'appeals')
    .where('a.is_open', '=', true)
    .$if(mine, (q) => q.where('a.assignee_id', '=', ctx.actor.personId))
    .$if(!mine, (q) => q.where(inSubtree(ctx.actor.orgPath)))
    .executeTakeFirstOrThrow()
  return open
}
