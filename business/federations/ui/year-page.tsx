import './federations.css'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useDesk, useForm, useRead } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  ExportDialog,
  FilterBar,
  Link,
  Page,
  PlaceFilter,
  Segments,
} from '../../../kit/index.ts'
import { gradeWords } from '../rules/words.ts'
import { federationHref, home, title, useFederations, useYear, type YearRow } from './place.ts'

const at = (row: YearRow, tab: string, words: string | number) => (
  <Link href={`${federationHref(row.id)}?tab=${tab}`}>{String(words)}</Link>
)

const columns: readonly Column<YearRow>[] = [
  { title: '工联会', cell: (row) => <Link href={federationHref(row.id)}>{row.name}</Link> },
  { title: '街道', cell: (row) => row.street },
  { title: '等级', cell: (row) => gradeWords(row.grade) },
  { title: '试点', cell: (row) => (row.isPilot ? '是' : '—') },
  { title: '示范点', cell: (row) => (row.isPoint ? '是' : '—') },
  { title: '企业', align: 'right', cell: (row) => at(row, 'grid', row.firms) },
  { title: '规范化', cell: (row) => at(row, 'checklist', `达到 ${row.met}，没有 ${row.notMet}，未核实 ${row.open}`) },
  { title: '走访', align: 'right', cell: (row) => at(row, 'grid', `${row.visits} 次`) },
  { title: '走访企业', align: 'right', cell: (row) => at(row, 'grid', `${row.visitedFirms} 家`) },
  { title: '社团', align: 'right', cell: (row) => at(row, 'clubs', row.clubs) },
  { title: '活动', align: 'right', cell: (row) => at(row, 'clubs', `${row.activities} 场 ${row.heads} 人次`) },
  { title: '互联', align: 'right', cell: (row) => at(row, 'links', row.links) },
  { title: '获奖', align: 'right', cell: (row) => row.awards },
]

/** The table that goes into the assessment of the communities: computed, each value opens its records. */
export function YearPage() {
  const { may } = useDesk()
  const now = useYear()
  const [params, setParams] = useSearchParams()
  const year = Number(params.get('year')) || now
  const under = params.get('under') ?? undefined
  const { data, state, retry } = useRead(useFederations().yearTable, { year, under })
  const [isExporting, setExporting] = useState(false)
  const put = (change: { year?: number; under?: string | undefined }) => {
    const next = { year, under, ...change }
    setParams({ year: String(next.year), ...(next.under ? { under: next.under } : {}) }, { replace: true })
  }
  return (
    <Page
      breadcrumb={[{ title, href: home }, { title: '年度表' }]}
      title={`${year} 年社区工联会年度表`}
      sub="供社区党建考核使用，每个数都由记录算出，点开就是记录。按地方的顺序排，不排名次。"
      actions={may('federations.export') && <Button onClick={() => setExporting(true)}>导出表格</Button>}
    >
      <FilterBar>
        <Segments
          label="年份"
          value={String(year)}
          onChange={(next) => put({ year: Number(next) })}
          options={[now - 3, now - 2, now - 1, now].map((one) => ({ value: String(one), title: `${one} 年` }))}
        />
        <PlaceFilter place={under} onChange={(next) => put({ under: next })} />
      </FilterBar>
      <Card>
        <DataTable
          label="年度表"
          columns={columns}
          rows={data ?? []}
          rowKey={(row) => row.id}
          state={state}
          onRetry={retry}
        />
      </Card>
      {isExporting && <ExportYear year={year} under={under} onClose={() => setExporting(false)} />}
    </Page>
  )
}

function ExportYear({ year, under, onClose }: { year: number; under: string | undefined; onClose: () => void }) {
  const form = useForm(useFederations().exportYear, { year, under })
  return <ExportDialog isPlain title="导出年度表" unit="个工联会" form={form} onClose={onClose} />
}
