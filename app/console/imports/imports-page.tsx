import { useDesk, useNow, usePages } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  exactWords,
  Link,
  Page,
  StateBlock,
  Tag,
  timeWords,
} from '../../../kit/index.ts'
import { type Listed, useImports } from './use-imports.ts'
import { countWords, stateTone } from './words.ts'

/** Spreadsheets brought in, newest first: one's own and those of the unions below. */
export default function ImportsPage() {
  const { may } = useDesk()
  return may('imports.use') ? <List /> : <StateBlock kind="forbidden" />
}

function List() {
  const list = usePages(useImports().list, { limit: 30 })
  const now = useNow()
  return (
    <Page
      title="导入"
      sub="把 Excel 或 CSV 表格成批登记进来。先核对、后导入；导入错了，七天左右的期限内可以整批撤销。"
      actions={
        <Button kind="primary" href="/console/imports/new">
          导入表格
        </Button>
      }
    >
      <Card>
        <DataTable
          label="导入记录"
          columns={columnsAt(now)}
          rows={list.rows}
          rowKey={({ id }) => id}
          state={list.state}
          onRetry={list.retry}
          empty="还没有导入过表格。点右上角“导入表格”开始。"
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
    </Page>
  )
}

const columnsAt = (now: string): Column<Listed>[] => [
  {
    title: '表格',
    cell: ({ id, title, fileName }) => (
      <>
        <Link href={`/console/imports/${id}`}>{title}</Link>
        <div className="nf-soft nf-small wide-cell">{fileName}</div>
      </>
    ),
  },
  { title: '给哪个工会', cell: ({ unit }) => unit.name },
  { title: '状态', cell: ({ state, stateTitle }) => <Tag tone={stateTone[state]}>{stateTitle}</Tag> },
  { title: '结果', cell: (row) => (hasResult(row) ? countWords(row.counts) : '') },
  { title: '上传', cell: ({ sender, isMine }) => (isMine ? '我' : sender) },
  {
    title: '时间',
    cell: ({ createdAt }) => (
      <time className="no-wrap" dateTime={createdAt} title={exactWords(createdAt)}>
        {timeWords(createdAt, now)}
      </time>
    ),
  },
]

const hasResult = ({ state }: Listed): boolean => state === 'checked' || state === 'stored' || state === 'undone'
