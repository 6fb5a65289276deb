import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { contract as figures } from '../../../kernel/indicators/contract.ts'
import { chapters } from '../../../kernel/line.ts'
import { NotYet, useApi, useDesk, useNow, useRead, useRegistries } from '../../../kit/api/index.ts'
import { Columns, FilterBar, OrgPicker, Page, Segments, SelectField, StateBlock } from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import { type LineEntry, lines } from '../lines.tsx'
import { FigureCards } from './figure-cards.tsx'
import { MonthsCard } from './months-card.tsx'
import { OneFigure } from './one-figure.tsx'
import { PlaceRates } from './place-rates.tsx'

const FIRST_YEAR = 2023

/** Chapters of the report that have lines. */
const chaptersShown = Object.entries(chapters)
  .map(([value, title]) => ({ value, title }))
  .filter(({ value }) => lines.some((line) => line.chapter === value))

/** Every figure of every line for one union and one year; the address holds which. */
export default function Overview() {
  const { unit, may } = useDesk()
  const [params, setParams] = useSearchParams()
  const thisYear = Number(wallTime(useNow()).day.slice(0, 4))
  const year = Number(params.get('year')) || thisYear
  const place = params.get('place') ?? unit.path
  const put = (change: Record<string, string | undefined>) => setParams((old) => changed(old, change))
  const shown = chaptersShown.find((one) => one.value === params.get('chapter'))?.value ?? chaptersShown[0]?.value
  const name = useUnitName(place)
  const code = params.get('code') ?? undefined
  if (!may('figures.read')) return <StateBlock kind="forbidden" />
  return (
    <Page title="一屏总览" sub={`${year} 年，${name}和下级。数字都能点开。`}>
      <FilterBar>
        <YearPicker year={year} last={thisYear} onChange={(next) => put({ year: next })} />
        <PlacePicker place={place} name={name} onChange={(next) => put({ place: next })} />
        <Segments
          label="哪方面"
          value={shown ?? ''}
          onChange={(next) => put({ chapter: next })}
          options={chaptersShown}
        />
      </FilterBar>
      {lines
        .filter((line) => line.chapter === shown)
        .map((line) => (
          <OneLine
            key={line.slug}
            line={line}
            asked={{ year, place }}
            onOpen={(opened) => put({ code: opened })}
            onPlace={(path) => put({ place: path })}
          />
        ))}
      <OneFigure code={code} year={year} place={place} placeName={name} onClose={() => put({ code: undefined })} />
    </Page>
  )
}

function changed(old: URLSearchParams, change: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(old)
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}

interface OneLineProps {
  line: LineEntry
  asked: { year: number; place: string }
  onOpen: (code: string) => void
  onPlace: (path: string) => void
}

/** The figures of one line; below them where and when. Each line is asked for by itself, so that the first stands while the others are counted. */
function OneLine({ line, asked, onOpen, onPlace }: OneLineProps) {
  const { year, place } = asked
  const { data, state, retry } = useRead(useApi('figures', figures).list, { year, orgPath: place, line: line.slug })
  if (data?.length === 0) return null
  return (
    <section className="overview-line" aria-label={line.title}>
      <h2>{line.title}</h2>
      {data ? <FigureCards totals={data} onOpen={onOpen} /> : <NotYet state={state} retry={retry} />}
      <Columns>
        {line.rateByPlace && <PlaceRates rate={line.rateByPlace} {...asked} onPlace={onPlace} />}
        {line.monthly && <MonthsCard code={line.monthly} {...asked} />}
      </Columns>
    </section>
  )
}

function YearPicker({
  year,
  last,
  onChange,
}: {
  year: number
  last: number
  onChange: (year: string | undefined) => void
}) {
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => String(last - index))
  return (
    <SelectField
      label="年份"
      compact
      required
      value={String(year)}
      onChange={onChange}
      options={years.map((value) => ({ value, title: `${value} 年` }))}
    />
  )
}

function PlacePicker({
  place,
  name,
  onChange,
}: {
  place: string
  name: string
  onChange: (path: string | undefined) => void
}) {
  const { loadUnits } = useRegistries()
  return (
    <OrgPicker
      label="看哪个单位"
      compact
      required
      value={{ id: place, title: name }}
      onChange={(org) => onChange(org?.id)}
      load={loadUnits}
    />
  )
}

function useUnitName(path: string): string {
  const { unit } = useDesk()
  const { unitName } = useRegistries()
  const { data } = useQuery({ queryKey: ['unit', path], queryFn: () => unitName(path), enabled: path !== unit.path })
  return path === unit.path ? unit.name : (data ?? '所选单位')
}
