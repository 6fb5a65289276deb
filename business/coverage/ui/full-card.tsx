import { useState } from 'react'
import type { z } from 'zod'
import { NotYet, useNow, useRead } from '../../../kit/api/index.ts'
import { Card, dayWords, Link, StateBlock, Tag } from '../../../kit/index.ts'
import { daysBetween, wallTime } from '../../../kit/time/time-words.ts'
import type { Warning } from '../contract.ts'
import { warnings } from '../rules/words.ts'
import { type Asked, listHref } from './asked.ts'
import { firmHref, useCoverage } from './place.ts'
import type { Rates } from './rates-page.tsx'

type Warned = z.output<typeof Warning>

const FIRST = 7

/** How long the hundred per cent holds, or has been broken, and which firm may break it next. */
export function FullCard({ rates, asked, isToday }: { rates: Rates; asked: Asked; isToday: boolean }) {
  return (
    <Card title="百人以上企业的百分之百" sub="新开一家就可能打破，所以要看下一家是谁">
      <FullState rates={rates} asked={asked} />
      {isToday ? <NextOnes place={asked.place} /> : <p className="nf-soft">看过去的日子，不提示下一家。</p>}
    </Card>
  )
}

function FullState({ rates, asked }: { rates: Rates; asked: Asked }) {
  const { isFull, since, days } = rates.full
  const large = rates.bands.find(({ band }) => band === '100+')
  if (!large || large.base === 0) return <p className="nf-soft">这里没有计入的百人以上企业。</p>
  const words = days === null ? '有记录以来' : `${days} 天`
  return (
    <div className={`coverage-state ${isFull ? 'coverage-state-full' : 'coverage-state-broken'}`}>
      <strong>{isFull ? `已保持 ${words}` : `已有 ${words}不是 100%`}</strong>
      {since && <span className="nf-soft">从 {dayWords(since)} 起</span>}
      {large.uncovered > 0 && (
        <Link href={listHref({ ...asked, standing: 'uncovered', band: '100+' })}>差 {large.uncovered} 家，看是谁</Link>
      )}
    </div>
  )
}

function NextOnes({ place }: { place: string | undefined }) {
  const { data, state, retry } = useRead(useCoverage().watch, { place })
  const [isWhole, setWhole] = useState(false)
  if (!data) return <NotYet state={state} retry={retry} />
  if (data.length === 0) return <StateBlock kind="empty" title="眼下没有看得见的下一家" />
  return (
    <section aria-label="下一个可能打破的">
      <h3 className="coverage-next-head">下一个可能打破的</h3>
      <ul className="coverage-next">
        {data.slice(0, isWhole ? data.length : FIRST).map((row) => (
          <NextOne key={`${row.id} ${row.kind}`} row={row} />
        ))}
      </ul>
      {data.length > FIRST && (
        <button type="button" className="nf-link" onClick={() => setWhole(!isWhole)}>
          {isWhole ? '收起' : `全部 ${data.length} 家`}
        </button>
      )}
    </section>
  )
}

function NextOne({ row }: { row: Warned }) {
  const isSoft = row.kind === 'growing' || row.kind === 'lapsed'
  return (
    <li>
      <Link href={firmHref(row.id)}>{row.name}</Link>
      <DayOfBreak row={row} />
      <p className="nf-soft nf-small">
        <Tag tone={isSoft ? 'quiet' : 'honey'}>{warnings[row.kind]}</Tag> {row.place}。{row.why}。
      </p>
    </li>
  )
}

function DayOfBreak({ row }: { row: Warned }) {
  const today = wallTime(useNow()).day
  if (row.on === null) return <span className="nf-soft">说不准哪天</span>
  const days = daysBetween(today, row.on)
  if (days <= 0) return <strong>随时</strong>
  return (
    <span>
      {row.isEstimate ? '约 ' : ''}
      {dayWords(row.on, today)}
      <span className="nf-soft nf-small"> 还有 {days} 天</span>
    </span>
  )
}
