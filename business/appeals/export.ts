import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Column } from '../../kernel/exchange/columns.ts'
import { exportTable, inPages } from '../../kernel/exchange/export.ts'
import type { contract } from './contract.ts'
import { listAppeals } from './queries.ts'
import { categories, channels } from './rules/words.ts'
import { workflow } from './workflow.ts'

type Row = OutputOf<typeof contract.list>['rows'][number]

/** The list as it stands on the screen; no story, name or phone leaves in a table. */
const columns: readonly Column<Row>[] = [
  { title: '编号', width: 14, value: (row) => row.number },
  { title: '诉求', width: 26, value: (row) => row.title },
  { title: '状态', width: 9, value: (row) => workflow.states[row.state] },
  { title: '类别', width: 9, value: (row) => categories[row.category] },
  { title: '来源', width: 13, value: (row) => channels[row.channel] },
  { title: '单位', width: 34, value: (row) => row.enterpriseName },
  { title: '地点', width: 13, value: (row) => row.place },
  { title: '人数', width: 7, kind: 'number', value: (row) => row.headcount },
  { title: '承办人', width: 10, value: (row) => row.assigneeName ?? '' },
  { title: '接报时间', width: 17, kind: 'instant', value: (row) => row.createdAt },
  { title: '下一时限', width: 17, kind: 'instant', value: (row) => row.nextDueAt },
]

export async function exportAppeals(
  ctx: Ctx,
  input: ParsedOf<typeof contract.export>,
): Promise<OutputOf<typeof contract.export>> {
  const { reason, format, ...filter } = input
  const rows = inPages((after) => listAppeals(ctx, { ...filter, after, limit: 200 }))
  const { document, rows: count } = await exportTable(ctx, {
    title: '职工诉求列表',
    line: 'appeals',
    columns,
    rows,
    reason,
    format,
  })
  return { documentId: document.id, name: document.name, rows: count }
}
