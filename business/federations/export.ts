import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Column } from '../../kernel/exchange/columns.ts'
import { exportTable } from '../../kernel/exchange/export.ts'
import type { contract } from './contract.ts'
import { gradeWords } from './rules/words.ts'
import { listYear } from './year.ts'

type Row = OutputOf<typeof contract.yearTable>[number]

const columns: readonly Column<Row>[] = [
  { title: '街道', width: 12, value: (row) => row.street },
  { title: '工联会', width: 16, value: (row) => row.name },
  { title: '等级', width: 8, value: (row) => gradeWords(row.grade) },
  { title: '试点', width: 6, value: (row) => (row.isPilot ? '是' : '否') },
  { title: '示范点', width: 8, value: (row) => (row.isPoint ? '是' : '否') },
  { title: '覆盖企业（家）', width: 12, kind: 'number', value: (row) => row.firms },
  { title: '规范化达到（项）', width: 12, kind: 'number', value: (row) => row.met },
  { title: '没有达到（项）', width: 12, kind: 'number', value: (row) => row.notMet },
  { title: '还没有核实（项）', width: 12, kind: 'number', value: (row) => row.open },
  { title: '走访（次）', width: 10, kind: 'number', value: (row) => row.visits },
  { title: '走访企业（家）', width: 12, kind: 'number', value: (row) => row.visitedFirms },
  { title: '社团（个）', width: 10, kind: 'number', value: (row) => row.clubs },
  { title: '活动（场）', width: 10, kind: 'number', value: (row) => row.activities },
  { title: '参加活动（人次）', width: 12, kind: 'number', value: (row) => row.heads },
  { title: '互联互动（组）', width: 12, kind: 'number', value: (row) => row.links },
  { title: '获奖项目（个）', width: 12, kind: 'number', value: (row) => row.awards },
]

/** The table of a year as it stands on the screen. */
export async function exportYear(
  ctx: Ctx,
  { year, under, reason, format }: ParsedOf<typeof contract.exportYear>,
): Promise<OutputOf<typeof contract.exportYear>> {
  const rows = await listYear(ctx, year, under)
  const title = `${year} 年社区工联会年度表`
  const { document, rows: count } = await exportTable(ctx, {
    title,
    line: 'federations',
    columns,
    rows,
    reason,
    format,
  })
  return { documentId: document.id, name: document.name, rows: count }
}
