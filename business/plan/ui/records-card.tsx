import { contract as figures } from '../../../kernel/indicators/contract.ts'
import { useApi, useNow, usePages } from '../../../kit/api/index.ts'
import { Card, type Column, countedWords, DataTable, Link } from '../../../kit/index.ts'
import type { Target } from './place.ts'

/** The records that were counted for a target, newest first: the number opens. */
export function RecordsCard({ target: { figure, year } }: { target: Target }) {
  const now = useNow()
  const list = usePages(useApi('figures', figures).records, { code: figure, period: String(year), limit: 20 })
  const columns: Column<(typeof list.rows)[number]>[] = [
    { title: '记录', cell: (row) => <Link href={`/console${row.opens}`}>{row.title || row.number || '打开'}</Link> },
    { title: '地方', cell: (row) => row.place },
    { title: '何时计入', cell: (row) => countedWords(row.at, now) },
  ]
  return (
    <Card title="数由哪些记录算出">
      <DataTable
        label="背后的记录"
        columns={columns}
        rows={list.rows}
        rowKey={(row) => `${row.record} ${row.subject} ${row.at}`}
        state={list.state}
        onRetry={list.retry}
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.onMore}
      />
    </Card>
  )
}
