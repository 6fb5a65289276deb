import { Navigate, useNavigate } from 'react-router'
import { contract as todo } from '../../../kernel/todo/contract.ts'
import { useApi, useDesk, useNow, usePages } from '../../../kit/api/index.ts'
import { Card, type CaseRow, CaseTable, Page, StateBlock } from '../../../kit/index.ts'
import type { Todo } from '../registries.ts'
import { isAdministrator } from '../roles.ts'
import { useWork } from '../shell/at-work.tsx'
import { firstPageOf } from '../shell/navigation.ts'
import { HomeFigures } from './home-figures.tsx'
import { todaySentence } from './today-sentence.ts'

/** The desk in the morning: what today needs, by the clock across all lines; then the year so far. */
export default function Home() {
  const { post } = useWork()
  const { may } = useDesk()
  if (isAdministrator(post.role)) return <AdministratorHome role={post.role} />
  if (!may('todo.read')) return <StateBlock kind="forbidden" />
  return <WorkingHome />
}

/** 三员 have no business to do: each begins at what is theirs. */
function AdministratorHome({ role }: { role: string }) {
  return <Navigate to={firstPageOf(role)} replace />
}

function WorkingHome() {
  const now = useNow()
  const { may } = useDesk()
  const navigate = useNavigate()
  const list = usePages(useApi('todo', todo).list, { limit: 50 })
  const title = list.first ? todaySentence(list.first) : '待办'
  return (
    <Page title={title} sub={subOf(list.first?.late ?? 0)}>
      <Card>
        <CaseTable
          label="待办"
          rows={list.rows.map((row) => rowOf(row, (href) => void navigate(href)))}
          now={now}
          state={list.state}
          onRetry={list.retry}
          empty={{ title: '没有要办的事', body: '交给您或本单位的事会出现在这里。下级在办的，看左边各业务的列表。' }}
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
      {may('figures.read') && <HomeFigures />}
    </Page>
  )
}

const subOf = (late: number): string =>
  `${late > 0 ? `${late} 件已经超时。` : ''}按时限排序，所有业务在一处。时限依据点开可见。`

function rowOf(row: Todo, navigate: (href: string) => void): CaseRow {
  const href = `/console/${row.line}/${row.id}`
  const { verb, verbTitle } = row
  return {
    id: row.id,
    href,
    title: row.title,
    context: [row.place, row.summary, row.number].filter(Boolean).join(' · '),
    clock: row.dueAt ? { due: row.dueAt } : undefined,
    line: row.lineTitle,
    source: row.source,
    verb: verb && verbTitle ? { title: verbTitle, onDo: () => navigate(`${href}?do=${verb}`) } : { title: '打开' },
  }
}
