import { periodDays, yearOf } from '../../../kernel/indicators/contract.ts'
import { NotYet, useDesk, useRead } from '../../../kit/api/index.ts'
import { Columns, Link, Page, Stack, StateBlock } from '../../../kit/index.ts'
import { leading } from '../rules/headlines.ts'
import { spanWords } from '../rules/periods.ts'
import { standOut } from '../rules/standout.ts'
import { type Asked, lateHref, type Put, useAsked } from './asked.ts'
import { FigureCards } from './figure-cards.tsx'
import { FigureDrawer } from './figure-drawer.tsx'
import { Filters } from './filters.tsx'
import { GroupNote } from './group-note.tsx'
import { LateCard } from './late-card.tsx'
import { LinesSection } from './lines-section.tsx'
import { MapCard } from './map-card.tsx'
import { home, type Late, type Risks, type Total, useFigures, useOverview, useUnitName } from './place.ts'
import { RisksCard } from './risks-card.tsx'
import { UnrecordedCard } from './unrecorded-card.tsx'

/** Every figure of the house for one span, one union and one group of workers; what is late and what is at risk. The address holds which. */
export function OverviewPage() {
  const { may, unit } = useDesk()
  const { asked, params, put, today } = useAsked()
  const name = useUnitName(asked.place)
  if (!may('figures.read')) return <StateBlock kind="forbidden" />
  return (
    <Page
      title="一屏总览"
      breadcrumb={asked.place === unit.path ? undefined : [{ title: unit.name, href: home }, { title: name }]}
      sub={`${spanWords(asked.period, today)}，${name}和下级。数字都能点开。`}
    >
      <Sheets asked={asked} today={today} put={put} mapped={params.get('map') ?? undefined} name={name} />
      <FigureDrawer
        code={params.get('code') ?? undefined}
        asked={asked}
        placeName={name}
        onClose={() => put({ code: undefined })}
        onPlace={(place) => put({ place, code: undefined })}
      />
    </Page>
  )
}

interface SheetsProps {
  asked: Asked
  today: string
  put: Put
  mapped: string | undefined
  name: string
}

function Sheets({ asked, today, put, mapped, name }: SheetsProps) {
  const { period, place, group } = asked
  const figures = useRead(useFigures().list, { period, orgPath: place, group })
  const late = useRead(useOverview().late, { place })
  const risks = useRead(useOverview().risks, { place, year: yearOf(period) })
  const isNow = periodDays(period).last >= today
  const open = (code: string) => put({ code })
  return (
    <>
      <p className="overview-lede">
        {late.data && <Lede late={late.data} risks={risks.data} asked={asked} isNow={isNow} />}
      </p>
      <Filters asked={asked} today={today} put={put} />
      {group && <GroupNote group={group} />}
      {figures.data ? (
        <Leading totals={leading(figures.data)} onOpen={open} />
      ) : (
        <div className="overview-waiting">
          <NotYet state={figures.state} retry={figures.retry} />
        </div>
      )}
      <Columns wide>
        {figures.state !== 'error' && (
          <MapCard asked={asked} totals={figures.data ?? []} code={mapped} name={name} put={put} />
        )}
        <Stack>
          <LateCard late={late} place={place} onPlace={(path) => put({ place: path })} />
          <RisksCard risks={risks} totals={figures.data ?? []} isNow={isNow} onOpen={open} />
        </Stack>
      </Columns>
      {figures.data && (
        <>
          <LinesSection totals={figures.data} hasGroup={group !== undefined} onOpen={open} />
          <UnrecordedCard />
        </>
      )}
    </>
  )
}

interface LedeProps {
  late: Late
  risks: Risks | undefined
  asked: Asked
  isNow: boolean
}

/** What stands out now, whatever span is looked at; each number opens. */
function Lede({ late, risks, asked: { place, period }, isNow }: LedeProps) {
  const hrefs = {
    late: lateHref({ when: 'late', place }),
    soon: lateHref({ when: 'soon', place }),
    plan: `/console/plan?year=${yearOf(period)}`,
  }
  const { may } = useDesk()
  const mayOpen = (what: keyof typeof hrefs) => what !== 'plan' || may('plan.read')
  return (
    <>
      {!isNow && '现在：'}
      {standOut(late.total, risks?.targets ?? []).map(({ words, opens }) => (
        <span key={words}>
          {!isNow && opens === 'plan' && `${yearOf(period)} 年有 `}
          {opens && mayOpen(opens) ? <Link href={hrefs[opens]}>{words}</Link> : words}。
        </span>
      ))}
    </>
  )
}

function Leading({ totals, onOpen }: { totals: readonly Total[]; onOpen: (code: string) => void }) {
  if (totals.length > 0) return <FigureCards totals={totals} onOpen={onOpen} />
  return (
    <StateBlock kind="empty" title="这段时间这里还没有记录">
      在上面换一个年份或单位看看；登记了就会自己算进来。
    </StateBlock>
  )
}
