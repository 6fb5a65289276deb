import { type SqlBool, sql } from 'kysely'
import type { Handlers } from '../contract/contract.ts'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import { livingOrgs } from '../org/queries.ts'
import { startsWith } from '../search/prefix.ts'
import { isInitials } from '../search/words.ts'
import type { Codes, Noted } from './chunk.ts'
import type { contract } from './contract.ts'
import { nameContext } from './file.ts'
import { optionShape, preview } from './preview.ts'
import { kindsFor, reaches, requireKind } from './reach.ts'
import { factsOf, getRecord, writtenRows } from './records.ts'
import type { ImportRecord } from './running.ts'
import { states, verbsOpen } from './states.ts'

type Queries = Pick<Handlers<typeof contract, Ctx>, 'kinds' | 'units' | 'list' | 'get' | 'preview' | 'rows'>

const kinds: Queries['kinds'] = async (ctx) =>
  kindsFor(ctx).map(({ line, kind }) => ({
    line: line.slug,
    kind: kind.name,
    title: kind.title,
    options: (kind.options ?? []).map(optionShape),
    forUnions: [...kind.forUnions],
  }))

/** Unions of the right kind within reach whose name or initials begin with the text; those nearest to the post without one. */
const units: Queries['units'] = async (ctx, { line, kind, text }) => {
  const found = requireKind(ctx, line, kind)
  const typed = text.trim()
  const rows = await livingOrgs(ctx)
    .leftJoin('orgs as p', (join) =>
      join.onRef('p.federation_id', '=', 'o.federation_id').onRef('p.id', '=', 'o.parent_id'),
    )
    .select(['o.id', 'o.path', 'o.name', sql<string>`coalesce(p.short_name, '')`.as('context')])
    .where('o.kind', 'in', found.kind.forUnions)
    .where('o.path', '>=', ctx.actor.orgPath)
    .where('o.path', '<', `${ctx.actor.orgPath.slice(0, -1)}/`)
    .$if(typed !== '', (q) =>
      q.where((eb) => {
        const names = [startsWith(eb.ref('o.name'), typed), startsWith(eb.ref('o.short_name'), typed)]
        return eb.or(isInitials(typed) ? [...names, startsWith(eb.ref('o.initials'), typed.toLowerCase())] : names)
      }),
    )
    .orderBy('o.path')
    .limit(20)
    .execute()
  return rows.filter(({ path }) => reaches(ctx, found, path))
}

const listed = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('imports as i')
    .innerJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'i.federation_id').onRef('o.id', '=', 'i.unit_id'),
    )
    .where('i.federation_id', '=', ctx.actor.federationId)

const list: Queries['list'] = async (ctx, { after, limit }) => {
  const own = kindsFor(ctx).map(({ line, kind }) => [line.slug, kind.name] as const)
  if (own.length === 0) return { rows: [], next: null }
  const [at, id] = after?.split('|') ?? []
  const rows = await listed(ctx)
    .selectAll('i')
    .select('o.name as unitName')
    .where((eb) => eb.or(own.map(([line, kind]) => eb.and([eb('i.line', '=', line), eb('i.kind', '=', kind)]))))
    .$if(at !== undefined && id !== undefined, (q) =>
      q.where(sql<SqlBool>`(i.created_at, i.id) < (${at}::timestamptz, ${id}::uuid)`),
    )
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => cardOf(ctx, row, row.unitName)),
    next: rows.length > limit && last ? `${last.created_at}|${last.id}` : null,
  }
}

function cardOf(ctx: Ctx, record: ImportRecord, unitName: string) {
  const kind = kindsFor(ctx).find(({ line, kind }) => line.slug === record.line && kind.name === record.kind)?.kind
  const { added, changed, same, refused, warned } = record
  return {
    id: record.id,
    line: record.line,
    kind: record.kind,
    title: kind?.title ?? record.kind,
    fileName: ctx.house.sealer.open(record.name_sealed, nameContext(record.id)),
    unit: { id: record.unit_id, path: record.org_path, name: unitName },
    sender: record.sender_name,
    isMine: record.sender_id === ctx.actor.personId,
    state: record.state,
    stateTitle: states[record.state],
    position: record.position,
    total: record.total,
    counts: { added, changed, same, refused, warned },
    createdAt: record.created_at,
  }
}

