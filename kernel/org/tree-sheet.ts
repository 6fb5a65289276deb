import { z } from 'zod'
import { mapHeaders } from '../exchange/headers.ts'
import { readRecords } from '../exchange/records.ts'
import { readTable } from '../exchange/table.ts'
import type { TreeReport, TreeRow } from './import-tree.ts'

/** What the columns of such a sheet may be called, for `mapHeaders`. */
export const treeFields = [
  { key: 'street', title: '街道', synonyms: ['街道总工会', '所属街道', '街道名称', '镇街', '街办'], required: true },
  {
    key: 'community',
    title: '社区',
    synonyms: ['社区工联会', '所属社区', '工联会', '社区名称', '社区工会联合会'],
    required: false,
  },
  {
    key: 'union',
    title: '工会名称',
    synonyms: ['基层工会', '企业工会', '工会组织名称', '单位名称', '工会全称'],
    required: false,
  },
  {
    key: 'creditCode',
    title: '工会统一社会信用代码',
    synonyms: ['统一社会信用代码', '信用代码', '工会法人代码', '社会信用代码'],
    required: false,
  },
  { key: 'grade', title: '等级', synonyms: ['工联会等级', '级别', '星级'], required: false },
  { key: 'foundedOn', title: '成立日期', synonyms: ['建会日期', '成立时间', '建会时间'], required: false },
] as const

const cell = z.string().max(200, '这一格太长，请核对是否串行')
const Row = z.object({
  street: cell,
  community: cell.optional(),
  union: cell.optional(),
  creditCode: cell.optional(),
  grade: cell.optional(),
  foundedOn: cell.optional(),
})

/**
 * Reads a sheet of unions (.xlsx or .csv) for `importTree`. A cell left empty in the column of the street or the community, as merged cells leave it,
 * means the one above. @returns the rows, the reasons of those that cannot be read, and which column was taken for what
 * @throws Failure as `readTable` does; 422 when there is no column of streets
 */
export async function readTreeSheet(
  source: AsyncIterable<Uint8Array>,
): Promise<{ rows: TreeRow[]; errors: TreeReport['errors']; columns: { title: string; header: string }[] }> {
  const table = await readTable(source, { known: treeFields.flatMap(({ title, synonyms }) => [title, ...synonyms]) })
  const mapping = mapHeaders(table.header, treeFields)
  const rows: TreeRow[] = []
  const errors: TreeReport['errors'] = []
  let above: { street?: string; community?: string } = {}
  for await (const read of readRecords(table.rows, mapping, Row.partial())) {
    if (!read.ok) {
      errors.push({
        row: read.row,
        message: read.errors.map(({ column, message }) => `${column}：${message}`).join('；'),
      })
      continue
    }
    const street = read.value.street ?? above.street
    const community =
      read.value.community ??
      (read.value.street === undefined || read.value.street === above.street ? above.community : undefined)
    above = { street, community }
    rows.push({ ...read.value, row: read.row, street: street ?? '', community })
  }
  return {
    rows,
    errors,
    columns: mapping.columns.flatMap(({ title, column, header }) => (column === null ? [] : [{ title, header }])),
  }
}
