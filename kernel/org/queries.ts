import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { endOf, isUnder, reachOf } from '../access/permissions.ts'
import type { Handlers } from '../contract/contract.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import type { Schema } from '../db/schema.gen.ts'
import { startsWith } from '../search/prefix.ts'
import { isInitials, tidyText, wordsOf } from '../search/words.ts'
import type { contract } from './contract.ts'
import { lineageOf } from './path.ts'
import { permissions } from './permissions.ts'

type Queries = Pick<Handlers<typeof contract, Ctx>, 'tree' | 'get' | 'path' | 'streets' | 'find'>

type Trees = Schema & { o: Schema['orgs'] }

/** Unions that are there on the day of asking. */
export const livingOrgs = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('orgs as o')
    .where('o.federation_id', '=', ctx.actor.federationId)
    .where('o.valid_from', '<=', ctx.today)
    .where((eb) => eb.or([eb('o.valid_to', 'is', null), eb('o.valid_to', '>', ctx.today)]))

/** May the actor change the union: it stands below the post's own (never the own one, save for the district)? */
export function mayManage(ctx: Ctx, path: string): boolean {
  const reach = reachOf(permissions, 'orgs.manage', ctx.actor)
  return reach === 'all' || (reach === 'subtree' && path !== ctx.actor.orgPath && isUnder(path, ctx.actor.orgPath))
}

/** One living union. @throws Failure 404 */
export async function getOrg(ctx: Ctx, by: { id: string } | { path: string }) {
  const row = await ctx.tx
    .selectFrom('orgs')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id' in by ? 'id' : 'path', '=', 'id' in by ? by.id : by.path)
    .executeTakeFirst()
  return row ?? fail(404, '没有找到这个单位，可能已经撤并，请从列表重新选择')
}

const ancestor = ['o.id', 'o.path', 'o.kind', 'o.name', 'o.short_name as shortName'] as const

const tree: Queries['tree'] = async (ctx, { parentId, parentPath, after, limit }) => {
  const parent = parentPath ? (await getOrg(ctx, { path: parentPath })).id : (parentId ?? null)
  const rows = await livingOrgs(ctx)
    .select([...ancestor, 'o.parent_id as parentId', 'o.sort'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('orgs as c')
            .select('c.id')
            .whereRef('c.federation_id', '=', 'o.federation_id')
            .whereRef('c.parent_id', '=', 'o.id')
            .where('c.valid_to', 'is', null),
        )
        .$castTo<boolean>()
        .as('hasChildren'),
    )
    .where('o.parent_id', parent === null ? 'is' : '=', parent)
    .$if(after !== undefined, (q) =>
      q.where(sql<SqlBool>`(o.sort, o.path) > (${Number(after?.split('|')[0]) || 0}, ${after?.split('|')[1] ?? ''})`),
    )
    .orderBy('o.sort')
    .orderBy('o.path')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ sort: _, ...node }) => node),
    next: rows.length > limit && last ? `${last.sort}|${last.path}` : null,
  }
}

const get: Queries['get'] = async (ctx, by) => {
  const org = await getOrg(ctx, by)
  const codes = await ctx.tx
    .selectFrom('org_codes')
    .select(['system', 'code', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('federation_id', '=', org.federation_id)
    .where('org_id', '=', org.id)
    .orderBy('valid_from')
    .execute()
  return {
    id: org.id,
    path: org.path,
    parentId: org.parent_id,
    kind: org.kind,
    name: org.name,
    shortName: org.short_name,
    code: org.code,
    grade: org.grade,
    form: org.form,
    creditCode: org.credit_code,
    foundedOn: org.founded_on,
    validFrom: org.valid_from,
    validTo: org.valid_to,
    formerNames: codes.flatMap(({ system, code, validTo }) =>
      system === 'name' ? [{ name: code, until: validTo }] : [],
    ),
    codes: codes.flatMap(({ system, ...rest }) => (system === 'name' ? [] : [{ system, ...rest }])),
    canEdit: org.valid_to === null && mayManage(ctx, org.path),
  }
}

const path: Queries['path'] = async (ctx, input) => {
  const rows = await ctx.tx
    .selectFrom('orgs as o')
    .select(ancestor)
    .where('o.federation_id', '=', ctx.actor.federationId)
    .where('o.path', 'in', lineageOf(input.path))
    .orderBy('o.path')
    .execute()
  return rows
}

const streets: Queries['streets'] = (ctx) =>
  livingOrgs(ctx).select(ancestor).where('o.kind', '=', 'street').orderBy('o.sort').orderBy('o.path').execute()

const rank = sql`case o.kind when 'district' then 0 when 'street' then 1 when 'community' then 2 else 3 end`

/** By words anywhere in the name, by a former name, by any of its codes, or by the beginning of its initials. */
const matches =
  (text: string) =>
  (eb: ExpressionBuilder<Trees, 'o'>): Expression<SqlBool> => {
    const typed = tidyText(text)
    const named = wordsOf(text).map((word) => sql<SqlBool>`strpos(lower(o.name), ${word}) > 0`)
    const ways: Expression<SqlBool>[] = [
      eb.and(named),
      eb('o.code', '=', typed),
      eb('o.credit_code', '=', typed.toUpperCase()),
      sql<SqlBool>`o.id = any (array(select c.org_id from org_codes c where c.federation_id = nf_federation() and c.code = ${typed}))`,
    ]
    if (isInitials(typed)) ways.push(startsWith(eb.ref('o.initials'), typed.toLowerCase()))
    return eb.or(ways)
  }

const find: Queries['find'] = async (ctx, { text, kind, under, limit }) => {
  const [first = ''] = wordsOf(text)
  const order = sql`${rank}, strpos(lower(o.name), ${first}) <> 1, o.sort, o.path`
  const rows = await ctx.tx
    .selectFrom(() =>
      livingOrgs(ctx)
        .selectAll('o')
        .where(matches(text))
        .$if(kind !== undefined, (q) => q.where('o.kind', '=', kind ?? 'enterprise'))
        .$if(under !== undefined, (q) => q.where('o.path', '>=', under ?? '').where('o.path', '<', endOf(under ?? '.')))
        .orderBy(order)
        .limit(limit)
        .as('o'),
    )
    .leftJoin('orgs as p', (join) =>
      join.onRef('p.federation_id', '=', 'o.federation_id').onRef('p.id', '=', 'o.parent_id'),
    )
    .select([...ancestor, 'p.name as context'])
    .orderBy(order)
    .execute()
  return rows.map((row) => ({ ...row, context: row.context ?? '' }))
}

export const queries: Queries = { tree, get, path, streets, find }
