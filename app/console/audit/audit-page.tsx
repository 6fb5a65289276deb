import { useSearchParams } from 'react-router'
import type { z } from 'zod'
import { contract as audit } from '../../../kernel/audit/contract.ts'
import { useApi, useDesk, usePages } from '../../../kit/api/index.ts'
import { Card, type Column, DataTable, Page, StateBlock, Tag } from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import { deedWords } from './deeds.ts'
import { FilterFields } from './filter-fields.tsx'
import { askedOf, type Filters, isNarrowed, outcomes, readFilters, writeFilters } from './filters.ts'

type Entry = z.output<typeof audit.list.output>['rows'][number]

/** Who did what, newest first: deeds and reasons, never the business behind them. For the audit administrator alone. */
export default function AuditPage() {
  const { may } = useDesk()
  return may('audit.read') ? <Log /> : <StateBlock kind="forbidden" />
}

function Log() {
  const [params, setParams] = useSearchParams()
  const filters = readFilters(params)
  const list = usePages(useApi('audit', audit).list, { ...askedOf(filters), limit: 50 })
  const put = (next: Filters) => setParams(writeFilters(next), { replace: true })
  return (
    <Page title="审计记录" sub="谁在什么时候做了什么，从新到旧。记录只能看，任何人都不能改。点人或操作，只看同样的。">
      <FilterFields filters={filters} onChange={put} />
      <Card>
        <DataTable
          label="审计记录"
          columns={columnsFor((change) => put({ ...filters, ...change }))}
          rows={list.rows}
          rowKey={({ at, lane, seq }) => `${at} ${lane} ${seq}`}
          state={list.state}
          onRetry={list.retry}
          empty={isNarrowed(filters) ? '没有符合条件的记录。放宽条件，或清空条件再看。' : '还没有记录'}
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
    </Page>
  )
}

function columnsFor(onNarrow: (change: Partial<Filters>) => void): Column<Entry>[] {
  return [
    { title: '时间', cell: ({ at }) => <When at={at} /> },
    {
      title: '谁',
      cell: ({ actor }) => <Narrowing words={actor || '未登录'} onDo={actor ? () => onNarrow({ actor }) : undefined} />,
    },
    {
      title: '做了什么',
      cell: (entry) => <Narrowing words={deedWords(entry)} onDo={() => onNarrow({ action: entry.action })} />,
    },
    {
      title: '结果',
      cell: ({ outcome }) => <Tag tone={outcome === 'refused' ? 'red' : 'quiet'}>{outcomes[outcome]}</Tag>,
    },
    { title: '原因和说明', cell: ({ reason }) => reason && <div className="wide-cell">{reason}</div> },
    { title: '地址', cell: ({ ip }) => ip },
  ]
}

/** An auditor needs the second, not only the minute. */
function When({ at }: { at: string }) {
  const { day, clock } = wallTime(at)
  return (
    <time className="no-wrap" dateTime={at}>
      {day} {clock}:{at.slice(17, 19)}
    </time>
  )
}

function Narrowing({ words, onDo }: { words: string; onDo: (() => void) | undefined }) {
  if (!onDo) return words
  return (
    <button type="button" className="nf-link audit-narrow" title={`只看：${words}`} onClick={onDo}>
      {words}
    </button>
  )
}
