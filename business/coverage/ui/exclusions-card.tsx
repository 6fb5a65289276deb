import type { z } from 'zod'
import { useRead } from '../../../kit/api/index.ts'
import { Card, type Column, DataTable, dayWords, Link, Tag } from '../../../kit/index.ts'
import type { contract } from '../contract.ts'
import { reasons } from '../rules/words.ts'
import type { Asked } from './asked.ts'
import { firmHref, home, useCoverage } from './place.ts'

type InForce = z.output<typeof contract.exclusions.output>[number]

/** What was left out of the rates, always beside them: who proposed, who approved, why, until when. */
export function ExclusionsCard({ asked }: { asked: Asked }) {
  const { data, state, retry } = useRead(useCoverage().exclusions, asked)
  return (
    <Card title="列入不计" sub="经上级工会批准，这一天不算在分母里的企业，不论人数">
      <DataTable
        label="列入不计的企业"
        columns={columns}
        rows={data ?? []}
        rowKey={(row) => row.id}
        state={data ? 'ready' : state === 'ready' ? 'loading' : state}
        onRetry={retry}
        empty="没有列入不计的企业"
      />
    </Card>
  )
}

const columns: readonly Column<InForce>[] = [
  {
    title: '企业',
    cell: (row) => (
      <>
        <Link href={firmHref(row.enterpriseId)}>{row.name}</Link>
        <div className="nf-soft nf-small">{row.place}</div>
      </>
    ),
  },
  { title: '原因', cell: (row) => <Tag tone="quiet">{reasons[row.reason]}</Tag> },
  { title: '提出', cell: (row) => row.proposedBy },
  {
    title: '批准',
    cell: (row) => (
      <>
        {row.approvedBy}
        <div className="nf-soft nf-small">{dayWords(row.approvedOn)}</div>
      </>
    ),
  },
  { title: '到哪天恢复', cell: (row) => dayWords(row.untilOn) },
  { title: '依据', cell: (row) => <Link href={`${home}/${row.id}`}>{row.number}</Link> },
]
