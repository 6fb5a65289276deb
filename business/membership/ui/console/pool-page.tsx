import { useState } from 'react'
import type { z } from 'zod'
import { useDesk, useForm, useNow, usePages, useRead } from '../../../../kit/api/index.ts'
import {
  Card,
  type Column,
  DataTable,
  dayWords,
  FormDialog,
  Link,
  Notice,
  Page,
  Segments,
  TextField,
} from '../../../../kit/index.ts'
import { wallTime } from '../../../../kit/time/time-words.ts'
import type { Pooled } from '../../contract.ts'
import { home, useMembership } from './place.ts'
import { UnionField } from './union-field.tsx'

type Row = z.output<typeof Pooled>

/** Who has joined and waits for a union, longest first; by street. */
export function PoolPage() {
  const { may } = useDesk()
  const today = wallTime(useNow()).day
  const [under, setUnder] = useState<string>()
  const { data: streets = [] } = useRead(useMembership().poolByStreet, {})
  const list = usePages(useMembership().poolList, { under, limit: 50 })
  const [placing, setPlacing] = useState<Row>()
  const total = streets.reduce((sum, { people }) => sum + people, 0)
  const options = [
    { value: '', title: `全部 ${total}` },
    ...streets.map(({ path, name, people }) => ({ value: path, title: `${name} ${people}` })),
  ]
  return (
    <Page
      breadcrumb={[{ title: '入会', href: home }, { title: '会员池' }]}
      title={total === 0 ? '会员池里没有人' : `会员池里有 ${total} 人等工会接收`}
      sub="他们已经是会员，只能用线上的服务。等得最久的在前。"
    >
      {streets.length > 1 && (
        <Segments label="街道" value={under ?? ''} onChange={(path) => setUnder(path || undefined)} options={options} />
      )}
      <Card>
        <DataTable
          label="会员池"
          columns={columnsFor(today, may('membership.place') ? setPlacing : undefined)}
          rows={list.rows}
          rowKey={(row) => row.personId}
          state={list.state}
          onRetry={list.retry}
          empty="没有人在等"
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
      {placing && <PlaceDialog row={placing} onClose={() => setPlacing(undefined)} />}
    </Page>
  )
}

const columnsFor = (today: string, onPlace: ((row: Row) => void) | undefined): Column<Row>[] => [
  { title: '姓名', cell: (row) => <Link href={`/console/people/${row.personId}`}>{row.name}</Link> },
  { title: '会员池', cell: (row) => row.place },
  { title: '职业', cell: (row) => row.newFormTitle || '–' },
  { title: '从哪天起', cell: (row) => dayWords(row.since, today) },
  { title: '等了', align: 'right', cell: (row) => `${row.days} 天` },
  {
    title: '申请',
    cell: (row) =>
      row.matterId ? <Link href={`${home}/${row.matterId}`}>打开</Link> : <span className="nf-soft">导入或代管</span>,
  },
  ...(onPlace
    ? [
        {
          title: '下一步',
          cell: (row: Row) => (
            <button type="button" className="nf-link" onClick={() => onPlace(row)}>
              安置<span className="nf-hidden">：{row.name}</span>
            </button>
          ),
        },
      ]
    : []),
]

function PlaceDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const form = useForm(useMembership().place, { personId: row.personId })
  return (
    <FormDialog
      title={`安置：${row.name}`}
      submit="安置"
      said={({ unionName }) => `已安置到${unionName}`}
      form={form}
      onClose={onClose}
    >
      <Notice>今天起由这个工会接收，本人会收到通知。</Notice>
      <UnionField
        label="由哪个工会接收"
        hint="他干活的站点、公司、行业或社区的工会"
        onChange={(union) => form.set({ unionId: union?.id })}
        error={form.errorAt('unionId')}
        required
      />
      <TextField label="备注" lines={2} max={500} {...form.text('note')} />
    </FormDialog>
  )
}
