import { useState } from 'react'
import { usePages } from '../../../kit/api/index.ts'
import { Link, StateBlock } from '../../../kit/index.ts'
import { type Report, useFigures } from './place.ts'

interface RecordsListProps {
  code: string
  report: Pick<Report, 'year' | 'orgPath'>
}

/** The very records that were counted, newest first, once they are asked for. */
export function RecordsList({ code, report }: RecordsListProps) {
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <Records code={code} report={report} />
  return (
    <button type="button" className="nf-link" onClick={() => setOpen(true)}>
      打开这些记录
    </button>
  )
}

function Records({ code, report }: RecordsListProps) {
  const asked = { period: String(report.year), orgPath: report.orgPath, code, limit: 20 }
  const { rows, state, retry, hasMore, isLoadingMore, onMore } = usePages(useFigures().records, asked)
  if (rows.length === 0) {
    const action = state === 'error' ? { title: '再试一次', onDo: retry } : undefined
    return (
      <StateBlock
        kind={state === 'ready' ? 'empty' : state}
        title={state === 'ready' ? '没有记录' : undefined}
        action={action}
      />
    )
  }
  return (
    <>
      <ul className="report-records" aria-label="记录">
        {rows.map((row) => (
          <li key={`${row.record}:${row.at}:${row.subject ?? ''}`}>
            <Link href={`/console${row.opens}`}>{row.title || row.number || '打开'}</Link>
            <span className="nf-soft nf-small">{row.place}</span>
          </li>
        ))}
      </ul>
      {hasMore && (
        <button type="button" className="nf-link" disabled={isLoadingMore} onClick={onMore}>
          再看 20 条
        </button>
      )}
    </>
  )
}
