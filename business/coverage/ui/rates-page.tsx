import type { z } from 'zod'
import { NotYet, useDesk, useNow, useRead } from '../../../kit/api/index.ts'
import { Button, Columns, dayWords, Page, Stack } from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import type { contract } from '../contract.ts'
import { type Asked, readAsked, useAddress } from './asked.ts'
import { AskedBar } from './asked-bar.tsx'
import { DefinitionCard } from './definition-card.tsx'
import { ExclusionsCard } from './exclusions-card.tsx'
import { FullCard } from './full-card.tsx'
import { Heroes } from './heroes.tsx'
import { home, useCoverage } from './place.ts'
import { PlacesCard } from './places-card.tsx'
import { TrendCard } from './trend-card.tsx'

export type Rates = z.output<typeof contract.rates.output>

/** The rates of a place as of a day: what they are, what would break them, where, how they went, and what they rest on. */
export function RatesPage() {
  const today = wallTime(useNow()).day
  const { may } = useDesk()
  const [asked, change] = useAddress(readAsked)
  const { data, state, retry } = useRead(useCoverage().rates, asked)
  return (
    <Page
      title="建会覆盖"
      sub={
        data &&
        `${data.place.name}，截至 ${dayWords(data.on, today)}${data.on === today ? '（今天）' : ''}。数字都能点开。`
      }
      actions={
        <div className="coverage-left-out">
          <Button href={`${home}/exclusions`}>列入不计事项</Button>
          {may('coverage.propose') && (
            <Button kind="primary" href={`${home}/new`}>
              提出不计
            </Button>
          )}
        </div>
      }
    >
      <AskedBar
        asked={asked}
        onChange={change}
        onClear={asked.place || asked.on ? () => change({ place: undefined, on: undefined }) : undefined}
      />
      {data ? (
        <Sheets rates={data} asked={asked} onPlace={(place) => change({ place })} isToday={data.on === today} />
      ) : (
        <NotYet state={state} retry={retry} />
      )}
    </Page>
  )
}

interface SheetsProps {
  rates: Rates
  asked: Asked
  onPlace: (path: string) => void
  isToday: boolean
}

function Sheets({ rates, asked, onPlace, isToday }: SheetsProps) {
  return (
    <Stack>
      <Heroes rates={rates} asked={asked} />
      <Columns wide>
        <FullCard rates={rates} asked={asked} isToday={isToday} />
        <Stack>
          <PlacesCard rates={rates} onPlace={onPlace} />
          <TrendCard asked={asked} />
        </Stack>
      </Columns>
      <ExclusionsCard asked={asked} />
      <DefinitionCard parameters={rates.parameters} />
    </Stack>
  )
}
