import { NotYet, type ReadState } from '../../../kit/api/index.ts'
import { Card, Link, Tag } from '../../../kit/index.ts'
import type { Risks, Total } from './place.ts'
import { type RiskRow, riskRows } from './risk-rows.ts'

interface RisksCardProps {
  risks: { data: Risks | undefined; state: ReadState; retry: () => void }
  totals: readonly Total[]
  isNow: boolean
  onOpen: (code: string) => void
}

/** What needs a look though nobody is late; each row opens what it rests on. */
export function RisksCard({ risks, totals, isNow, onOpen }: RisksCardProps) {
  const rows = risks.data ? riskRows(risks.data, totals, isNow) : []
  return (
    <Card title="有风险的" sub="都从记录里算，点开看依据">
      {!risks.data && <NotYet state={risks.state} retry={risks.retry} />}
      {risks.data && rows.length === 0 && <p className="nf-soft">没有看得见的风险。</p>}
      <ul className="overview-risks">
        {rows.map((row) => (
          <Risk key={row.key} row={row} onOpen={onOpen} />
        ))}
      </ul>
    </Card>
  )
}

function Risk({ row, onOpen }: { row: RiskRow; onOpen: (code: string) => void }) {
  const { tag, title, words, hint, code, href } = row
  return (
    <li title={hint}>
      <Tag tone={tag === '目标' ? 'honey' : 'quiet'}>{tag}</Tag>
      {code ? (
        <button type="button" className="nf-link" onClick={() => onOpen(code)}>
          {title}
        </button>
      ) : (
        <Link href={href ?? ''}>{title}</Link>
      )}
      <span>
        {words}
        {href && <small className="overview-hint">{hint}</small>}
      </span>
    </li>
  )
}
