import { Card, type Column, DataTable, dayWords, Link, Tag } from '../../../kit/index.ts'
import { aspects } from '../rules/words.ts'
import { workflow } from '../workflow.ts'
import { type Adjustment, matterHref, type Supervision } from './place.ts'

type Tone = 'quiet' | 'blue' | 'green' | 'honey'
const tones: Readonly<Record<string, Tone>> = {
  approved: 'green',
  proposed: 'honey',
  asked: 'honey',
  answered: 'blue',
  settled: 'green',
}
const State = ({ state }: { state: Adjustment['state'] }) => (
  <Tag tone={tones[state] ?? 'quiet'}>{workflow.states[state]}</Tag>
)

const adjustmentColumns: readonly Column<Adjustment>[] = [
  { title: '编号', cell: (row) => <Link href={matterHref(row.id)}>{row.number}</Link> },
  { title: '调整', cell: (row) => `${aspects[row.aspect]}：${row.was} → ${row.becomes}` },
  { title: '原因', cell: (row) => row.reason },
  { title: '结果', cell: (row) => <State state={row.state} /> },
]

/** What was asked to be changed and what became of it; nothing is forgotten. */
export function AdjustmentsCard({ rows }: { rows: readonly Adjustment[] }) {
  if (rows.length === 0) return null
  return (
    <Card title="调整">
      <DataTable label="调整" columns={adjustmentColumns} rows={rows} rowKey={(row) => row.id} />
    </Card>
  )
}

const supervisionColumns: readonly Column<Supervision>[] = [
  { title: '编号', cell: (row) => <Link href={matterHref(row.id)}>{row.number}</Link> },
  { title: '为什么问', cell: (row) => row.title },
  {
    title: '答复',
    cell: (row) => row.answer && `${row.answer}${row.expectedOn ? `（预计 ${dayWords(row.expectedOn)}）` : ''}`,
  },
  { title: '状态', cell: (row) => <State state={row.state} /> },
]

/** What the watch asked about, once, and what was answered. */
export function SupervisionsCard({ rows }: { rows: readonly Supervision[] }) {
  if (rows.length === 0) return null
  return (
    <Card title="督办" sub="节点逾期或预计完不成时自动发起，同一件事只问一次">
      <DataTable label="督办" columns={supervisionColumns} rows={rows} rowKey={(row) => row.id} />
    </Card>
  )
}
