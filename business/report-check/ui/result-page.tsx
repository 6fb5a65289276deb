import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { NotYet, sentenceOf, useAct, useDesk, useRead } from '../../../kit/api/index.ts'
import { Button, Dialog, dayWords, Notice, Page, useSay } from '../../../kit/index.ts'
import { sources } from '../rules/words.ts'
import { Counts } from './counts.tsx'
import { findingsOf, type State } from './findings.ts'
import { Paper } from './paper.tsx'
import { type Check, home, useReportCheck } from './place.ts'

/** One report with what was found in it. */
export function ResultPage() {
  const { id = '' } = useParams()
  const { data, state, retry, error } = useRead(useReportCheck().get, { id })
  if (data) return <Result check={data} />
  return (
    <Page title="数据核验" breadcrumb={[{ title: '数据核验', href: home }, { title: '结果' }]}>
      <NotYet state={state} retry={retry} error={error} />
    </Page>
  )
}

const known: ReadonlySet<string> = new Set<State>(['agrees', 'differs', 'target', 'unrecorded', 'defects'])
const isState = (text: string | null): text is State => text !== null && known.has(text)

function Result({ check }: { check: Check }) {
  const [params, setParams] = useSearchParams()
  const asked = params.get('show')
  const show = isState(asked) ? asked : undefined
  const findings = findingsOf(check)
  const choose = (state: State | undefined) => setParams(state ? { show: state } : {}, { replace: true })
  return (
    <Page
      breadcrumb={[{ title: '数据核验', href: home }, { title: '结果' }]}
      title={check.title}
      sub={subOf(check)}
      actions={<Actions check={check} />}
    >
      <Counts counts={check.counts} show={show} onShow={choose} />
      {check.claims.length === 0 && (
        <Notice>没有找到数字。如果报告里有数字，可能是图片里的，请粘贴文字再核一次。</Notice>
      )}
      {check.year === null && check.claims.length > 0 && (
        <Notice tone="watch">看不出是哪一年的报告，没有和记录对。请回上一页填上年份再核一次。</Notice>
      )}
      {check.body !== null && (
        <Notice tone="watch">
          标题写的是“{check.body}”，不是{check.union}，所以没有和我们的记录对。认错了的话，改一改标题再核一次。
        </Notice>
      )}
      <Paper sheets={check.sheets} findings={findings} show={show} year={check.year} />
    </Page>
  )
}

function subOf({ source, pages, claims, year, union, body, keptUntil }: Check): string {
  const from = pages === null ? sources[source] : `${sources[source]} ${pages} 页`
  const against = year === null || body !== null ? '没有和记录对' : `和${union} ${year} 年的记录对`
  return `${from} · ${claims.length} 处数字 · ${against} · 保存到 ${dayWords(keptUntil)}`
}

function Actions({ check: { id } }: { check: Check }) {
  const { fileHref } = useDesk()
  const makeWord = useAct(useReportCheck().exportCommented)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  const save = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const { documentId } = await makeWord({ id })
      window.location.assign(fileHref(documentId))
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <Button onClick={() => setAsking(true)}>删除</Button>
      <Button busy={busy} onClick={() => void save()}>
        导出批注
      </Button>
      {isAsking && <Removal id={id} onClose={() => setAsking(false)} />}
    </>
  )
}

function Removal({ id, onClose }: { id: string; onClose: () => void }) {
  const drop = useAct(useReportCheck().remove)
  const navigate = useNavigate()
  const say = useSay()
  const remove = async () => {
    await drop({ id })
    say('已删除')
    void navigate(home)
  }
  return (
    <Dialog open title="删除这份核验" submit="删除" onClose={onClose} onSubmit={remove}>
      <p>文字和结果都会删掉，不能恢复。导出的 Word 不受影响。</p>
    </Dialog>
  )
}
