import './data-table.css'
import type { ReactNode } from 'react'
import { MoreRows } from '../case-table/more-rows.tsx'
import { StateBlock } from '../state-block/state-block.tsx'

export interface Column<Row> {
  title: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the right. */
  align?: 'right'
}

interface DataTableProps<Row> {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  state?: 'ready' | 'loading' | 'error' | 'forbidden' | 'missing'
  onRetry?: () => void
  empty?: string
  hasMore?: boolean
  isLoadingMore?: boolean
  onMore?: () => void
}

/** Rows that have no clock: a roster, a ledger, streets with their figures. The first column names the row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, state = 'ready', onRetry, empty = '还没有记录' } = props
  if (state === 'forbidden') return <StateBlock kind="forbidden" />
  if (rows.length === 0) {
    const kind = state === 'ready' ? 'empty' : state
    const action = kind === 'error' && onRetry ? { title: '再试一次', onDo: onRetry } : undefined
    return <StateBlock kind={kind} title={kind === 'empty' ? empty : undefined} action={action} />
  }
  return (
    <>
      <div className="nf-data-scroll" ref={reachWhenScrolling}>
        <table
          className={columns.length > 3 ? 'nf-data nf-data-many' : 'nf-data'}
          aria-label={label}
          aria-busy={state === 'loading'}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.title} scope="col" className={column.align && 'nf-data-right'}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column, index) => (
                  <Cell key={column.title} column={column} row={row} isName={index === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows {...props} count={rows.length} isBroken={state === 'error'} />
    </>
  )
}

/** A table wider than its place scrolls; then, and only then, the keyboard can stop on it. */
function reachWhenScrolling(place: HTMLElement | null) {
  if (!place) return
  const watch = new ResizeObserver(() => {
    if (place.scrollWidth > place.clientWidth) place.tabIndex = 0
    else place.removeAttribute('tabindex')
  })
  watch.observe(place)
  return () => watch.disconnect()
}

function Cell<Row>({ column, row, isName }: { column: Column<Row>; row: Row; isName: boolean }) {
  if (isName) return <th scope="row">{column.cell(row)}</th>
  return (
    <td className={column.align && 'nf-data-right'} data-title={column.title}>
      {column.cell(row)}
    </td>
  )
}
