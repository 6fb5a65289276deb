import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useDesk, useForm, usePages } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  dayWords,
  FilterBar,
  FormDialog,
  Link,
  Page,
  Segments,
  StateBlock,
  Tag,
  TextField,
} from '../../../kit/index.ts'
import { allKinds, type Kind, kinds } from '../rules/kinds.ts'
import { home, title, useCleanUp } from './place.ts'

const states = [
  { value: 'open', title: '待清理' },
  { value: 'dismissed', title: '不是问题' },
] as const

/** One kind of finding; several that are nothing are dismissed at once, with one reason. */
export function FindingsPage() {
  const { kind } = useParams()
  const known = allKinds.find((one) => one === kind)
  return known ? <Findings kind={known} /> : <StateBlock kind="empty" title="没有这一类问题" />
}

type Row = {
  id: string
  title: string
  state: string
  foundOn: string
  place: string
  count: number
  matterId: string | null
}

function Findings({ kind }: { kind: Kind }) {
  const { may } = useDesk()
  const [params, setParams] = useSearchParams()
  const state = params.get('state') === 'dismissed' ? 'dismissed' : 'open'
  const list = usePages(useCleanUp().findings, { kind, state, limit: 50 })
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [isAsking, setAsking] = useState(false)
  const mayDismiss = state === 'open' && may('clean-up.dismiss')
  const flip = (id: string) =>
    setMarked((old) => (old.has(id) ? new Set([...old].filter((one) => one !== id)) : new Set([...old, id])))
  const columns: Column<Row>[] = [
    { title: '问题', cell: (row) => <Link href={`${home}/findings/${row.id}`}>{row.title}</Link> },
    { title: '地方', cell: (row) => row.place },
    { title: '记录', align: 'right', cell: (row) => `${row.count} 条` },
    { title: '发现', cell: (row) => dayWords(row.foundOn) },
    {
      title: '现在',
      cell: (row) =>
        row.matterId && row.state === 'taken' ? (
          <Link href={`${home}/${row.matterId}`}>核实中</Link>
        ) : (
          <Tag tone="quiet">{row.state === 'dismissed' ? '不是问题' : '待核实'}</Tag>
        ),
    },
    ...(mayDismiss
      ? [
          {
            title: '勾选',
            cell: (row: Row) =>
              row.state === 'open' && (
                <Mark id={row.id} title={row.title} isMarked={marked.has(row.id)} onFlip={flip} />
              ),
          },
        ]
      : []),
  ]
  return (
    <Page
      breadcrumb={[{ title, href: home }, { title: kinds[kind].title }]}
      title={kinds[kind].title}
      sub={kinds[kind].advice}
      actions={
        mayDismiss &&
        marked.size > 0 && <Button onClick={() => setAsking(true)}>{`勾选的 ${marked.size} 条不是问题`}</Button>
      }
    >
      <FilterBar>
        <Segments
          label="范围"
          value={state}
          onChange={(next) => setParams(next === 'open' ? {} : { state: next }, { replace: true })}
          options={[...states]}
        />
      </FilterBar>
      <Card>
        <DataTable
          label={kinds[kind].title}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          state={list.state}
          onRetry={list.retry}
          empty={state === 'open' ? '这一类没有发现问题' : '没有标为“不是问题”的'}
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
      {isAsking && (
        <DismissDialog
          ids={[...marked]}
          onClose={(isDone) => {
            setAsking(false)
            if (isDone) setMarked(new Set())
          }}
        />
      )}
    </Page>
  )
}

function Mark({
  id,
  title: name,
  isMarked,
  onFlip,
}: {
  id: string
  title: string
  isMarked: boolean
  onFlip: (id: string) => void
}) {
  return <input type="checkbox" aria-label={`勾选：${name}`} checked={isMarked} onChange={() => onFlip(id)} />
}

function DismissDialog({ ids, onClose }: { ids: string[]; onClose: (isDone: boolean) => void }) {
  const form = useForm(useCleanUp().dismissMany, { ids })
  return (
    <FormDialog
      title={`${ids.length} 条不是问题`}
      submit="标为不是问题"
      said={({ dismissed }) => `${dismissed} 条已标为不是问题`}
      form={form}
      onDone={() => onClose(true)}
      onClose={() => onClose(false)}
    >
      <TextField
        label="为什么不是问题"
        hint="至少四个字，例如：父子共用一部手机"
        lines={3}
        max={500}
        {...form.text('note')}
        required
      />
    </FormDialog>
  )
}