const get: Queries['get'] = async (ctx, { id }) => {
  const record = await getRecord(ctx, id)
  const unit = await ctx.tx
    .selectFrom('orgs')
    .select('name')
    .where('federation_id', '=', record.federation_id)
    .where('id', '=', record.unit_id)
    .executeTakeFirst()
  const pace = paceOf(record)
  return {
    ...cardOf(ctx, record, unit?.name ?? ''),
    isReading: record.is_look_due,
    failure: record.failure,
    failedIn: record.failed_in,
    verbs: verbsOpen(factsOf(ctx, record), ctx.now),
    ...pace,
    codes: Object.entries(record.codes as Codes)
      .map(([code, count]) => ({ code, ...count }))
      .sort((a, b) => Number(b.refused > 0) - Number(a.refused > 0) || b.rows - a.rows || a.code.localeCompare(b.code)),
    written: writtenRows(record),
    undone: record.undone,
    kept: record.kept,
    checkedAt: record.checked_at,
    storedAt: record.stored_at,
    undoneAt: record.undone_at,
    undoUntil: record.undo_until,
    isFileGone: record.file_gone_at !== null,
    options: record.options as Record<string, string>,
    copies: await copiesOf(ctx, id),
  }
}

/** Rows a second since the present run began, and what that makes of the rest. */
function paceOf({ position, total, begun_at, moved_at }: ImportRecord) {
  if (!begun_at || !moved_at || position === 0) return { rate: null, secondsLeft: null }
  const seconds = (Date.parse(moved_at) - Date.parse(begun_at)) / 1000
  if (seconds < 0.5) return { rate: null, secondsLeft: null }
  const rate = position / seconds
  return {
    rate: Math.round(rate),
    secondsLeft: total === null ? null : Math.ceil(Math.max(0, total - position) / rate),
  }
}

const copiesOf = (ctx: Ctx, importId: string) =>
  ctx.tx
    .selectFrom('import_copies')
    .select(['id', 'is_all as isAll', 'document_id as documentId', 'failure'])
    .where('federation_id', '=', ctx.actor.federationId)
    .where('import_id', '=', importId)
    .where('requester_id', '=', ctx.actor.personId ?? fail(401, '请先登录，再继续'))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(5)
    .execute()

/** Page by page in the order of the sheet; entries without the code are passed over unread. */
const rows: Queries['rows'] = async (ctx, { id, code, isRefused, after, limit }) => {
  const record = await getRecord(ctx, id)
  const from = Number(after) || 0
  const wanted = code === undefined ? sql`true` : sql`one -> 'reasons' @> ${JSON.stringify([{ code }])}::jsonb`
  const { rows: found } = await sql<{ one: Noted }>`
    select one from import_rows r cross join lateral jsonb_array_elements(r.rows) with ordinality as e (one, place)
    where r.federation_id = ${record.federation_id} and r.import_id = ${record.id}::uuid and r.run = ${record.run}
      and (${code ?? null}::text is null or r.codes ? ${code ?? ''}) and (one ->> 'row')::integer > ${from} and ${wanted}
      and (${isRefused ?? null}::boolean is null or (one ->> 'isRefused')::boolean = ${isRefused ?? null}::boolean)
    order by r.first_row, e.place limit ${limit + 1}`.execute(ctx.tx)
  const shown = found.slice(0, limit).map(({ one }) => one)
  return { rows: shown, next: found.length > limit ? String(shown.at(-1)?.row) : null }
}

export const queries = { kinds, units, list, get, preview, rows } satisfies Queries
