import './unions.css'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useDesk, usePages } from '../../../kit/api/index.ts'
import { Button, Card, type Column, DataTable, Link, Page } from '../../../kit/index.ts'
import { forms } from '../rules/words.ts'
import { ExportUnions } from './export-dialog.tsx'
import { FilterFields } from './filter-fields.tsx'
import { type Filters, readFilters, writeFilters } from './filters.ts'
import { home, type Row, unionHref, useUnions } from './place.ts'
import { CertificateTag, RegularTag, TermTag } from './states.tsx'
import { SummaryFigures } from './summary-figures.tsx'

const columns: readonly Column<Row>[] = [
  { title: '工会', cell: (row) => <Link href={unionHref(row.id)}>{row.name}</Link> },
  { title: '上级', cell: (row) => row.place },
  { title: '形式', cell: (row) => (row.form ? forms[row.form] : '—') },
  { title: '会员', align: 'right', cell: (row) => row.members },
  { title: '主席', cell: (row) => row.chairName ?? <span className="nf-soft">空缺</span> },
  {
    title: '任期届满',
    cell: (row) => (
      <span className="union-due">
        {row.termUntil} <TermTag state={row.termState} />
      </span>
    ),
  },
  {
    title: '证书到期',
    cell: (row) => (
      <span className="union-due">
        {row.certificateUntil} <CertificateTag state={row.certificateState} />
      </span>
    ),
  },
  { title: '规范化', cell: (row) => <RegularTag isRegular={row.isRegular} /> },
]

/** Every base union of the place with how it stands; the address holds what narrows the list. */
export function UnionsPage() {
  const [params, setParams] = useSearchParams()
  const filters = readFilters(params)
  const list = usePages(useUnions().unions, { ...filters, limit: 50 })
  const [isExporting, setExporting] = useState(false)
  const put = (next: Filters) => setParams(writeFilters(next), { replace: true })
  return (
    <Page
      title="工会台账"
      sub="规范化：任期未满、主席在任、法人证书有效，三项都有。数字都能点开。"
      actions={<ListVerbs onExport={() => setExporting(true)} />}
    >
      <SummaryFigures under={filters.under} onOpen={(change) => put({ under: filters.under, ...change })} />
      <FilterFields filters={filters} onChange={put} />
      <Card>
        <DataTable
          label="工会台账"
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          state={list.state}
          onRetry={list.retry}
          empty="没有符合条件的工会，放宽条件再看"
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
      {isExporting && <ExportUnions filters={filters} onClose={() => setExporting(false)} />}
    </Page>
  )
}

function ListVerbs({ onExport }: { onExport: () => void }) {
  const { may } = useDesk()
  return (
    <div className="union-verbs">
      <Button href={`${home}/officers`}>委员构成</Button>
      <Button href={`${home}/changes`}>变更办理</Button>
      {may('unions.export') && <Button onClick={onExport}>导出表格</Button>}
      {may('unions.request') && (
        <Button kind="primary" href={`${home}/new`}>
          申请变更
        </Button>
      )}
    </div>
  )
}
