import { useNow, usePages } from '../../../kit/api/index.ts'
import { Card, type Column, DataTable, Link, Page, Tag, timeWords } from '../../../kit/index.ts'
import { home, title, useCleanUp } from './place.ts'

type Row = { id: string; number: string; at: string; place: string; canUndo: boolean }

/** Merges that were made; each opens the matter, where it can be taken back. */
export function MergesPage() {
  const now = useNow()
  const list = usePages(useCleanUp().merges, { limit: 50 })
  const columns: Column<Row>[] = [
    { title: '编号', cell: (row) => <Link href={`${home}/${row.id}`}>{row.number}</Link> },
    { title: '地方', cell: (row) => row.place },
    { title: '合并于', cell: (row) => timeWords(row.at, now) },
    { title: '现在', cell: (row) => <Tag tone="quiet">{row.canUndo ? '可以撤销' : '已撤销'}</Tag> },
  ]
  return (
    <Page
      breadcrumb={[{ title, href: home }, { title: '合并过的' }]}
      title="合并过的人员"
      sub="合并随时可以撤销，两条记录恢复原样；合并之后另外改过的内容保留。"
    >
      <Card>
        <DataTable
          label="合并过的人员"
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          state={list.state}
          onRetry={list.retry}
          empty="还没有合并过人员"
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
    </Page>
  )
}
