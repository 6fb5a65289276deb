import { contract as figures } from '../../../kernel/indicators/contract.ts'
import { useApi, useNow, usePages } from '../../../kit/api/index.ts'
import { type Column, DataTable, Link, timeWords } from '../../../kit/index.ts'
import type { FigureRecord } from '../registries.ts'

/** The records behind a figure, newest first; each opens. */
export function FigureRecords({ code, year, place }: { code: string; year: number; place: string }) {
  const now = useNow()
  const list = usePages(useApi('figures', figures).records, { code, year, orgPath: place, limit: 20 })
  return (
    <section aria-label="记录">
      <h3 className="panel-head">记录</h3>
      <DataTable
        label="数据背后的记录"
        columns={columnsAt(now)}
        rows={list.rows}
        rowKey={(row) => `${row.record} ${row.at} ${row.value}`}
        state={list.state}
        onRetry={list.retry}
        empty="这段时间没有记录"
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.onMore}
      />
    </section>
  )
}

const columnsAt = (now: string): Column<FigureRecord>[] => [
  {
    title: '事项',
    cell: (row) => (
      <>
        <Link href={`/console${row.opens}`}>{row.title || row.number || '打开记录'}</Link>
        <div className="nf-soft nf-small">{[row.place, row.summary, row.number].filter(Boolean).join(' · ')}</div>
      </>
    ),
  },
  { title: '时间', align: 'right', cell: (row) => timeWords(row.at, now) },
]
