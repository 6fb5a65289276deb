import { useState } from 'react'
import { NotYet, type ReadState } from '../../../kit/api/index.ts'
import { Card, type Column, DataTable, Link, Segments } from '../../../kit/index.ts'
import { lateHref } from './asked.ts'
import type { Late } from './place.ts'

type ByLine = Late['lines'][number]
type ByPlace = Late['places'][number]
const views = [
  { value: 'lines', title: '按业务' },
  { value: 'places', title: '按地方' },
]

interface LateCardProps {
  late: { data: Late | undefined; state: ReadState; retry: () => void }
  place: string
  onPlace: (path: string) => void
}

/** What is late now and what soon will be, by line and by street; each number opens its matters. */
export function LateCard({ late, place, onPlace }: LateCardProps) {
  const [view, setView] = useState('lines')
  const { data, state, retry } = late
  return (
    <Card title="超时和快到期的事" sub="看在办事项最近的一个时限，截至现在">
      {data ? (
        <>
          <div className="overview-counts">
            <Count which={{ when: 'late', place }} count={data.total.late} title="已经超时" tone="red" />
            <Count which={{ when: 'legal', place }} count={data.total.legal} title="其中超过法定时限" tone="red" />
            <Count which={{ when: 'soon', place }} count={data.total.soon} title="七天内到期" tone="honey" />
          </div>
          {data.places.length > 0 && (
            <div className="overview-views">
              <Segments label="怎么分" value={view} onChange={setView} options={views} />
            </div>
          )}
          {view === 'lines' || data.places.length === 0 ? (
            <DataTable
              label="超时和快到期，按业务"
              columns={linesAt(place)}
              rows={data.lines}
              rowKey={(row) => row.line}
              empty="没有超时的，七天内也没有到期的"
            />
          ) : (
            <DataTable
              label="超时和快到期，按地方"
              columns={placesWith(place, onPlace)}
              rows={data.places}
              rowKey={(row) => `${row.path} ${row.name}`}
            />
          )}
        </>
      ) : (
        <NotYet state={state} retry={retry} />
      )}
    </Card>
  )
}

type Which = Parameters<typeof lateHref>[0]

function Count({ which, count, title, tone }: { which: Which; count: number; title: string; tone: 'red' | 'honey' }) {
  return (
    <Link href={lateHref(which)} className={count > 0 ? `overview-count overview-count-${tone}` : 'overview-count'}>
      <strong>{count} 件</strong>
      <span>{title}</span>
    </Link>
  )
}

const opened = (count: number, which: Which) => (count > 0 ? <Link href={lateHref(which)}>{count} 件</Link> : '–')

/** What is over, and of it what is past the law. */
function Over({ row, which }: { row: { late: number; legal: number }; which: Which }) {
  return (
    <>
      {opened(row.late, { ...which, when: 'late' })}
      {row.legal > 0 && (
        <div className="nf-small">
          <Link href={lateHref({ ...which, when: 'legal' })}>法定 {row.legal} 件</Link>
        </div>
      )}
    </>
  )
}

const linesAt = (place: string): Column<ByLine>[] => [
  { title: '业务', cell: (row) => row.title },
  { title: '已经超时', align: 'right', cell: (row) => <Over row={row} which={{ line: row.line, place }} /> },
  { title: '七天内到期', align: 'right', cell: (row) => opened(row.soon, { when: 'soon', line: row.line, place }) },
]

const placesWith = (place: string, onPlace: (path: string) => void): Column<ByPlace>[] => [
  {
    title: '地方',
    cell: (row) =>
      row.path === place ? (
        row.name
      ) : (
        <button type="button" className="nf-link" onClick={() => onPlace(row.path)}>
          {row.name}
        </button>
      ),
  },
  {
    title: '已经超时',
    align: 'right',
    cell: (row) => (row.path === place ? `${row.late} 件` : <Over row={row} which={{ place: row.path }} />),
  },
  {
    title: '七天内到期',
    align: 'right',
    // What lies at no union below has no list of its own: it would hold those of the unions too.
    cell: (row) => (row.path === place ? `${row.soon} 件` : opened(row.soon, { when: 'soon', place: row.path })),
  },
]
