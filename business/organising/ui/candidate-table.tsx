import { useState } from 'react'
import { usePages, useRegistries } from '../../../kit/api/index.ts'
import { Card, DataTable, FilterBar, type Org, OrgPicker, SearchBox, Segments, Tag } from '../../../kit/index.ts'
import type { Candidate } from './new-page.tsx'
import { useFoundings } from './place.ts'

const sizes = [
  { value: 'large', title: '该单独建会的' },
  { value: 'small', title: '小单位' },
  { value: 'all', title: '全部' },
] as const
type Size = (typeof sizes)[number]['value']

interface CandidateTableProps {
  chosen: readonly Candidate[]
  onFlip: (firm: Candidate) => void
}

/** Employers that live, have no union and no founding under way; the largest first. */
export function CandidateTable({ chosen, onFlip }: CandidateTableProps) {
  const { loadUnits } = useRegistries()
  const [size, setSize] = useState<Size>('large')
  const [text, setText] = useState('')
  const [place, setPlace] = useState<Org>()
  const list = usePages(useFoundings().firms, { size, text: text || undefined, under: place?.id, limit: 20 })
  const isChosen = (firm: Candidate) => chosen.some(({ id }) => id === firm.id)
  return (
    <Card title="还没有工会的单位" sub="登记册里存续、没有工会、也没有在建会的">
      <FilterBar>
        <Segments
          label="单位大小"
          value={size}
          onChange={(next) => setSize(sizes.find(({ value }) => value === next)?.value ?? 'large')}
          options={[...sizes]}
        />
        <SearchBox label="单位名称" value={text} onChange={setText} />
        <OrgPicker label="地方" compact value={place} onChange={setPlace} load={loadUnits} placeholder="所有地方" />
      </FilterBar>
      <DataTable
        label="还没有工会的单位"
        rows={list.rows}
        rowKey={(row) => row.id}
        columns={[
          { title: '单位', cell: (row) => <Choose firm={row} isChosen={isChosen(row)} onFlip={onFlip} /> },
          { title: '职工', align: 'right', cell: (row) => `${row.headcount} 人` },
        ]}
        state={list.state}
        onRetry={list.retry}
        empty="这里的单位都有工会了，或者都在建会"
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.onMore}
      />
      <p className="nf-soft nf-small">建会期限按开业后的月数算，期限是参数，待区总工会确认。</p>
    </Card>
  )
}

function Choose({ firm, isChosen, onFlip }: { firm: Candidate; isChosen: boolean; onFlip: (firm: Candidate) => void }) {
  return (
    <label className="founding-choose">
      <input type="checkbox" checked={isChosen} onChange={() => onFlip(firm)} />
      <span>
        {firm.name} {firm.isNewForm && <Tag tone="quiet">新就业形态</Tag>}
        <span className="nf-soft nf-small founding-choose-context">
          {firm.place} · {firm.openedOn} 开业，{firm.isOverdue ? '建会期限已过' : `应在 ${firm.dueOn} 前建会`}
        </span>
      </span>
    </label>
  )
}
