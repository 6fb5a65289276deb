import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { endOf } from '../access/permissions.ts'
import type { Ctx } from '../ctx.ts'
import { codeOf, parentOf, rebase } from './path.ts'

type Target = { parentId: string; to: string; on: string }
/** Old and new id and path of each union that moves. */
type Moved = { from: string; to: string; oldPath: string; newPath: string }

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

async function replant(ctx: Ctx, from: string, { parentId, to, on }: Target): Promise<Moved[]> {
  const old = await ctx.tx
    .selectFrom('orgs')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('path', '>=', from)
    .where('path', '<', endOf(from))
    .where('valid_to', 'is', null)
    .orderBy('path')
    .forUpdate()
    .execute()
  const ids = new Map(old.map((org) => [org.path, uuidv7()]))
  // The union keeps its own credit code; one code stands on one living row.
  await ctx.tx
    .updateTable('orgs')
    .set({ valid_to: on, credit_code: null })
    .where('federation_id', '=', ctx.actor.federationId)
    .where('path', '>=', from)
    .where('path', '<', endOf(from))
    .where('valid_to', 'is', null)
    .execute()
  const fresh = old.map((org) => {
    const path = rebase(org.path, from, to)
    const parent = org.path === from ? parentId : (ids.get(parentOf(org.path) ?? '') ?? parentId)
    return {
      ...org,
      id: ids.get(org.path) ?? org.id,
      parent_id: parent,
      path,
      code: codeOf(path),
      valid_from: on,
      valid_to: null,
    }
  })
  for (let at = 0; at < fresh.length; at += 500)
    await ctx.tx
      .insertInto('orgs')
      .values(fresh.slice(at, at + 500))
      .execute()
  return old.map((org, at) => ({
    from: org.id,
    to: fresh[at]?.id ?? org.id,
    oldPath: org.path,
    newPath: fresh[at]?.path ?? org.path,
  }))
}

async function repointAll(ctx: Ctx, moved: readonly Moved[]): Promise<void> {
  const pairs = sql.join(moved.map(({ from, to }) => sql`(${from}::uuid, ${to}::uuid)`))
  const federation = ctx.actor.federationId
  await sql`update persons t set union_id = m.now_id from (values ${pairs}) as m (was_id, now_id) where t.federation_id = ${federation} and t.union_id = m.was_id`.execute(
    ctx.tx,
  )
  await sql`update enterprises t set union_id = m.now_id from (values ${pairs}) as m (was_id, now_id) where t.federation_id = ${federation} and t.union_id = m.was_id`.execute(
    ctx.tx,
  )
  await sql`update posts t set org_id = m.now_id from (values ${pairs}) as m (was_id, now_id) where t.federation_id = ${federation} and t.org_id = m.was_id`.execute(
    ctx.tx,
  )
}

/** Registries carry the path of the place: everything in the old subtree goes on in the new one. */
async function rebaseAll(ctx: Ctx, from: string, to: string): Promise<void> {
  for (const table of ['persons', 'enterprises', 'posts'] as const) {
    await sql`update ${sql.table(table)} set org_path = ${to} || substr(org_path, ${from.length + 1}::int)
      where federation_id = ${ctx.actor.federationId} and org_path >= ${from} and org_path < ${endOf(from)}`.execute(
      ctx.tx,
    )
  }
}
