import { useState } from 'react'
import { usePages } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  type Column,
  DataTable,
  dayWords,
  Figure,
  Figures,
  Notice,
  Segments,
  Tag,
} from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import { Copies } from './copies.tsx'
import { type Imported, type RowTold, useImports } from './use-imports.ts'

/** What became of the rows: counts, reasons by their kind, the rows themselves, and a copy to put right. */
export function Result({ one }: { one: Imported }) {
  return (
    <>
      <Told one={one} />
      <Card title={one.state === 'checked' ? '核对结果' : '导入结果'}>
        <Figures>
          <Figure title={one.state === 'checked' ? '可新增' : '新增'} value={one.counts.added} unit="行" tone="green" />
          <Figure title={one.state === 'checked' ? '可更新' : '更新'} value={one.counts.changed} unit="行" />
          <Figure title="已有，不用动" value={one.counts.same} unit="行" tone="ink" />
          <Figure title="不能导入" value={one.counts.refused} unit="行" tone={one.counts.refused > 0 ? 'red' : 'ink'} />
          <Figure
            title="已收，请留意"
            value={one.counts.warned}
            unit="行"
            tone={one.counts.warned > 0 ? 'honey' : 'ink'}
          />
        </Figures>
      </Card>
      {one.codes.length > 0 && <Reasons one={one} />}
    </>
  )
}

function Told({ one }: { one: Imported }) {
  if (one.state === 'checked')
    return (
      <Notice title="还没有写入">
        核对过了，点右上角“导入”才写入。不能导入的行不影响别的行：可以先导好的，再下载没有导入的行改好补传。
      </Notice>
    )
  if (one.state === 'undone')
    return (
      <Notice tone={one.kept > 0 ? 'watch' : 'good'} title={`已撤销，退回 ${one.undone} 行`}>
        {one.kept > 0 && `${one.kept} 行导入以后有改动或已被用到，留着没有动，列在下面，请逐条更正。`}
      </Notice>
    )
  if (one.state === 'failed') return null
  const isPart = one.total !== null && one.position < one.total
  return (
    <Notice
      tone={isPart ? 'watch' : 'good'}
      title={isPart ? `停在第 ${one.position} 行，共 ${one.total} 行` : '导入完了'}
    >
      {one.undoUntil && one.written > 0 && `传错了可以整批撤销，到 ${dayWords(wallTime(one.undoUntil).day)}为止。`}
    </Notice>
  )
}

type Show = 'refused' | 'warned'

/** Reasons grouped by their kind, what kept rows out before what is only to be looked at; choosing one shows its rows. */
function Reasons({ one }: { one: Imported }) {
  const [code, setCode] = useState<string>()
  const [show, setShow] = useState<Show>(one.codes.some(({ refused }) => refused > 0) ? 'refused' : 'warned')
  const asked = code === undefined ? { isRefused: show === 'refused' } : { code }
  const rows = usePages(useImports().rows, { id: one.id, limit: 50, ...asked })
  const chosen = one.codes.find((found) => found.code === code)
  return (
    <Card title="原因" sub="同一类的放在一起" actions={<Copies one={one} />}>
      <DataTable
        label="原因分类"
        columns={kindColumns((next) => setCode(next === code ? undefined : next), code)}
        rows={one.codes}
        rowKey={(found) => found.code}
      />
      <div className="import-rows">
        {chosen ? (
          <p className="nf-soft nf-small">只看一类：{chosen.example}</p>
        ) : (
          <Segments
            label="看哪些行"
            value={show}
            onChange={(value) => setShow(value as Show)}
            options={[
              { value: 'refused', title: one.state === 'undone' ? '没有退回' : '没有导入' },
              { value: 'warned', title: '已收，请留意' },
            ]}
          />
        )}
        <DataTable
          label="有原因的行"
          columns={rowColumns(one.state === 'undone')}
          rows={rows.rows}
          rowKey={({ row }) => String(row)}
          state={rows.state}
          onRetry={rows.retry}
          empty="没有这样的行"
          hasMore={rows.hasMore}
          isLoadingMore={rows.isLoadingMore}
          onMore={rows.onMore}
        />
      </div>
    </Card>
  )
}

type Code = Imported['codes'][number]

const kindColumns = (onChoose: (code: string) => void, chosen: string | undefined): Column<Code>[] => [
  {
    title: '原因',
    cell: ({ example, refused }) => (
      <>
        <Tag tone={refused > 0 ? 'red' : 'honey'}>{refused > 0 ? '没有导入' : '请留意'}</Tag> {example}
      </>
    ),
  },
  { title: '行数', cell: ({ rows }) => `${rows} 行`, align: 'right' },
  {
    title: '看这些行',
    cell: ({ code }) => (
      <Button kind="text" onClick={() => onChoose(code)}>
        {code === chosen ? '看全部' : '只看这类'}
      </Button>
    ),
  },
]

const rowColumns = (isUndone: boolean): Column<RowTold>[] => [
  { title: '行', cell: ({ row }) => <span className="no-wrap">{`第 ${row} 行`}</span> },
  {
    title: '结果',
    cell: ({ isRefused }) => (
      <Tag tone={isRefused ? 'red' : 'honey'}>{isRefused ? (isUndone ? '没有退回' : '没有导入') : '已收，请留意'}</Tag>
    ),
  },
  {
    title: '原因和改法',
    cell: ({ reasons }) =>
      reasons.map(({ column, message }) => (column ? `${column}：${message}` : message)).join('；'),
  },
]
