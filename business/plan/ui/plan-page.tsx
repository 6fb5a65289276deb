import './plan.css'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { NotYet, useDesk, useRead, useToday } from '../../../kit/api/index.ts'
import { Button, CheckField, FilterBar, Link, Notice, Page, Segments, Stack, StateBlock } from '../../../kit/index.ts'
import { contract } from '../contract.ts'
import { ExportPlan } from './export-dialog.tsx'
import { home, type Plan, title, usePlan, type Year } from './place.ts'
import { TargetDialog } from './target-dialog.tsx'
import { TargetsCard } from './targets-card.tsx'
import { TaskDialog } from './task-dialog.tsx'
import { TasksCard, type Wanted } from './tasks-card.tsx'
import { sentenceOf } from './words.ts'
import { IssueDialog, StartDialog } from './year-dialogs.tsx'

type Asked = 'start' | 'issue' | 'target' | 'task' | 'export'

/** The plan of a year: what it wants, where it stands, and its tasks over the quarters. The address holds year and filters. */
export function PlanPage() {
  const years = useRead(usePlan().years, {})
  const [params] = useSearchParams()
  const thisYear = Number(useToday().slice(0, 4))
  if (!years.data) return <NotYet state={years.state} retry={years.retry} />
  const fitting = years.data.find(({ year }) => year <= thisYear)?.year ?? years.data[0]?.year ?? thisYear
  const asked = contract.plan.input.shape.year.safeParse(Number(params.get('year')))
  return <OfYear year={asked.success ? asked.data : fitting} years={years.data} />
}

function OfYear({ year, years }: { year: number; years: readonly Year[] }) {
  const { may } = useDesk()
  const [asked, setAsked] = useState<Asked>()
  const [params, setParams] = useSearchParams()
  const { data, state, retry } = useRead(usePlan().plan, { year })
  const put = (change: Record<string, string | undefined>) => {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    setParams(next, { replace: true })
  }
  const shown = [...new Set([...years.map((one) => one.year), year])].toSorted()
  const close = () => setAsked(undefined)
  return (
    <Page
      title={data?.year?.title ?? `${year} ${title}`}
      sub={data && sentenceOf(data)}
      actions={<Actions plan={data} onAsk={setAsked} />}
    >
      <FilterBar actions={<Doors />}>
        <Segments
          label="年份"
          value={String(year)}
          onChange={(next) => put({ year: next })}
          options={shown.map((one) => ({ value: String(one), title: `${one} 年` }))}
        />
        {(!data || data.year) && (
          <CheckField checked={params.get('only') === 'risk'} onChange={(on) => put({ only: on ? 'risk' : undefined })}>
            只看要留意的
          </CheckField>
        )}
      </FilterBar>
      {data ? (
        <Sheets plan={data} year={year} params={params} put={put} onAsk={setAsked} />
      ) : (
        <NotYet state={state} retry={retry} />
      )}
      {asked === 'start' && <StartDialog years={years} onClose={close} />}
      {asked === 'issue' && <IssueDialog year={year} onClose={close} />}
      {asked === 'target' && <TargetDialog year={year} source={data?.year?.source ?? ''} onClose={close} />}
      {asked === 'task' && <TaskDialog year={year} onClose={close} />}
      {asked === 'export' && may('plan.export') && <ExportPlan year={year} onClose={close} />}
    </Page>
  )
}

function Actions({ plan, onAsk }: { plan: Plan | undefined; onAsk: (asked: Asked) => void }) {
  const { may } = useDesk()
  const isDraft = plan?.year?.issuedOn === null
  return (
    <>
      {may('plan.export') && (plan?.tasks.length ?? 0) > 0 && <Button onClick={() => onAsk('export')}>导出表格</Button>}
      {may('plan.draft') && <Button onClick={() => onAsk('start')}>起草年度计划</Button>}
      {may('plan.issue') && isDraft && (
        <Button kind="primary" onClick={() => onAsk('issue')}>
          下达
        </Button>
      )}
    </>
  )
}

function Doors() {
  const { may } = useDesk()
  return (
    <>
      {may('plan.signOff') && <Link href={`${home}/matters?kind=adjustment`}>调整</Link>}
      {may('plan.signOff') && <Link href={`${home}/matters?kind=supervision`}>督办</Link>}
      {may('plan.subscribe') && <Link href={`${home}/calendar`}>订阅日历</Link>}
    </>
  )
}

interface SheetsProps {
  plan: Plan
  year: number
  params: URLSearchParams
  put: (change: Record<string, string | undefined>) => void
  onAsk: (asked: Asked) => void
}

function Sheets({ plan, year, params, put, onAsk }: SheetsProps) {
  const { may } = useDesk()
  if (!plan.year)
    return (
      <StateBlock kind="empty" title={`${year} 年还没有下达的计划`}>
        {may('plan.draft') ? '可以起草一份，由领导下达；也可以在上面换一个年份。' : '在上面换一个年份看看。'}
      </StateBlock>
    )
  const isDraft = plan.year.issuedOn === null
  const canAdd = isDraft && may('plan.draft')
  const wanted: Wanted = {
    chapter: params.get('chapter') ?? undefined,
    quarter: Number(params.get('quarter')) || undefined,
    onlyRisky: params.get('only') === 'risk',
    view: params.get('view') === 'table' ? 'table' : 'gantt',
  }
  return (
    <Stack>
      {isDraft && <Notice tone="watch">这是草稿，只有区总工会看得到。领导下达后生效，之后要改，就提出调整。</Notice>}
      <TargetsCard plan={plan} onlyRisky={wanted.onlyRisky} onAdd={canAdd ? () => onAsk('target') : undefined} />
      {plan.isDistrict && (
        <TasksCard
          plan={plan}
          year={year}
          wanted={wanted}
          onWant={put}
          onAdd={canAdd ? () => onAsk('task') : undefined}
        />
      )}
    </Stack>
  )
}
