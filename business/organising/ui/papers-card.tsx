import { Card, DataTable, Link } from '../../../kit/index.ts'
import { type Founding, paperHref } from './place.ts'

/** What went up to the union above and what came back, as it was issued. */
export function PapersCard({ founding }: { founding: Founding }) {
  return (
    <Card title="文书">
      <DataTable
        label="文书"
        rows={founding.papers}
        rowKey={(paper) => paper.id}
        columns={[
          { title: '标题', cell: (paper) => <Link href={paperHref(founding.id, paper.id)}>{paper.title}</Link> },
          { title: '文号', cell: (paper) => <span className="founding-whole">{paper.number || '—'}</span> },
          { title: '日期', cell: (paper) => <span className="founding-whole">{paper.issuedOn}</span> },
        ]}
      />
    </Card>
  )
}
