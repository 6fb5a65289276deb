import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Column } from '../../kernel/exchange/columns.ts'
import { exportTable } from '../../kernel/exchange/export.ts'
import type { contract } from './contract.ts'
import { conditions, quarterWords } from './rules/words.ts'
import { type PlanTask, tasksFor } from './tasks.ts'

const columns: readonly Column<PlanTask>[] = [
  { title: '编号', width: 14, value: (row) => row.number },
  { title: '章节', width: 8, value: (row) => row.chapterTitle },
  { title: '业务', width: 16, value: (row) => row.lineTitle },
  { title: '任务', width: 40, value: (row) => row.title },
  { title: '来源', width: 14, value: (row) => row.source },
  { title: '牵头部室', width: 16, value: (row) => row.department },
  { title: '配合单位', width: 24, value: (row) => row.partners },
  { title: '季度', width: 14, value: (row) => quarterWords(row.quarterFrom, row.quarterTo) },
  { title: '节点（个）', width: 10, kind: 'number', value: (row) => row.nodes.length },
  {
    title: '已完成节点（个）',
    width: 12,
    kind: 'number',
    value: (row) => row.nodes.filter(({ doneOn }) => doneOn).length,
  },
  { title: '进展', width: 8, value: (row) => conditions[row.condition] },
]

/** The tasks of a year as they stand on the screen. */
export async function exportPlan(
  ctx: Ctx,
  { year, reason, format }: ParsedOf<typeof contract.exportPlan>,
): Promise<OutputOf<typeof contract.exportPlan>> {
  const rows = await tasksFor(ctx, year)
  const { document, rows: count } = await exportTable(ctx, {
    title: `${year} 年度任务`,
    line: 'plan',
    columns,
    rows,
    reason,
    format,
  })
  return { documentId: document.id, name: document.name, rows: count }
}
