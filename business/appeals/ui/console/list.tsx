import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useDesk, useNow, usePages } from '../../../../kit/api/index.ts'
import { Button, Card, type CaseRow, CaseTable, Page } from '../../../../kit/index.ts'
import { channels } from '../../rules/words.ts'
import { workflow } from '../../workflow.ts'
import { ExportAppeals } from './export-dialog.tsx'
import { FilterFields } from './filter-fields.tsx'
import { isNarrowed, readFilters, writeFilters } from './filters.ts'
import { type Row, useAppeals } from './use-appeals.ts'
import { home, hrefOf } from './words.ts'

/** All appeals within reach: open ones by the clock, the address holds what narrows them. */
export function AppealList() {
  const now = useNow()
  const navigate = useNavigate()
  const { unit } = useDesk()
  const [params, setParams] = useSearchParams()
  const filters = readFilters(params)
  const list = usePages(useAppeals().list, { ...filters, limit: 50 })
  const [isExporting, setExporting] = useState(false)
  return (
    <Page
      title="职工诉求"
      sub={list.first ? `${unit.name}和下级在办 ${list.first.open} 件` : undefined}
      actions={<ListVerbs onExport={() => setExporting(true)} />}
    >
      <FilterFields
        filters={filters}
        onChange={(next) => setParams(writeFilters(next), { replace: true })}
        onClear={isNarrowed(filters) ? () => setParams(writeFilters({ scope: filters.scope })) : undefined}
      />
      <Card>
        <CaseTable
          label="职工诉求"
          rows={list.rows.map((row) => rowOf(row, (href) => void navigate(href)))}
          now={now}
          state={list.state}
          onRetry={list.retry}
          hide={['line']}
          empty={emptyWords(isNarrowed(filters))}
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
      {isExporting && <ExportAppeals filters={filters} onClose={() => setExporting(false)} />}
    </Page>
  )
}

function ListVerbs({ onExport }: { onExport: () => void }) {
  const { may } = useDesk()
  return (
    <div className="appeal-columns">
      <Button href={`${home}/calculators`}>算一算</Button>
      {may('appeals.export') && <Button onClick={onExport}>导出表格</Button>}
      {may('appeals.receive') && (
        <Button kind="primary" href={`${home}/new`}>
          登记诉求
        </Button>
      )}
    </div>
  )
}

const emptyWords = (narrowed: boolean) =>
  narrowed
    ? { title: '没有符合条件的诉求', body: '放宽条件，或清空条件再看。' }
    : { title: '没有在办的诉求', body: '新登记的会出现在这里。' }

function rowOf(row: Row, navigate: (href: string) => void): CaseRow {
  const href = hrefOf(row.id)
  const steps: Readonly<Record<string, { title: string }>> = workflow.steps
  const verb = row.nextVerb
  const title = verb ? steps[verb]?.title : undefined
  const isOver = (workflow.final as readonly string[]).includes(row.state)
  const state = workflow.states[row.state]
  return {
    id: row.id,
    href,
    title: row.urgency === 'urgent' && !isOver ? `紧急：${row.title}` : row.title,
    context: [
      row.place,
      row.enterpriseName || '未写单位',
      row.number,
      row.assigneeName ? `${state}，${row.assigneeName}` : state,
    ]
      .filter(Boolean)
      .join(' · '),
    clock: row.nextDueAt ? { due: row.nextDueAt } : undefined,
    source: channels[row.channel],
    verb: title && verb ? { title, onDo: () => navigate(`${href}?do=${verb}`) } : { title: '打开' },
  }
}
