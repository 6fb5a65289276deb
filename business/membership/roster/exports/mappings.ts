import type { Selectable } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { isUnder } from '../../../../kernel/access/permissions.ts'
import type { OutputOf, ParsedOf } from '../../../../kernel/contract/contract.ts'
import { fail } from '../../../../kernel/contract/errors.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'
import type { ExportColumns } from '../../../../kernel/db/schema.gen.ts'
import type { rosterContract } from '../contract.ts'
import {
  builtInLayouts,
  type ExportField,
  exportFields,
  type Format,
  formats,
  type Layout,
  type LayoutColumn,
} from '../rules/layouts.ts'

type Listed = OutputOf<typeof rosterContract.exportMappings>['rows'][number]

const isField = (text: string): text is ExportField => text in exportFields
const isFormat = (text: string): text is Format => text in formats

/** Columns as they are kept; one that a later version of the house no longer knows is left out. */
const columnsOf = (rows: readonly Selectable<ExportColumns>[]): LayoutColumn[] =>
  rows.flatMap(({ field, header, format }) => (isField(field) && isFormat(format) ? [{ field, header, format }] : []))

const kept = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('export_mappings as m')
    .leftJoin('orgs as o', (join) =>
      join.onRef('o.federation_id', '=', 'm.federation_id').onRef('o.path', '=', 'm.org_path'),
    )
    .select([
      'm.id',
      'm.name',
      'm.source',
      'm.valid_from as validFrom',
      'm.org_path as path',
      'o.short_name as ownerName',
    ])
    .where('m.federation_id', '=', ctx.actor.federationId)

const columnRows = (ctx: Ctx, ids: readonly string[]) =>
  ctx.tx
    .selectFrom('export_columns')
    .selectAll()
    .where('federation_id', '=', ctx.actor.federationId)
    .where('mapping_id', 'in', ids)
    .orderBy('mapping_id')
    .orderBy('position')
    .execute()

/** The starting versions, and what the own union, those above and those below keep. */
export async function listLayouts(ctx: Ctx): Promise<Listed[]> {
  const rows = await kept(ctx).orderBy('m.name').orderBy('m.id').limit(200).execute()
  const columns =
    rows.length === 0
      ? []
      : await columnRows(
          ctx,
          rows.map(({ id }) => id),
        )
  const byLayout = Map.groupBy(columns, ({ mapping_id }) => mapping_id)
  const own = rows.map(({ path, ...row }) => ({
    ...row,
    columns: columnsOf(byLayout.get(row.id) ?? []),
    isBuiltIn: false,
    canEdit: isUnder(path, ctx.actor.orgPath),
  }))
  const builtIn = builtInLayouts.map((layout) => ({
    ...layout,
    columns: [...layout.columns],
    isBuiltIn: true,
    ownerName: null,
    canEdit: false,
  }))
  return [...own, ...builtIn]
}

/** One layout with its columns. @throws Failure 404 */
export async function getLayout(ctx: Ctx, id: string): Promise<Layout> {
  const found = builtInLayouts.find((layout) => layout.id === id) ?? (await findKept(ctx, id))
  return found ?? fail(404, '没有找到这个导出格式，可能已经删除，请重新选择')
}

async function findKept(ctx: Ctx, id: string): Promise<Layout | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  const row = await kept(ctx).where('m.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    name: row.name,
    source: row.source,
    validFrom: row.validFrom,
    columns: columnsOf(await columnRows(ctx, [id])),
  }
}

type Save = ParsedOf<typeof rosterContract.saveExportMapping>

/** Keeps a layout, a new one with the actor's union. @throws Failure 404 not theirs to change, 409 the name is taken */
export async function saveLayout(ctx: Ctx, input: Save): Promise<{ id: string }> {
  const id = input.id ?? uuidv7()
  await refuseNamesake(ctx, input.name, input.id)
  await (input.id === undefined ? insertLayout(ctx, id, input) : changeLayout(ctx, id, input))
  const rows = input.columns.map((column, position) => ({
    federation_id: ctx.actor.federationId,
    mapping_id: id,
    position,
    ...column,
  }))
  await ctx.tx.insertInto('export_columns').values(rows).execute()
  ctx.audit = { line: 'membership', recordId: id, reason: `保存导出格式“${input.name}”，${rows.length} 栏` }
  return { id }
}

async function refuseNamesake(ctx: Ctx, name: string, except: string | undefined): Promise<void> {
  const namesake = await ctx.tx
    .selectFrom('export_mappings')
    .select('id')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_path', '=', ctx.actor.orgPath)
    .where('name', '=', name)
    .$if(except !== undefined, (q) => q.where('id', '!=', except ?? ''))
    .executeTakeFirst()
  if (namesake) fail(409, '已经有一个同名的导出格式，请换个名称')
}

const valuesOf = (ctx: Ctx, { name, source, validFrom }: Save) => ({
  name,
  source,
  valid_from: validFrom,
  edited_by: ctx.actor.personId ?? fail(401, '请先登录，再继续'),
  edited_at: ctx.now,
})

const insertLayout = (ctx: Ctx, id: string, input: Save) =>
  ctx.tx
    .insertInto('export_mappings')
    .values({ federation_id: ctx.actor.federationId, id, org_path: ctx.actor.orgPath, ...valuesOf(ctx, input) })
    .execute()

const gone = '没有找到这个导出格式，或它由上级工会保管；请另存一份再改'

async function changeLayout(ctx: Ctx, id: string, input: Save): Promise<void> {
  const changed = await ctx.tx
    .updateTable('export_mappings')
    .set(valuesOf(ctx, input))
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) fail(404, gone)
  await ctx.tx
    .deleteFrom('export_columns')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('mapping_id', '=', id)
    .execute()
}

/** @throws Failure 404 not theirs to remove */
export async function removeLayout(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  const removed = await ctx.tx
    .deleteFrom('export_mappings')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (removed.numDeletedRows !== 1n) fail(404, gone)
  ctx.audit = { line: 'membership', recordId: id, reason: '删除导出格式' }
  return { id }
}
