import { useState } from 'react'
import type { Group } from '../../../kernel/indicators/contract.ts'
import { groupCodes, groupTitles, periodDays } from '../../../kernel/indicators/contract.ts'
import { useRegistries } from '../../../kit/api/index.ts'
import { DayField, FilterBar, OrgPicker, Segments, SelectField } from '../../../kit/index.ts'
import { inYear, partOf, partsBegun, periodAt, spanFrom } from '../rules/periods.ts'
import type { Asked, Put } from './asked.ts'
import { useUnitName } from './place.ts'

const FIRST_YEAR = 2023
/** So many years stand side by side, one press each; more are a list. */
const FEW_YEARS = 5

interface FiltersProps {
  asked: Asked
  today: string
  put: Put
}

/** Of which span, which union, which group of workers; the address holds it. */
export function Filters({ asked, today, put }: FiltersProps) {
  return (
    <FilterBar>
      <PeriodFields asked={asked} today={today} put={put} />
      <PlaceField place={asked.place} onChange={(place) => put({ place })} />
      <SelectField
        compact
        label="职工群体"
        placeholder="全部职工"
        value={asked.group}
        onChange={(group) => put({ group })}
        options={groupCodes.map((value: Group) => ({ value, title: groupTitles[value] }))}
      />
    </FilterBar>
  )
}

function PeriodFields({ asked, today, put }: FiltersProps) {
  const { year, part } = partOf(asked.period)
  const thisYear = Number(today.slice(0, 4))
  const begun = Array.from({ length: Math.max(1, thisYear - FIRST_YEAR + 1) }, (_, index) => thisYear - index)
  const years = (begun.includes(year) ? begun : [...begun, year]).map((one) => ({
    value: String(one),
    title: `${one} 年`,
  }))
  const choose = (period: string) => put({ period })
  const chooseYear = (next: string | undefined) => choose(inYear(Number(next), asked.period, today))
  return (
    <>
      {years.length <= FEW_YEARS ? (
        <Segments label="年份" value={String(year)} onChange={chooseYear} options={years.toReversed()} />
      ) : (
        <SelectField compact required label="年份" value={String(year)} onChange={chooseYear} options={years} />
      )}
      <SelectField
        compact
        required
        label="时段"
        value={part}
        onChange={(next) => choose(periodAt(year, next ?? 'year', asked.period))}
        options={partsBegun(year, today)}
      />
      {part === 'between' && <BetweenFields period={asked.period} today={today} onChange={choose} />}
    </>
  )
}

interface BetweenFieldsProps {
  period: string
  today: string
  onChange: (period: string) => void
}

/** A day that would turn the span round takes the other along; one that cannot be is not taken, and it is said why. */
function BetweenFields({ period, today, onChange }: BetweenFieldsProps) {
  const { first, last: end } = periodDays(period)
  const last = end < today ? end : today
  const [why, setWhy] = useState<string>()
  const choose = (from: string, to: string) => {
    const span = spanFrom(from, to, today)
    setWhy('why' in span ? span.why : undefined)
    if ('period' in span) onChange(span.period)
  }
  return (
    <>
      <DayField
        compact
        label="从"
        max={today}
        value={first}
        onChange={(day) => day && choose(day, day > last ? day : last)}
      />
      <DayField
        compact
        label="到"
        max={today}
        value={last}
        onChange={(day) => day && choose(day < first ? day : first, day)}
        error={why}
      />
    </>
  )
}

/** The own union or one below. */
export function PlaceField({ place, onChange }: { place: string; onChange: (place: string | undefined) => void }) {
  const { loadUnits } = useRegistries()
  const name = useUnitName(place)
  return (
    <OrgPicker
      compact
      required
      label="看哪个单位"
      value={{ id: place, title: name }}
      onChange={(org) => onChange(org?.id)}
      load={loadUnits}
    />
  )
}
