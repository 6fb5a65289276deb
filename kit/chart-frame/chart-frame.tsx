import './chart-frame.css'
import { type ReactNode, useState } from 'react'
import { type Column, DataTable } from '../data-table/data-table.tsx'

export interface ChartRow {
  name: string
  words: string
}

interface ChartFrameProps {
  /** Names the picture and its table. */
  label: string
  /** Heads of the table: 月份, 诉求办结（宗）. */
  heads: [string, string]
  rows: readonly ChartRow[]
  children: ReactNode
}

/** A picture with its table one click away. */
export function ChartFrame({ label, heads, rows, children }: ChartFrameProps) {
  const [isTable, setTable] = useState(false)
  const columns: Column<ChartRow>[] = [
    { title: heads[0], cell: (row) => row.name },
    { title: heads[1], cell: (row) => row.words, align: 'right' },
  ]
  return (
    <figure className="nf-chart" aria-label={label}>
      {isTable ? <DataTable label={label} columns={columns} rows={rows} rowKey={(row) => row.name} /> : children}
      <button type="button" className="nf-link nf-small nf-chart-flip" onClick={() => setTable(!isTable)}>
        {isTable ? '看图' : '看表格'}
        <span className="nf-hidden">：{label}</span>
      </button>
    </figure>
  )
}
