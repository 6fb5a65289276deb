import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { ApiError, sentenceOf, useAct, useDesk, useNow, useRead } from '../../../kit/api/index.ts'
import { Button, Card, Columns, exactWords, HistoryCard, Link, Notice, Page, Stack, Tag } from '../../../kit/index.ts'
import { print } from '../rules/print.ts'
import { workflow } from '../workflow.ts'
import { DownloadButton } from './download-button.tsx'
import { type Token, tokenOf } from './editor/document.ts'
import { FigureSide } from './figure-side.tsx'
import { FrozenSide } from './frozen-side.tsx'
import { home, type Report, useReports } from './place.ts'
import { PrintedText } from './printed-text.tsx'
import { RestatementsCard } from './restatements-card.tsx'
import { useLive } from './use-live.ts'

/** A report that one reads: published, or a draft of another union. */
export function StandingPage({ report }: { report: Report }) {
  const { union, year, edition, state, publishedAt, publishedBy, title } = report
  const stands = publishedAt && `${publishedBy}于 ${exactWords(publishedAt)} 定稿，文字和数字不再变`
  const writes = state === 'draft' ? `${union}正在写，数字是现在的` : stands
  return (
    <Page
      breadcrumb={[{ title: '年度报告', href: home }, { title: `${union} ${year} 年` }]}
      title={title}
      badges={
        <>
          <Tag tone={state === 'published' ? 'green' : 'quiet'}>{workflow.states[state]}</Tag>
          <Tag tone="quiet">第 {edition} 版</Tag>
        </>
      }
      sub={writes ?? '这份草稿已经作废'}
      actions={
        <div className="report-choices">
          <DownloadButton id={report.id} />
          {report.state === 'published' && <NextEdition report={report} />}
        </div>
      }
    >
      <Stack>{report.frozen ? <Frozen report={report} frozen={report.frozen} /> : <Unfrozen report={report} />}</Stack>
    </Page>
  )
}

/** The figure that is open stands in the address. */
function useOpenFigure(id: string): [string | undefined, (code: string) => string] {
  const [search] = useSearchParams()
  return [search.get('figure') ?? undefined, (code) => `${home}/${id}?figure=${encodeURIComponent(code)}`]
}

/** The draft that is there already, when that is why none was begun. */
const draftIn = (error: unknown): string | undefined =>
  error instanceof ApiError ? (error.details as { id?: string } | undefined)?.id : undefined

function NextEdition({ report }: { report: Report }) {
  const navigate = useNavigate()
  const { may, unit } = useDesk()
  const open = useAct(useReports().open)
  const [problem, setProblem] = useState<string>()
  if (!may('annual-report.open') || unit.path !== report.orgPath) return null
  const begin = async () => {
    try {
      const { id } = await open({ year: report.year })
      void navigate(`${home}/${id}`)
    } catch (error) {
      const draft = draftIn(error)
      if (draft) void navigate(`${home}/${draft}`)
      else setProblem(sentenceOf(error))
    }
  }
  return (
    <>
      <Button onClick={() => void begin()}>起草下一版</Button>
      {problem && <Notice tone="watch">{problem}</Notice>}
    </>
  )
}

function Frozen({ report, frozen }: { report: Report; frozen: NonNullable<Report['frozen']> }) {
  const now = useNow()
  const [code, hrefOf] = useOpenFigure(report.id)
  const figure = frozen.figures.find((one) => one.code === code)
  const target = frozen.targets.find((one) => `target:${one.code}` === code)
  return (
    <>
      <RestatementsCard id={report.id} />
      <Columns wide>
        <Card>
          <PrintedText
            title={report.title}
            number={report.documentNumber}
            text={frozen.text}
            chosen={code}
            hrefOf={hrefOf}
          />
        </Card>
        <div className={code ? 'report-side report-side-open' : 'report-side'}>
          <CloseSide id={report.id} />
          <Stack>
            <FrozenSide figure={figure} target={target} />
            <Fingerprint report={report} />
            <HistoryCard events={report.events} now={now} />
          </Stack>
        </div>
      </Columns>
    </>
  )
}

function Fingerprint({ report }: { report: Report }) {
  const [isAsked, setAsked] = useState(false)
  const { data, state } = useRead(useReports().verify, { id: report.id }, { enabled: isAsked })
  return (
    <Card title="校验码">
      <p className="report-fingerprint">{report.fingerprint}</p>
      {!isAsked && <Button onClick={() => setAsked(true)}>核对</Button>}
      {isAsked && state === 'loading' && <p>正在核对</p>}
      {data && (
        <Notice tone={data.isIntact ? 'good' : 'bad'}>
          {data.isIntact ? '与定稿时一致，没有被改动过。' : `对不上，现在算出来是 ${data.computed}，请联系管理员。`}
        </Notice>
      )}
    </Card>
  )
}

/** On a phone the figure covers the foot of the text. */
const CloseSide = ({ id }: { id: string }) => (
  <Link href={`${home}/${id}`} className="report-side-close">
    收起
  </Link>
)

/** As it would be printed now. */
function Unfrozen({ report }: { report: Report }) {
  const live = useLive(report, report.body)
  const [code, hrefOf] = useOpenFigure(report.id)
  const text = print(report.body, (part) => {
    const token = tokenOf(part)
    return { text: live.say(token).text, annex: token.kind === 'figure' ? token.code : `target:${token.code}` }
  })
  const token: Token | undefined = code
    ? { kind: code.startsWith('target:') ? 'target' : 'figure', code: code.replace('target:', ''), form: 'worded' }
    : undefined
  return (
    <Columns wide>
      <Card>
        <PrintedText title={report.title} number="" text={text} chosen={code} hrefOf={hrefOf} />
      </Card>
      <div className={code ? 'report-side report-side-open' : 'report-side'}>
        <CloseSide id={report.id} />
        <FigureSide report={report} token={token} live={live} onForm={undefined} />
      </div>
    </Columns>
  )
}
