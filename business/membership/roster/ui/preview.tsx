import { NotYet, useApi, useRead } from '../../../../kit/api/index.ts'
import { Card, DataTable, Notice, type Org } from '../../../../kit/index.ts'
import { rosterContract } from '../contract.ts'
import type { Columns } from './draft.ts'

interface PreviewProps {
  columns: Columns
  problem: string | undefined
  unit: Org | undefined
}

/** The first members as they will stand in the file, numbers and phones covered. */
export function Preview({ columns, problem, unit }: PreviewProps) {
  return (
    <Card title="预览" sub="前 3 位会员，号码已遮盖">
      {problem ? <Notice tone="watch">{problem}</Notice> : <Rows columns={columns} unit={unit?.id} />}
    </Card>
  )
}

function Rows({ columns, unit }: { columns: Columns; unit: string | undefined }) {
  const { data, state, retry } = useRead(useApi('membership', rosterContract).previewExport, {
    unit,
    columns: [...columns],
  })
  if (!data) return <NotYet state={state} retry={retry} />
  const rows = data.rows.map((cells, at) => ({ at, cells }))
  return (
    <div className="roster-preview">
      <DataTable
        label="预览"
        rows={rows}
        rowKey={(row) => String(row.at)}
        columns={columns.map(({ header }, at) => ({
          title: header,
          cell: (row: { cells: readonly string[] }) => row.cells[at] ?? '',
        }))}
        empty={`${data.unitName}还没有会员`}
      />
      {data.total > 0 && (
        <p className="nf-soft nf-small">
          {data.unitName}和下级共 {data.total.toLocaleString('zh-CN')} 位会员
        </p>
      )}
      {data.total > data.most && (
        <Notice tone="watch">
          一次最多导出 {data.most.toLocaleString('zh-CN')} 位，请先在上面选一个下级工会，分几次导出
        </Notice>
      )}
    </div>
  )
}
