import { Card, type Column, DataTable, Link } from '../../../kit/index.ts'

interface Target {
  figure: string
  title: string
  unit: string
  year: number
  comparator: '>=' | '<='
  number: number
  source: string
}

const columns: Column<Target>[] = [
  { title: '数据', cell: (row) => row.title },
  { title: '年份', align: 'right', cell: (row) => `${row.year} 年` },
  {
    title: '目标',
    align: 'right',
    cell: (row) => `${row.comparator === '>=' ? '不少于' : '不超过'} ${row.number} ${row.unit}`,
  },
  { title: '依据', cell: (row) => row.source },
]

/** What each year is to bring, as the plan of the year says it. */
export function TargetsCard({ targets, canEdit }: { targets: readonly Target[]; canEdit: boolean }) {
  return (
    <Card
      title="年度目标"
      sub="数据旁边显示完成情况"
      actions={canEdit && <Link href="/console/plan">到年度任务里修改</Link>}
    >
      <DataTable
        label="年度目标"
        columns={columns}
        rows={targets}
        rowKey={(row) => `${row.figure} ${row.year}`}
        empty="还没有下达年度目标。"
      />
    </Card>
  )
}
