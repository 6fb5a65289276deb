import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useDesk, useForm, useNow, usePages, useRead, useToday } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  FormDialog,
  Link,
  NumberField,
  Page,
  Tag,
  timeWords,
} from '../../../kit/index.ts'
import { workflow } from '../workflow.ts'
import { home, type Listed, useReports } from './place.ts'

/** The reports of the own union and of those below. */
export function ListPage() {
  const { may, unit } = useDesk()
  const now = useNow()
  const [isOpening, setOpening] = useState(false)
  const list = usePages(useReports().list, { limit: 50 })
  const actions = may('annual-report.open') && (
    <Button kind="primary" onClick={() => setOpening(true)}>
      起草报告
    </Button>
  )
  return (
    <Page title="年度报告" sub="文字自己写，数字都来自记录，点开能看到是哪些。" actions={actions}>
      <Card>
        <DataTable
          label="年度报告"
          columns={columnsAt(now, unit.path)}
          rows={list.rows}
          rowKey={(row) => row.id}
          state={list.state}
          onRetry={list.retry}
          empty={
            may('annual-report.open')
              ? '还没有报告。起草时，各项业务会先把这一年的情况写好，再由您修改。'
              : '还没有报告。区或街道写好以后，在这里看。'
          }
          hasMore={list.hasMore}
          isLoadingMore={list.isLoadingMore}
          onMore={list.onMore}
        />
      </Card>
      {isOpening && <OpenDialog onClose={() => setOpening(false)} />}
    </Page>
  )
}

const tones = { draft: 'blue', published: 'green', discarded: 'quiet' } as const

const columnsAt = (now: string, own: string): Column<Listed>[] => [
  { title: '报告', cell: ({ id, title }) => <Link href={`${home}/${id}`}>{title}</Link> },
  { title: '工会', cell: ({ union }) => union },
  { title: '版次', align: 'right', cell: ({ edition }) => `第 ${edition} 版` },
  { title: '状态', cell: ({ state }) => <Tag tone={tones[state]}>{workflow.states[state]}</Tag> },
  { title: '定稿后变动', cell: (row) => <Restated row={row} isOwn={row.place === own} /> },
  {
    title: '最近',
    cell: ({ publishedAt, editorName, editedAt }) =>
      publishedAt ? `${timeWords(publishedAt, now)}定稿` : `${editorName}，${timeWords(editedAt, now)}`,
  },
]

/** All figures of a report are reckoned anew to tell: for the own ones at once, for the others when they are opened. */
function Restated({ row: { id, state }, isOwn }: { row: Listed; isOwn: boolean }) {
  if (state !== 'published') return ''
  return isOwn ? <Restatements id={id} /> : <Link href={`${home}/${id}`}>打开核对</Link>
}

/** How many figures of a published report are different by now; each is reckoned when it is looked at. */
function Restatements({ id }: { id: string }) {
  const { data, state } = useRead(useReports().restatements, { id })
  if (!data) return state === 'loading' ? '正在核对' : '没有核对成'
  return data.length === 0 ? '没有' : <Link href={`${home}/${id}`}>{data.length} 处</Link>
}

function OpenDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const { unit } = useDesk()
  const thisYear = Number(useToday().slice(0, 4))
  const form = useForm(useReports().open, { year: thisYear - 1 })
  return (
    <FormDialog
      title="起草年度报告"
      submit="起草"
      form={form}
      onDone={({ id }) => void navigate(`${home}/${id}`)}
      onClose={onClose}
    >
      <p>{unit.name}的报告。已经定过稿的年份，会从上一版接着写；没有定过的，先由各项业务按记录写出初稿。</p>
      <NumberField label="哪一年" unit="年" {...form.amount('year')} required />
    </FormDialog>
  )
}
