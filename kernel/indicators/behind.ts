import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { maskName } from '../people/mask.ts'
import type { FigureRow } from './define.ts'

/** The rows behind a figure as they are shown: what each record is called and where it opens. */
export async function showRecords(ctx: Ctx, rows: readonly FigureRow[], opens: string) {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.record)
  const paths = rows.map((row) => row.org_path)
  const [cards, names, places] = await Promise.all([cardsOf(ctx, ids), namesOf(ctx, ids), placesOf(ctx, paths)])
  return rows.map((row) => {
    const card = cards.find((c) => c.id === row.record)
    return {
      record: row.record,
      number: card?.number ?? '',
      title: card?.title ?? names.find((one) => one.id === row.record)?.name ?? '',
      summary: card?.summary ?? '',
      at: row.at,
      value: Number(row.value),
      subject: row.subject ?? null,
      place: places.find((p) => p.path === row.org_path)?.short_name ?? '',
      opens: opens.replace('{record}', row.record),
    }
  })
}

const cardsOf = (ctx: Ctx, ids: readonly string[]) =>
  ctx.tx
    .selectFrom('cases')
    .select(['id', 'number', 'title', 'summary'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', 'in', ids)
    .execute()

const placesOf = (ctx: Ctx, paths: readonly string[]) =>
  ctx.tx
    .selectFrom('orgs')
    .select(['path', 'short_name'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('path', 'in', paths)
    .execute()

/** Records of the registries are no matters: unions and firms by their names, people by their masked ones. */
async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string; isPerson: boolean }>`
    select id, name, true as "isPerson" from persons where federation_id = ${ctx.actor.federationId} and id = any (${ids}::uuid[])
    union all select id, name, false from orgs where federation_id = ${ctx.actor.federationId} and id = any (${ids}::uuid[])
    union all select id, name, false from enterprises where federation_id = ${ctx.actor.federationId} and id = any (${ids}::uuid[])`.execute(
    ctx.tx,
  )
  return found.rows.map(({ id, name, isPerson }) => ({ id, name: isPerson ? maskName(name) : name }))
}
