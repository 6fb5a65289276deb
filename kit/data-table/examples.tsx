import { Card } from '../card/card.tsx'
import type { GalleryEntry } from '../example.ts'
import { Money } from '../money/money.tsx'
import { Tag } from '../tag/tag.tsx'
import { type Column, DataTable } from './data-table.tsx'

interface Contract {
  id: string
  enterprise: string
  workers: number
  fen: number
  until: string
  state: string
}

const columns: Column<Contract>[] = [
  { title: '企业', cell: (row) => <a href={`/contracts/${row.id}`}>{row.enterprise}</a> },
  { title: '状态', cell: (row) => <Tag tone={row.state === '将到期' ? 'honey' : 'green'}>{row.state}</Tag> },
  { title: '覆盖职工', cell: (row) => row.workers, align: 'right' },
  { title: '工资总额', cell: (row) => <Money fen={row.fen} />, align: 'right' },
  { title: '到期', cell: (row) => row.until, align: 'right' },
]

const rows: Contract[] = [
  { id: '1', enterprise: '某电子厂', workers: 1260, fen: 9_812_300_000, until: '2024-12-31', state: '将到期' },
  {
    id: '2',
    enterprise: '深圳市平湖某某精密电子（集团）股份有限公司第三分公司',
    workers: 48,
    fen: 312_000_000,
    until: '2026-06-30',
    state: '有效',
  },
]

const show = (more: object) => () => (
  <Card>
    <DataTable label="集体合同" columns={columns} rows={rows} rowKey={(row) => row.id} {...more} />
  </Card>
)

export const gallery: GalleryEntry = {
  name: 'DataTable',
  use: '没有时限的清单：名册、台账、各街道的数。数字靠右。',
  examples: [
    { title: '台账', show: show({ hasMore: true, onMore: () => undefined }) },
    { title: '空', show: show({ rows: [], empty: '这个街道还没有集体合同' }) },
    { title: '读不到', show: show({ rows: [], state: 'error', onRetry: () => undefined }) },
  ],
}
