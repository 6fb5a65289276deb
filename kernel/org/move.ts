import { type SqlBool, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { endOf } from '../access/permissions.ts'
import type { Ctx } from '../ctx.ts'
import { codeOf, parentOf, rebase } from './path.ts'

type Target = { parentId: string; to: string; on: string }
/** Old and new id of each union that moves. */
type Moved = { from: string; to: string }

/**
 * Moves the union at `from` with everything below it: the old rows end on `on`, new rows begin, and members, firms and posts follow to the new ids and
 * paths. What was counted before stays where it was counted. @returns the new id of the union moved
 */
export async function moveSubtree(ctx: Ctx, from: string, target: Target): Promise<string> {
  const moved = await replant(ctx, from, target)
  for (let at = 0; at < moved.length; at += 500) await repointAll(ctx, moved.slice(at, at + 500))
  await rebaseAll(ctx, from, target.to)
  return moved[0]?.to ?? target.parentId
}

/** Ends the living rows of the subtree and begins new ones elsewhere, the union itself first. */
async function replant(ctx: Ctx, from: string, { parentId, to, on }: Target): Promise<Moved[]> {
  const old = await ctx.tx.selectFrom('orgs').selectAll().where(living(ctx, from)).orderBy('path').forUpdate().execute()
  const ids = new Map(old.map((org) => [org.path, uuidv7()]))
  const idOf = (path: string | null) => ids.get(path ?? '') ?? parentId
  const fresh = old.map((org) => {
    const path = rebase(org.path, from, to)
    const parent = org.path === from ? parentId : idOf(parentOf(org.path))
    return { ...org, id: idOf(org.path), parent_id: parent, path, code: codeOf(path), valid_from: on }
  })
  // The union keeps its own credit code; one code stands on one living row.
  await ctx.tx.updateTable('orgs').set({ valid_to: on, credit_code: null }).where(living(ctx, from)).execute()
  for (let at = 0; at < fresh.length; at += 500) {
    const chunk = fresh.slice(at, at + 500)
    await ctx.tx.insertInto('orgs').values(chunk).execute()
  }
  return old.map((org) => ({ from: org.id, to: idOf(org.path) }))
}

const living = (ctx: Ctx, from: string) => sql<SqlBool>`federation_id = ${ctx.actor.federationId}
  and path >= ${from} and path < ${endOf(from)} and valid_to is null`

async function repointAll(ctx: Ctx, moved: readonly Moved[]): Promise<void> {
  const pairs = sql.join(moved.map(({ from, to }) => sql`(${from}::uuid, ${to}::uuid)`))
  for (const [table, column] of [
    ['persons', 'union_id'],
    ['enterprises', 'union_id'],
    ['posts', 'org_id'],
    ['union_terms', 'org_id'],
    ['union_certificates', 'org_id'],
    ['union_officers', 'org_id'],
  ] as const) {
    await sql`update ${sql.table(table)} t set ${sql.id(column)} = m.now_id from (values ${pairs}) as m (was_id, now_id)
      where t.federation_id = ${ctx.actor.federationId} and t.${sql.id(column)} = m.was_id`.execute(ctx.tx)
  }
}

/** Registries carry the path of the place: everything in the old subtree goes on in the new one; so do open matters, where closed ones stay. */
async function rebaseAll(ctx: Ctx, from: string, to: string): Promise<void> {
  const always = ['persons', 'enterprises', 'posts', 'union_terms', 'union_certificates', 'union_officers']
  for (const table of always) await rebaseColumn(ctx, table, 'org_path', { from, to })
  for (const { table, workflow } of ctx.house.lines) {
    if (table === undefined || workflow === undefined) continue
    for (const column of ['org_path', 'unit_path']) await rebaseColumn(ctx, table, column, { from, to, openOnly: true })
  }
}

async function rebaseColumn(
  ctx: Ctx,
  table: string,
  column: string,
  { from, to, openOnly = false }: { from: string; to: string; openOnly?: boolean },
): Promise<void> {
  const path = sql.id(column)
  await sql`update ${sql.table(table)} set ${path} = ${to} || substr(${path}, ${from.length + 1}::int)
    where federation_id = ${ctx.actor.federationId} and ${path} >= ${from} and ${path} < ${endOf(from)}
      ${openOnly ? sql`and closed_at is null` : sql``}`.execute(ctx.tx)
}
