import './case-table.css'
import { Fragment, type KeyboardEvent } from 'react'
import { DeadlineBadge } from '../deadline-badge/deadline-badge.tsx'
import type { Deadline } from '../deadline-badge/deadline-words.ts'
import { Link } from '../navigation/navigation.tsx'
import { StateBlock } from '../state-block/state-block.tsx'
import { Tag } from '../tag/tag.tsx'
import { MoreRows } from './more-rows.tsx'

export interface CaseRow {
  id: string
  /** Opens the record. */
  href: string
  title: string
  /** One line: 平湖 · 某电子厂 · SQ2024-0412. */
  context?: string
  clock?: Deadline
  /** The business line, shown as a tag. */
  line?: string
  /** Where it came from. */
  source?: string
  /** The one next verb. Without `onDo` it opens the record. */
  verb?: { title: string; onDo?: () => void }
}

interface CaseTableProps {
  /** Read out as the table's name: 待办, 职工诉求. */
  label: string
  rows: readonly CaseRow[]
  now: string
  state?: 'ready' | 'loading' | 'error' | 'forbidden' | 'missing'
  onRetry?: () => void
  /** When there is nothing: what that means and what to do. */
  empty?: { title: string; body?: string }
  /** Columns that say the same in every row are left out. */
  hide?: readonly ('line' | 'source')[]
  hasMore?: boolean
  isLoadingMore?: boolean
  onMore?: () => void
}

/** Matters by their clock: time left, what it is, which line, from where, the one next verb. Arrow keys walk the rows. */
export function CaseTable(props: CaseTableProps) {
  const { label, rows, now, state = 'ready', onRetry, empty, hide = [] } = props
  if (state === 'forbidden') return <StateBlock kind="forbidden" />
  if (rows.length === 0 && (state === 'loading' || state === 'missing')) return <StateBlock kind={state} />
  if (rows.length === 0 && state === 'error') {
    return <StateBlock kind="error" action={onRetry && { title: '再试一次', onDo: onRetry }} />
  }
  if (rows.length === 0) {
    return (
      <StateBlock kind="empty" title={empty?.title ?? '没有要办的事'}>
        {empty?.body}
      </StateBlock>
    )
  }
  const shown = { line: !hide.includes('line'), source: !hide.includes('source') }
  return (
    <>
      <table className="nf-cases" aria-label={label} aria-busy={state === 'loading'} onKeyDown={walkRows}>
        <thead>
          <tr>
            <th scope="col">时限</th>
            <th scope="col">事项</th>
            {shown.line && <th scope="col">业务</th>}
            {shown.source && <th scope="col">来自</th>}
            <th scope="col">
              <span className="nf-hidden">下一步</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} now={now} shown={shown} />
          ))}
        </tbody>
      </table>
      <MoreRows {...props} count={rows.length} isBroken={state === 'error'} />
    </>
  )
}

function Row({ row, now, shown }: { row: CaseRow; now: string; shown: { line: boolean; source: boolean } }) {
  return (
    <tr>
      <td className="nf-case-clock">
        {row.clock ? <DeadlineBadge {...row.clock} now={now} /> : <span className="nf-soft">无时限</span>}
      </td>
      <td className="nf-case-matter">
        <Link href={row.href} className="nf-case-title" data-row>
          {row.title}
        </Link>
        {row.context && <Context words={row.context} />}
      </td>
      {shown.line && <td className="nf-case-line">{row.line && <Tag>{row.line}</Tag>}</td>}
      {shown.source && <td className="nf-case-source">{row.source}</td>}
      <td className="nf-case-verb">{row.verb && <NextVerb row={row} verb={row.verb} />}</td>
    </tr>
  )
}

/** What stands between the dots is broken only where it does not fit on a line of its own. */
function Context({ words }: { words: string }) {
  const parts = words.split(' · ')
  return (
    <div className="nf-case-context">
      {parts.map((part, index) => (
        <Fragment key={part}>
          <span>{index < parts.length - 1 ? `${part} ·` : part}</span>{' '}
        </Fragment>
      ))}
    </div>
  )
}

function NextVerb({ row, verb }: { row: CaseRow; verb: NonNullable<CaseRow['verb']> }) {
  const words = (
    <>
      {verb.title}
      <span className="nf-hidden">：{row.title}</span>
    </>
  )
  if (!verb.onDo) return <Link href={row.href}>{words}</Link>
  return (
    <button type="button" className="nf-link" onClick={verb.onDo}>
      {words}
    </button>
  )
}

function walkRows(event: KeyboardEvent<HTMLTableElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const here = rows.findIndex((row) => row.closest('tr')?.contains(document.activeElement))
  const next = rows[here + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
