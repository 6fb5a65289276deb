import { usePages } from '../../../kit/api/index.ts'
import { Card, type Column, DataTable, Link } from '../../../kit/index.ts'
import { matterHref, useFederations } from './place.ts'

interface Visit {
  id: string
  firm: string
  visitedOn: string
  visitor: string
  found: string
  matterId: string | null
  matterState: string | null
}

const columns: readonly Column<Visit>[] = [
  { title: '企业', cell: (visit) => visit.firm },
  { title: '日期', cell: (visit) => visit.visitedOn },
  { title: '走访人', cell: (visit) => visit.visitor },
  { title: '看到、听到什么', cell: (visit) => visit.found },
  {
    title: '跟进',
    cell: (visit) =>
      visit.matterId ? <Link href={matterHref(visit.matterId)}>{visit.matterState ?? '跟进'}</Link> : '不用跟进',
  },
]

/** Visits of a federation, newest first. */
export function VisitsCard({ id }: { id: string }) {
  const list = usePages(useFederations().visits, { id, limit: 20 })
  return (
    <Card title="走访记录">
      <DataTable
        label="走访记录"
        columns={columns}
        rows={list.rows}
        rowKey={(visit) => visit.id}
        state={list.state}
        onRetry={list.retry}
        empty="还没有走访记录"
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.onMore}
      />
    </Card>
  )
}
