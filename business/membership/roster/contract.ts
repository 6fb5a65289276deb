import { z } from 'zod'
import { action, query, shapes } from '../../../kernel/contract/contract.ts'
import { orgPathShape } from '../../../kernel/org/contract.ts'
import { type ExportField, exportFields, type Format, formats, mayTake } from './rules/layouts.ts'

const keys = <K extends string>(of: Record<K, unknown>) => z.enum(Object.keys(of) as [K, ...K[]])
const LayoutId = z.string().min(1).max(40)

const Column = z
  .object({ field: keys<ExportField>(exportFields), header: shapes.line(40), format: keys<Format>(formats) })
  .refine(({ field, format }) => mayTake(field, format), { error: '这一栏没有这种写法，请重新选择', path: ['format'] })

const columns = z
  .array(Column)
  .min(1, '至少要有一栏')
  .max(60, '最多 60 栏，请精简')
  .refine((all) => new Set(all.map(({ header }) => header)).size === all.length, '有两栏同名，请改一个列名')

export const Mapping = z.object({
  id: LayoutId,
  name: z.string(),
  columns: z.array(Column),
  source: z.string(),
  validFrom: shapes.day,
  /** A starting version of the house: to be copied, not changed. */
  isBuiltIn: z.boolean(),
  /** Union that keeps it; null for a built-in one. */
  ownerName: z.string().nullable(),
  canEdit: z.boolean(),
})

/** Merged into the contract of 入会. */
export const rosterContract = {
  exportMappings: query('membership.export', '导出格式', z.object({}), z.object({ rows: z.array(Mapping) })),
  saveExportMapping: action(
    'membership.export',
    '保存导出格式',
    z.object({
      id: shapes.id.optional(),
      name: shapes.line(40),
      columns,
      source: shapes.line(200),
      validFrom: shapes.day,
    }),
    z.object({ id: shapes.id }),
  ),
  removeExportMapping: action(
    'membership.export',
    '删除导出格式',
    z.object({ id: shapes.id }),
    z.object({ id: shapes.id }),
  ),
  /** First members as they would be written, document numbers and phones masked. */
  previewExport: query(
    'membership.export',
    '预览导出',
    z.object({ unit: orgPathShape.optional(), columns }),
    z.object({ rows: z.array(z.array(z.string())), total: z.int(), most: z.int(), unitName: z.string() }),
  ),
  exportMembers: action(
    'membership.export',
    '导出会员',
    z.object({
      /** Path of the union whose members are meant, with those below; without it the actor's own. */
      unit: orgPathShape.optional(),
      mappingId: LayoutId,
      numbers: z.enum(['masked', 'full']).default('masked'),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      reason: z.string().trim().min(4, '请写明导出原因，至少四个字').max(200, '最多写 200 个字，请精简'),
    }),
    z.object({ documentId: shapes.id, name: z.string(), rows: z.int() }),
  ),
}
