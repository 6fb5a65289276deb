import { useNow, usePages } from '../../../kit/api/index.ts'
import { Card, type Column, DataTable, dayWords, Link, timeWords } from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import { sources } from '../rules/words.ts'
import { home, type Card as Row, useReportCheck } from './place.ts'

/** The checks somebody has, newest first, and until when each is kept. */
export function OwnChecks() {
  const now = useNow()
  const list = usePages(useReportCheck().list, { limit: 20 })
  return (
    <Card title="我核过的" sub="只有您自己看得到，到期自动删除">
      <DataTable
        label="我核过的报告"
        columns={columnsAt(now)}
        rows={list.rows}
        rowKey={(row) => row.id}
        state={list.state}
        onRetry={list.retry}
        empty="还没有核过报告"
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.onMore}
      />
    </Card>
  )
}

const columnsAt = (now: string): Column<Row>[] => [
  {
    title: '报告',
    cell: (row) => (
      <>
        <Link href={`${home}/${row.id}`}>{row.title}</Link>
        <div className="nf-soft nf-small">
          {row.year === null ? '年份不明' : `对 ${row.year} 年的记录`}，{sources[row.source]}
          {row.pages !== null && ` ${row.pages} 页`}
        </div>
      </>
    ),
  },
  { title: '一致', align: 'right', cell: (row) => row.counts.agrees },
  { title: '不一致', align: 'right', cell: (row) => row.counts.differs },
  { title: '没有记录', align: 'right', cell: (row) => row.counts.unrecorded },
  { title: '格式问题', align: 'right', cell: (row) => row.counts.defects },
  { title: '核验', cell: (row) => timeWords(row.checkedAt, now) },
  { title: '保存到', cell: (row) => dayWords(row.keptUntil, wallTime(now).day) },
]
