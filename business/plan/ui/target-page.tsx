import './plan.css'
import { useState } from 'react'
import { useParams } from 'react-router'
import { NotYet, useDesk, useRead } from '../../../kit/api/index.ts'
import { Button, Card, CaseRecord, Fact, Facts, figureWords, Notice, TrendChart } from '../../../kit/index.ts'
import { AdjustDialog } from './adjust-dialog.tsx'
import { AdjustmentsCard, SupervisionsCard } from './changes-cards.tsx'
import { DropDialog } from './drop-dialog.tsx'
import { home, type TargetDetail, title, usePlan } from './place.ts'
import { ProgressBar } from './progress-bar.tsx'
import { RecordsCard } from './records-card.tsx'
import { SharesCard } from './shares-card.tsx'
import { RiskTag } from './tags.tsx'
import { TargetDialog } from './target-dialog.tsx'
import { amount, errorWords, forecastWords, methodWords, wantedWords } from './words.ts'

type Asked = 'adjust' | 'edit' | 'drop'

/** One target: how it came about, where it will stand and how sure that is, its shares, and what was asked and changed. */
export function TargetPage() {
  const { id = '' } = useParams()
  const { data, state, retry, error } = useRead(usePlan().target, { id })
  return data ? <Opened detail={data} /> : <NotYet state={state} retry={retry} error={error} />
}

function Opened({ detail }: { detail: TargetDetail }) {
  const [asked, setAsked] = useState<Asked>()
  const { target } = detail
  const { id, year, unit, source } = target
  const close = () => setAsked(undefined)
  return (
    <CaseRecord
      breadcrumb={[{ title, href: `${home}?year=${year}` }, { title: `${year} 年目标` }]}
      title={target.title}
      badges={<RiskTag target={target} />}
      verbs={<Verbs isDraft={target.issuedOn === null} onAsk={setAsked} />}
      steps={null}
      side={<WantedCard detail={detail} />}
    >
      <MonthsCard detail={detail} />
      {detail.isDistrict && <SharesCard detail={detail} />}
      <AdjustmentsCard rows={detail.adjustments} />
      <SupervisionsCard rows={detail.supervisions} />
      {target.isRecorded && <RecordsCard target={target} />}
      {asked === 'adjust' && <AdjustDialog about={{ targetId: id, unit }} title={target.title} onClose={close} />}
      {asked === 'edit' && <TargetDialog year={year} source={source} target={target} onClose={close} />}
      {asked === 'drop' && <DropDialog target={target} onClose={close} />}
    </CaseRecord>
  )
}

function Verbs({ isDraft, onAsk }: { isDraft: boolean; onAsk: (asked: Asked) => void }) {
  const { may } = useDesk()
  if (!isDraft) return may('plan.propose') && <Button onClick={() => onAsk('adjust')}>提出调整</Button>
  if (!may('plan.draft')) return null
  return (
    <>
      <Button onClick={() => onAsk('drop')}>去掉</Button>
      <Button kind="primary" onClick={() => onAsk('edit')}>
        修改
      </Button>
    </>
  )
}

function WantedCard({ detail: { target, timePassed, isDistrict } }: { detail: TargetDetail }) {
  const { value, number, reading } = target
  return (
    <Card title="要求和进度">
      <Facts>
        <Fact term="全区要求" note={target.said}>
          {wantedWords(target, target.districtNumber)}
        </Fact>
        {!isDistrict && <Fact term="本街道份额">{number === null ? '没有分' : amount(number, target.unit)}</Fact>}
        <Fact term="现在">{value === null ? '没有记录' : amount(value, target.unit)}</Fact>
        {target.percent !== null && (
          <Fact term="进度">
            <ProgressBar percent={target.percent} timePassed={timePassed} risk={target.risk} />
          </Fact>
        )}
        {reading?.average != null && <Fact term="各街道平均">{figureWords(reading.average, 0)}%</Fact>}
        {isDistrict && reading && timePassed < 1 && (
          <Fact term="年底预计" note={errorWords(target)}>
            {reading.forecast === null ? '还推算不出' : forecastWords(reading.forecast, target.unit)}
          </Fact>
        )}
        {isDistrict && target.isRecorded && timePassed < 1 && <Fact term="怎么推算">{methodWords(target)}</Fact>}
        <Fact term="牵头部室">{target.department}</Fact>
        <Fact term="依据">{target.source}</Fact>
      </Facts>
    </Card>
  )
}

function MonthsCard({ detail: { target, months, isCumulative } }: { detail: TargetDetail }) {
  if (!target.isRecorded) {
    return (
      <Card title="各月">
        <Notice>还没有业务登记这项数据，所以没有数；目标先留着，业务建好后自动对上，不用手填。</Notice>
      </Card>
    )
  }
  const number = target.number ?? undefined
  const label = isCumulative ? `${target.title}，${target.year} 年各月末` : `${target.title}，${target.year} 年各月`
  return (
    <Card title={isCumulative ? '各月末' : '各月'} sub={isCumulative ? '虚线是目标' : undefined}>
      <TrendChart
        label={label}
        kind={isCumulative ? 'line' : 'bar'}
        unit={target.unit === '%' ? '%' : ` ${target.unit}`}
        points={months.map(({ month, value }) => ({ at: `${Number(month.slice(5))} 月`, value }))}
        target={
          isCumulative && number !== undefined
            ? { value: number, words: `目标 ${amount(number, target.unit)}` }
            : undefined
        }
      />
    </Card>
  )
}
