import { useNow, usePages } from '../../../kit/api/index.ts'
import { type Column, countedWords, DataTable, Link } from '../../../kit/index.ts'
import type { Asked } from './asked.ts'
import { type FigureRecord, useFigures } from './place.ts'
import { figureSentence } from './say.ts'

interface FigureRecordsProps {
  code: string
  asked: Asked
  part: 'numerator' | 'denominator'
  /** What each record counts; nothing is said where each counts one. */
  unit: string
}

/** The records behind a figure, newest first; each opens. */
export function FigureRecords({ code, asked, part, unit }: FigureRecordsProps) {
  const now = useNow()
  const { period, place, group } = asked
  const list = usePages(useFigures().records, { code, period, orgPath: place, group, part, limit: 20 })
  return (
    <DataTable
      label="数据背后的记录"
      columns={columnsAt(now, unit)}
      rows={list.rows.map((row, index) => ({ ...row, index }))}
      rowKey={(row) => String(row.index)}
      state={list.state}
      onRetry={list.retry}
      empty="这段时间没有记录"
      hasMore={list.hasMore}
      isLoadingMore={list.isLoadingMore}
      onMore={list.onMore}
    />
  )
}

const columnsAt = (now: string, unit: string): Column<FigureRecord & { index: number }>[] => [
  {
    title: '事项',
    cell: (row) => (
      <>
        <Link href={`/console${row.opens}`}>{row.title || row.number || '打开记录'}</Link>
        <div className="nf-soft nf-small">
          {[
            row.title.startsWith(row.place) ? '' : row.place,
            row.summary,
            row.number,
            unit === '元' ? figureSentence(row.value, unit) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </>
    ),
  },
  { title: '时间', align: 'right', cell: (row) => countedWords(row.at, now) },
]
