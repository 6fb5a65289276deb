import { useRead } from '../../../kit/api/index.ts'
import { Card, figureWords, Notice, SelectField, StateBlock, TrendChart } from '../../../kit/index.ts'
import { type Form, forms } from '../rules/body.ts'
import { beforeWords, figureWords as figureSaid } from '../rules/wording.ts'
import type { Token } from './editor/document.ts'
import { monthPoints } from './months.ts'
import { type Report, useFigures } from './place.ts'
import { RecordsList } from './records-list.tsx'
import type { Live } from './use-live.ts'

interface FigureSideProps {
  report: Pick<Report, 'year' | 'orgPath' | 'union' | 'before'>
  token: Token | undefined
  live: Live
  /** Changes how the token at the caret is told. */
  onForm: ((form: Form) => void) | undefined
}

/** What is behind the figure at the caret: what counts, how it went, where, which records; last year and the target beside it. */
export function FigureSide({ report, token, live, onForm }: FigureSideProps) {
  if (!token)
    return (
      <Card>
        <StateBlock kind="empty" title="把光标放到一个数字上">
          这里会显示它的口径、各月、各地和记录。
        </StateBlock>
      </Card>
    )
  if (token.kind === 'target') return <TargetCard token={token} live={live} year={report.year + 1} />
  return <FigureCard key={token.code} report={report} token={token} live={live} onForm={onForm} />
}

function TargetCard({ token, live, year }: { token: Token; live: Live; year: number }) {
  const { text, title } = live.say(token)
  return (
    <Card>
      <h2>{title}</h2>
      <p className="report-value">{text}</p>
      <p className="nf-soft">{year} 年的目标，来自年度任务；计划改了，这里跟着改，定稿后不再变。</p>
    </Card>
  )
}

function FigureCard({ report, token, live, onForm }: FigureSideProps & { token: Token }) {
  const asked = { period: String(report.year), orgPath: report.orgPath, code: token.code }
  const { data, state, retry } = useRead(useFigures().get, asked)
  const plate = live.tokens?.figures.find(({ code }) => code === token.code)
  const { text, title } = live.say({ ...token, form: 'worded' })
  return (
    <Card>
      {plate && <p className="nf-soft nf-small">{plate.lineTitle}</p>}
      <h2>{title}</h2>
      <p className="report-value">{text}</p>
      {data && (
        <>
          <p className="nf-soft">
            {report.year}-01-01 至 {data.asOf.slice(5)}，{report.union}和下级
          </p>
          <p className="nf-soft">口径：{data.definition}</p>
          <Beside report={report} data={data} wording={plate?.wording} code={token.code} />
          <Months data={data} year={report.year} title={data.title} />
          <Places unions={data.unions} unit={data.unit} />
        </>
      )}
      {!data && state === 'loading' && <StateBlock kind="loading" />}
      {!data && state === 'error' && (
        <Notice tone="bad" action={{ title: '再试一次', onDo: retry }}>
          没有读到这项数据。
        </Notice>
      )}
      {!data && state === 'missing' && <Notice tone="watch">没有这项数据了，请删掉它，或换一项。</Notice>}
      {onForm && <FormField form={token.form} isRate={plate?.unit === '%'} onForm={onForm} />}
      <RecordsList code={token.code} report={report} />
    </Card>
  )
}

function FormField({ form, isRate, onForm }: { form: Form; isRate: boolean; onForm: (form: Form) => void }) {
  const options = Object.entries(forms)
    .filter(([value]) => value !== 'based' || isRate)
    .map(([value, title]) => ({ value, title }))
  return (
    <SelectField
      label="这里怎么写"
      value={form}
      onChange={(value) => onForm(value as Form)}
      required
      options={options}
    />
  )
}

type Behind = NonNullable<
  ReturnType<typeof useRead<unknown, Awaited<ReturnType<ReturnType<typeof useFigures>['get']>>>>['data']
>

interface BesideProps {
  report: Pick<Report, 'before' | 'year'>
  data: Behind
  wording: Parameters<typeof figureSaid>[2]
  code: string
}

/** Last year as it is now and as it was published, and what the plan wanted. */
function Beside({ report, data, wording, code }: BesideProps) {
  const published = report.before.year?.values.find((one) => one.code === code)
  const edition = report.before.edition?.values.find((one) => one.code === code)
  const base = data.denominator === null ? undefined : `${data.numerator} / ${data.denominator}`
  const rows: [string, string | undefined][] = [
    ['分子、分母', base],
    ['上年同期', data.lastYear ? (figureSaid(data, 'lastYear', wording) ?? '没有记录') : beforeWords(data)],
    ['去年报告', published?.words],
    ['上一版', edition?.words],
    [
      '目标',
      data.target
        ? `${data.target.comparator === '>=' ? '不少于' : '不超过'} ${figureWords(data.target.number, 2)} ${data.unit}，${data.target.reached ? '已达到' : '还没达到'}`
        : undefined,
    ],
  ]
  return (
    <dl className="report-beside">
      {rows.map(([name, words]) =>
        words ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

function Months({ data, year, title }: { data: Behind; year: number; title: string }) {
  const { points, unit } = monthPoints(data, year)
  return <TrendChart label={`${title}，各月`} points={points} kind="bar" height={130} unit={` ${unit}`} />
}

const FIRST = 3

/** Streets in their official order: the first few, the rest on request. */
function Places({ unions, unit }: { unions: Behind['unions']; unit: string }) {
  if (unions.length === 0) return null
  const row = ({ path, name, value }: Behind['unions'][number]) => (
    <li key={path}>
      <span>{name}</span>
      <span>{value === null ? '–' : `${figureWords(value, unit === '%' ? 1 : 2)}${unit === '%' ? '%' : ''}`}</span>
    </li>
  )
  return (
    <>
      <ul className="report-places" aria-label="各地">
        {unions.slice(0, FIRST).map(row)}
      </ul>
      {unions.length > FIRST && (
        <details className="report-rest">
          <summary>其余 {unions.length - FIRST} 个</summary>
          <ul className="report-places">{unions.slice(FIRST).map(row)}</ul>
        </details>
      )}
    </>
  )
}
