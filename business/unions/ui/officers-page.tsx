import './unions.css'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'
import { NotYet, useRead } from '../../../kit/api/index.ts'
import { Card, Columns, Figure, Figures, FilterBar, Page, PlaceFilter, StateBlock } from '../../../kit/index.ts'
import type { contract } from '../contract.ts'
import { skillLevels } from '../rules/words.ts'
import { home, useUnions } from './place.ts'

type Stats = z.output<(typeof contract)['officers']['output']>
type Group = Stats['committee']

/** Who the committees and congresses are made of: occupation, skill, the share of technical workers. */
export function OfficersPage() {
  const [params, setParams] = useSearchParams()
  const under = params.get('under') ?? undefined
  const { data, state, retry } = useRead(useUnions().officers, { under })
  return (
    <Page
      breadcrumb={[{ title: '工会台账', href: home }, { title: '委员构成' }]}
      title="委员和代表构成"
      sub={data ? `${data.day}，技术工人口径：${data.basis}` : undefined}
    >
      <FilterBar>
        <PlaceFilter place={under} onChange={(place) => setParams(place ? { under: place } : {}, { replace: true })} />
      </FilterBar>
      {data ? (
        <Columns>
          <GroupCard title="工会委员" sub="主席、副主席、委员，一人任几职只计一次" group={data.committee} />
          <GroupCard title="会员代表" sub="会员代表大会的代表" group={data.delegates} />
        </Columns>
      ) : (
        <NotYet state={state} retry={retry} />
      )}
    </Page>
  )
}

function GroupCard({ title, sub, group }: { title: string; sub: string; group: Group }) {
  if (group.people === 0) {
    return (
      <Card title={title} sub={sub}>
        <StateBlock kind="empty" title={`还没有登记${title}`} />
      </Card>
    )
  }
  return (
    <Card title={title} sub={sub}>
      <Figures>
        <Figure title={title} value={group.people} unit="人" />
        <Figure
          title="技术工人占比"
          value={(group.technical / group.people) * 100}
          unit="%"
          digits={1}
          sub={`${group.technical} / ${group.people} 人`}
        />
      </Figures>
      <h3 className="union-bars-head">技能等级</h3>
      <Bars
        all={group.people}
        bars={group.skills
          .toSorted((a, b) => rankOf(b.level) - rankOf(a.level))
          .map(({ level, people }) => ({ title: skillLevels[level], people, isUnknown: level === '' }))}
      />
      <h3 className="union-bars-head">职业</h3>
      <Bars
        all={group.people}
        bars={group.occupations.map(({ occupation, people }) => ({ title: occupation, people }))}
      />
    </Card>
  )
}

/** The highest level first, what is not known last. */
const rankOf = (level: keyof typeof skillLevels): number => Object.keys(skillLevels).indexOf(level)

interface BarsProps {
  all: number
  bars: readonly { title: string; people: number; isUnknown?: boolean }[]
}

/** Each bar is a share of all. */
function Bars({ all, bars }: BarsProps) {
  return (
    <ul className="union-bars">
      {bars.map(({ title, people, isUnknown }) => (
        <li key={title} className="union-bar">
          <span>{title}</span>
          <span className="union-bar-track" aria-hidden="true">
            <span
              className={isUnknown ? 'union-bar-fill union-bar-unknown' : 'union-bar-fill'}
              style={{ width: `${(people / all) * 100}%` }}
            />
          </span>
          <span>
            {people} 人 <span className="nf-soft nf-small">{((people / all) * 100).toFixed(1)}%</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
