import { useState } from 'react'
import { NotYet, useAct, useDesk, useNow, useRead } from '../../../kit/api/index.ts'
import { Button, Card, type Column, DataTable, Link, Notice, Page, timeWords } from '../../../kit/index.ts'
import { home, title, useCleanUp } from './place.ts'

type Row = { kind: string; title: string; advice: string; open: number; searchedAt: string | null }

/** What does not look right in the registers, kind by kind, with what to do about it. */
export function DeskPage() {
  const now = useNow()
  const { may } = useDesk()
  const { data, state, retry } = useRead(useCleanUp().counts, {})
  if (!data) return <NotYet state={state} retry={retry} />
  const all = data.reduce((sum, { open }) => sum + open, 0)
  const columns: Column<Row>[] = [
    { title: '问题', cell: (row) => <Link href={`${home}/kinds/${row.kind}`}>{row.title}</Link> },
    { title: '待清理', align: 'right', cell: (row) => row.open },
    { title: '怎么办', cell: (row) => row.advice },
    { title: '上次查', cell: (row) => (row.searchedAt ? timeWords(row.searchedAt, now) : '还没有查过') },
  ]
  return (
    <Page
      title={all === 0 ? '登记册里没有发现问题' : `登记册里有 ${all} 处要核实`}
      sub="每天夜里查一遍；不再存在的问题会自己消掉，标为“不是问题”的不再出现。"
      actions={
        <>
          <Button href={`${home}/matters`}>核实中的</Button>
          <Button href={`${home}/merges`}>合并过的</Button>
          {may('clean-up.search') && <SearchButton onDone={retry} />}
        </>
      }
    >
      <Card>
        <DataTable
          label={title}
          columns={columns}
          rows={data}
          rowKey={(row) => row.kind}
          state={state}
          onRetry={retry}
        />
      </Card>
    </Page>
  )
}

function SearchButton({ onDone }: { onDone: () => void }) {
  const search = useAct(useCleanUp().search)
  const [said, setSaid] = useState<string>()
  const press = async () => {
    try {
      await search({})
      setSaid('已经开始查，几分钟内查完，可以离开这一页')
      onDone()
    } catch (error) {
      setSaid(error instanceof Error ? error.message : '没有查成，请再试一次')
    }
  }
  return (
    <>
      <Button kind="primary" onClick={() => void press()}>
        现在查一遍
      </Button>
      {said && <Notice>{said}</Notice>}
    </>
  )
}
