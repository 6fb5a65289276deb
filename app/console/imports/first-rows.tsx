import { Card, type Column, DataTable, Tag } from '../../../kit/index.ts'
import type { Previewed } from './use-imports.ts'

type Row = Previewed['rows'][number]

/** The first rows as they would be read; long numbers are covered. */
export function FirstRows({ seen }: { seen: Previewed }) {
  const shown = seen.columns.map((column, at) => ({ ...column, at })).filter(({ column }) => column !== null)
  const columns: Column<Row>[] = [
    { title: '行', cell: ({ row }) => <span className="no-wrap">{`第 ${row} 行`}</span> },
    { title: '能不能导入', cell: (row) => <Verdict row={row} /> },
    ...shown.map(({ title, at }) => ({ title, cell: ({ cells }: Row) => cells[at] })),
  ]
  return (
    <Card title={`前 ${seen.rows.length} 行会这样读`} sub="号码遮住了中间几位；手机上只显示前 5 行">
      <div className="import-first">
        <DataTable
          label="前几行"
          columns={columns}
          rows={seen.rows}
          rowKey={({ row }) => String(row)}
          empty="表头下面没有数据行"
        />
      </div>
    </Card>
  )
}

function Verdict({ row: { isRefused, reasons } }: { row: Row }) {
  if (reasons.length === 0) return <Tag tone="green">可以</Tag>
  return (
    <div className="import-reasons">
      <Tag tone={isRefused ? 'red' : 'honey'}>{isRefused ? '不能' : '可以，请留意'}</Tag>
      <ul>
        {reasons.map(({ column, code, message }) => (
          <li key={`${column} ${code}`}>{column ? `${column}：${message}` : message}</li>
        ))}
      </ul>
    </div>
  )
}
