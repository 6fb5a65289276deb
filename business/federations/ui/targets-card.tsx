import { useState } from 'react'
import { NotYet, useRead } from '../../../kit/api/index.ts'
import { Card, type Column, DataTable, Segments, Tag } from '../../../kit/index.ts'
import { useFederations, useYear } from './place.ts'

interface Target {
  figure: string
  title: string
  unit: string
  comparator: '>=' | '<='
  number: number
  source: string
  value: number
  isReached: boolean
}

const columns: readonly Column<Target>[] = [
  { title: '指标', cell: (row) => row.title },
  { title: '年末或现在', align: 'right', cell: (row) => `${row.value} ${row.unit}` },
  {
    title: '目标',
    align: 'right',
    cell: (row) => `${row.comparator === '>=' ? '不少于' : '不超过'} ${row.number} ${row.unit}`,
  },
  {
    title: '结果',
    cell: (row) => (
      <Tag tone={row.isReached ? 'green' : 'honey'}>
        {row.isReached ? '达到' : `还差 ${Math.abs(row.number - row.value)}`}
      </Tag>
    ),
  },
  { title: '来源', cell: (row) => row.source },
]

/** What the plan of a year wants, beside what the records hold in the own place. */
export function TargetsCard() {
  const now = useYear()
  const years = [now - 2, now - 1, now]
  const [year, setYear] = useState(2024 >= now - 2 ? 2024 : now)
  const { data, state, retry } = useRead(useFederations().targets, { year })
  return (
    <Card
      title="年度目标"
      sub="按本单位辖区的数对照全区目标"
      actions={
        <Segments
          label="年份"
          value={String(year)}
          onChange={(next) => setYear(Number(next))}
          options={years.map((one) => ({ value: String(one), title: `${one} 年` }))}
        />
      }
    >
      {data ? (
        <DataTable
          label="年度目标"
          columns={columns}
          rows={data}
          rowKey={(row) => row.figure}
          empty="这一年没有登记工联会的目标"
        />
      ) : (
        <NotYet state={state} retry={retry} />
      )}
    </Card>
  )
}
