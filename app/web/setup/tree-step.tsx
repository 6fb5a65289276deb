import { useState } from 'react'
import { Button, Card, DataTable, Notice, Stack } from '../../../kit/index.ts'
import { ask, Refusal, type Report, reportShape, stageShape } from './ask.ts'

const shown = 50
const template = [
  '上级名称或代码,名称,代码,类型,等级',
  ',某某街道,,街道,',
  '某某街道,某某社区工联会,,社区,一级',
  '某某社区工联会,某某公司工会,,基层工会,',
].join('\r\n')
const templateHref = `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${template}\r\n`)}`

type Looked = { file: File; report: Report; isDone: boolean }

/** What the step can do, and how that went. */
function useTree(code: string, onDone: () => void) {
  const [looked, setLooked] = useState<Looked>()
  const [busy, setBusy] = useState<'sheet' | 'finish'>()
  const [trouble, setTrouble] = useState('')
  const attempt = async (what: 'sheet' | 'finish', work: () => Promise<void>) => {
    setBusy(what)
    setTrouble('')
    await work().catch((error: unknown) =>
      setTrouble(error instanceof Refusal ? error.message : '没有办成，请再试一次'),
    )
    setBusy(undefined)
  }
  const send = (file: File, isDone: boolean) =>
    attempt('sheet', async () => {
      const body = new FormData()
      body.set('file', file)
      const report = await ask(reportShape, `/api/setup/tree?check=${isDone ? 'no' : 'yes'}`, { code, body })
      setLooked({ file, report, isDone })
    })
  const finish = () =>
    attempt('finish', async () => {
      await ask(stageShape, '/api/setup/finish', { code })
      onDone()
    })
  return { looked, busy, trouble, send, finish }
}

/** The tree from a sheet: looked at first, then brought in. May be done again, or left for later. */
export function TreeStep({ code, onDone }: { code: string; onDone: () => void }) {
  const { looked, busy, trouble, send, finish } = useTree(code, onDone)
  const isToBring = looked !== undefined && !looked.isDone && looked.report.added > 0
  return (
    <Stack>
      <Card title="表格" sub=".xlsx 或 .csv">
        <p>
          可以用现成的名册（列名：街道、社区、工会名称、工会统一社会信用代码、等级、成立日期），也可以一行一个单位（列名：上级名称或代码、名称、代码、类型、等级）。
          <a href={templateHref} download="工会组织.csv">
            下载空表
          </a>
        </p>
        <SheetPicker isBusy={busy === 'sheet'} onPick={(file) => send(file, false)} />
      </Card>
      {trouble && <Notice tone="bad">{trouble}</Notice>}
      {looked && <Found looked={looked} />}
      <div className="setup-actions">
        {isToBring && (
          <Button kind="primary" busy={busy === 'sheet'} onClick={() => send(looked.file, true)}>
            导入这 {looked.report.added} 行
          </Button>
        )}
        <Button kind={isToBring ? 'plain' : 'primary'} busy={busy === 'finish'} onClick={finish}>
          {looked?.isDone ? '完成，进入系统' : '先不导入，进入系统'}
        </Button>
      </div>
    </Stack>
  )
}

function SheetPicker({ isBusy, onPick }: { isBusy: boolean; onPick: (file: File) => void }) {
  return (
    <label className="setup-file">
      <input
        type="file"
        accept=".xlsx,.csv"
        disabled={isBusy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onPick(file)
        }}
      />
      {isBusy ? '正在核对' : '选择表格'}
    </label>
  )
}

function Found({ looked: { file, report, isDone } }: { looked: Looked }) {
  const { added, known, errors } = report
  const title = isDone ? `已导入 ${added} 行` : `“${file.name}”可以导入 ${added} 行`
  return (
    <Stack>
      <Notice tone={errors.length > 0 ? 'watch' : isDone ? 'good' : 'info'} title={title}>
        {known > 0 && `${known} 行原来就有，不会重复。`}
        {errors.length > 0 && `${errors.length} 行有问题，不会导入；改好后可以再选一次同一张表。`}
        {errors.length === 0 && known === 0 && (isDone ? '还可以再选一张表。' : '每一行都没有问题，还没有写入。')}
      </Notice>
      {errors.length > 0 && (
        <Card title="有问题的行" sub={errors.length > shown ? `先列出 ${shown} 行` : undefined}>
          <DataTable
            label="各行的问题和改法"
            columns={[
              { title: '行', cell: (row) => `第 ${row.row} 行` },
              { title: '怎么改', cell: (row) => row.message },
            ]}
            rows={errors.slice(0, shown)}
            rowKey={(row) => `${row.row} ${row.message}`}
          />
        </Card>
      )}
    </Stack>
  )
}
