import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { ImportTable, Written } from './kind.ts'

/**
 * Notes what a chunk wrote, so that it can be undone, in the transaction that wrote it. An added row is kept only as a hash of itself.
 * @param seq rows of the sheet dealt with after this chunk
 * @throws Error when a kind says it added a row that is not there
 */
export async function noteChanges(ctx: Ctx, importId: string, seq: number, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return
  const digests = await digestsOf(ctx, written)
  const changes = written.map((one) => {
    const { row, table: target, id } = one
    if (one.kind === 'changed') return { row, target, id, before: one.before, after: one.after }
    const digest = digests.get(`${target} ${id}`)
    if (!digest) throw new Error(`a kind of import says it added a row of ${target} that is not there`)
    return { row, target, id, digest }
  })
  await ctx.tx
    .insertInto('import_changes')
    .values({ federation_id: ctx.actor.federationId, import_id: importId, seq, changes: JSON.stringify(changes) })
    .execute()
}

async function digestsOf(ctx: Ctx, written: readonly Written[]): Promise<Map<string, string>> {
  const added = written.filter(({ kind }) => kind === 'added')
  const digests = new Map<string, string>()
  for (const table of new Set<ImportTable>(added.map((one) => one.table))) {
    const ids = added.filter((one) => one.table === table).map(({ id }) => id)
    const { rows } = await sql<{ id: string; digest: string }>`
      select t.id, hash_record_extended(t, 0)::text as digest from ${sql.table(table)} t
      where t.federation_id = ${ctx.actor.federationId} and t.id = any(${ids}::uuid[])`.execute(ctx.tx)
    for (const row of rows) digests.set(`${table} ${row.id}`, row.digest)
  }
  return digests
}
