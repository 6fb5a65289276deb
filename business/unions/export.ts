import type { OutputOf, ParsedOf } from '../../kernel/contract/contract.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Column } from '../../kernel/exchange/columns.ts'
import { exportTable, inPages } from '../../kernel/exchange/export.ts'
import type { contract } from './contract.ts'
import { certificateStates, forms, termStates } from './rules/words.ts'
import { listUnions } from './unions-list.ts'

type Row = OutputOf<typeof contract.unions>['rows'][number]

const columns: readonly Column<Row>[] = [
  { title: '工会名称', width: 40, value: (row) => row.name },
  { title: '上级工会', width: 14, value: (row) => row.place },
  { title: '组织形式', width: 12, value: (row) => (row.form ? forms[row.form] : '') },
  { title: '会员数', width: 8, kind: 'number', value: (row) => row.members },
  { title: '主席', width: 10, value: (row) => row.chairName ?? '' },
  { title: '任期届满', width: 12, value: (row) => row.termUntil ?? '' },
  { title: '任期', width: 10, value: (row) => termStates[row.termState] },
  { title: '证书到期', width: 12, value: (row) => row.certificateUntil ?? '' },
  { title: '证书', width: 10, value: (row) => certificateStates[row.certificateState] },
  { title: '规范化', width: 8, value: (row) => (row.isRegular ? '是' : '否') },
]

/** The register as it stands on the screen. */
export async function exportUnions(
  ctx: Ctx,
  input: ParsedOf<typeof contract.export>,
): Promise<OutputOf<typeof contract.export>> {
  const { reason, format, ...filter } = input
  const rows = inPages((after) => listUnions(ctx, { ...filter, after, limit: 200 }))
  const { document, rows: count } = await exportTable(ctx, {
    title: '工会台账',
    line: 'unions',
    columns,
    rows,
    reason,
    format,
  })
  return { documentId: document.id, name: document.name, rows: count }
}
