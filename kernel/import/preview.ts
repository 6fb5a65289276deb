import type { z } from 'zod'
import { fail } from '../contract/errors.ts'
import type { Ctx } from '../ctx.ts'
import type { Field } from '../exchange/headers.ts'
import type { RawRow } from '../exchange/table.ts'
import type { Preview } from './contract.ts'
import type { ImportKind, RowReader } from './kind.ts'
import { optionsOf, readerOf } from './kinds.ts'
import {
  type ColumnMap,
  faultOf,
  fingerprintOf,
  mapOf,
  type ProposedColumn,
  propose,
  type RememberedMap,
} from './mapping.ts'
import { maskCell } from './masking.ts'
import { requireKind } from './reach.ts'
import { getRecord } from './records.ts'
import { createRowReader } from './row-reader.ts'
import { lookOf, shownRows } from './run-look.ts'
import type { ImportRecord } from './running.ts'
import type { Look } from './worker.ts'

/** What the sender's own union confirmed the last time it sent a sheet with these column names. */
export async function rememberedMap(
  ctx: Ctx,
  record: ImportRecord,
  fingerprint: string,
): Promise<RememberedMap | null> {
  const row = await ctx.tx
    .selectFrom('import_mappings')
    .select('mapping')
    .where('federation_id', '=', ctx.actor.federationId)
    .where('org_path', '=', ctx.actor.orgPath)
    .where('line', '=', record.line)
    .where('kind', '=', record.kind)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return (row?.mapping as RememberedMap | undefined) ?? null
}

/** What the file was found to be. @throws Failure 409 while it is being looked into */
export function getLook(ctx: Ctx, record: ImportRecord): Look {
  if (record.look_sealed === null || record.is_look_due) return fail(409, '正在读取表格，请稍等几秒再看')
  return lookOf(ctx.house.sealer.open, record.id, record.look_sealed)
}

export async function preview(
  ctx: Ctx,
  input: { id: string; map?: ColumnMap | undefined; options?: Record<string, string> | undefined },
): Promise<z.input<typeof Preview>> {
  const record = await getRecord(ctx, input.id)
  const { kind } = requireKind(ctx, record.line, record.kind)
  const look = getLook(ctx, record)
  const reader = await readerOf(kind)
  const options = optionsOf(kind, input.options ?? (record.options as Record<string, string>))
  const confirmed = input.map ?? (record.mapping as ColumnMap | null)
  const proposed = propose(look.header, reader.fields, await rememberedMap(ctx, record, fingerprintOf(look.header)))
  const columns = confirmed ? chosen(proposed, confirmed, look.header) : proposed
  const map = mapOf(columns)
  const used = new Set(Object.values(map))
  return {
    kind: look.kind,
    sheets: look.sheets.map((sheet, at) => ({ ...sheet, isRead: at === look.sheet })),
    headerRow: look.headerRow,
    total: look.total,
    headers: headersOf(look),
    columns,
    unused: look.header.filter((name, at) => name !== '' && !used.has(at)),
    fault: faultOf(map, reader.fields, widthOf(look)),
    options: shownOptions(kind, options),
    rows: rowsOf(look, reader, map, { today: ctx.today, options }),
  }
}

export const widthOf = (look: Look): number =>
  Math.max(look.header.length, ...dataRows(look).map(({ cells }) => cells.length))

const dataRows = (look: Look): RawRow[] => look.top.filter(({ row }) => row > look.headerRow)

/** What is chosen on the page goes before what was proposed, and then needs no confidence. */
const chosen = (proposed: readonly ProposedColumn[], map: ColumnMap, header: readonly string[]): ProposedColumn[] =>
  proposed.map((one) => {
    const column = map[one.key] ?? null
    return column === one.column
      ? one
      : { ...one, column, header: header[column ?? -1] ?? '', confidence: 1, isRemembered: false }
  })

/** Every column, also one without a name, with the first thing that stands in it. */
const headersOf = (look: Look) =>
  Array.from({ length: widthOf(look) }, (_, column) => ({
    column,
    name: look.header[column] ?? '',
    sample: maskCell(dataRows(look).find(({ cells }) => cells[column])?.cells[column] ?? '').slice(0, 40),
  })).filter(({ name, sample }) => name !== '' || sample !== '')

const shownOptions = (kind: ImportKind, options: Record<string, string>) =>
  (kind.options ?? []).map((option) => ({ ...optionShape(option), value: options[option.key] ?? option.default }))

export const optionShape = (option: NonNullable<ImportKind['options']>[number]) => ({
  key: option.key,
  title: option.title,
  values: Object.entries(option.values).map(([value, title]) => ({ value, title })),
  default: option.default,
})

function rowsOf(
  look: Look,
  reader: RowReader,
  map: ColumnMap,
  context: { today: string; options: Record<string, string> },
) {
  const read = createRowReader(reader, map, context)
  const keys = reader.fields.map(({ key }: Field) => key)
  return dataRows(look)
    .slice(0, shownRows)
    .map((raw) => {
      const checked = read(raw)
      const reasons = checked.value === null ? checked.reasons : checked.warnings
      return {
        row: raw.row,
        cells: keys.map((key) => maskCell(raw.cells[map[key] ?? -1] ?? '')),
        isRefused: checked.value === null,
        reasons,
      }
    })
}
