import { useToday } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  FilterBar,
  Link,
  Segments,
  SelectField,
  Stack,
} from '../../../kit/index.ts'
import { quarterWords } from '../rules/words.ts'
import { Gantt, nodeWords } from './gantt.tsx'
import { matterHref, type Plan, quarterOptions, type Task } from './place.ts'
import { ConditionTags } from './tags.tsx'

export interface Wanted {
  chapter: string | undefined
  quarter: number | undefined
  onlyRisky: boolean
  view: 'gantt' | 'table'
}

interface Props {
  plan: Plan
  year: number
  wanted: Wanted
  /** Changes the address. */
  onWant: (change: Record<string, string | undefined>) => void
  onAdd?: (() => void) | undefined
}

const isRisky = ({ condition, isAsked }: Task): boolean => condition === 'behind' || condition === 'late' || isAsked

/** The tasks of the year as a picture over its quarters, or as a table; by chapter, by quarter, or only what is late. */
export function TasksCard({ plan, year, wanted, onWant, onAdd }: Props) {
  const today = useToday()
  const { chapter, quarter, onlyRisky } = wanted
  const rows = plan.tasks.filter(
    (task) =>
      (!chapter || task.chapter === chapter) &&
      (!quarter || (task.quarterFrom <= quarter && quarter <= task.quarterTo)) &&
      (!onlyRisky || isRisky(task)),
  )
  const chapters = new Map(plan.tasks.map((task) => [task.chapter, task.chapterTitle]))
  return (
    <Card title="任务" sub={`${rows.length} 项`} actions={onAdd && <Button onClick={onAdd}>加一项任务</Button>}>
      <Stack>
        <FilterBar>
          <Segments
            label="怎么看"
            value={wanted.view}
            onChange={(view) => onWant({ view: view === 'table' ? view : undefined })}
            options={[
              { value: 'gantt', title: '甘特图' },
              { value: 'table', title: '表格' },
            ]}
          />
          <SelectField
            compact
            label="章节"
            placeholder="所有章节"
            value={chapter}
            onChange={(next) => onWant({ chapter: next })}
            options={[...chapters].map(([value, title]) => ({ value, title }))}
          />
          <SelectField
            compact
            label="季度"
            placeholder="全年"
            value={quarter ? String(quarter) : undefined}
            onChange={(next) => onWant({ quarter: next })}
            options={quarterOptions}
          />
        </FilterBar>
        {wanted.view === 'gantt' && rows.length > 0 ? (
          <Gantt tasks={rows} year={year} today={today} />
        ) : (
          <DataTable
            label="任务"
            columns={columnsAt(today)}
            rows={rows}
            rowKey={(row) => row.id}
            empty="这里没有任务"
          />
        )}
      </Stack>
    </Card>
  )
}

const columnsAt = (today: string): Column<Task>[] => [
  { title: '任务', cell: (row) => <Link href={matterHref(row.id)}>{row.title}</Link> },
  { title: '业务', cell: (row) => `${row.chapterTitle} · ${row.lineTitle}` },
  {
    title: '牵头和配合',
    cell: (row) => (
      <>
        {row.department}
        {row.partners && <span className="plan-said">配合：{row.partners}</span>}
      </>
    ),
  },
  { title: '季度', cell: (row) => quarterWords(row.quarterFrom, row.quarterTo) },
  { title: '节点', cell: (row) => nodeWords(row.nodes, today) || '—' },
  { title: '进展', cell: (row) => <ConditionTags task={row} /> },
]
