import { contract as figures } from '../../../kernel/indicators/contract.ts'
import { useApi, useRead } from '../../../kit/api/index.ts'
import { Card, Cartogram, figureWords, StateBlock, type Tile } from '../../../kit/index.ts'
import type { RateByPlace } from '../lines.tsx'
import type { FigureBehind } from '../registries.ts'

interface PlaceRatesProps {
  rate: RateByPlace
  year: number
  place: string
  /** Looks at one of the places. */
  onPlace: (path: string) => void
}

/** A rate in each street or community, in their official order and with what it rests on; they are not ranked. */
export function PlaceRates({ rate, year, place, onPlace }: PlaceRatesProps) {
  const { get } = useApi('figures', figures)
  const [over, under] = rate.over
  const top = useRead(get, { code: over, year, orgPath: place })
  const bottom = useRead(get, { code: under, year, orgPath: place })
  if (!top.data || !bottom.data) {
    const broken = top.state === 'error' || bottom.state === 'error'
    const retry = () => {
      top.retry()
      bottom.retry()
    }
    return (
      <Card title={rate.title}>
        <StateBlock
          kind={broken ? 'error' : 'loading'}
          action={broken ? { title: '再试一次', onDo: retry } : undefined}
        />
      </Card>
    )
  }
  const whole = share(top.data.value, bottom.data.value)
  return (
    <Card title={rate.title} sub={`合计 ${whole}，按固定次序，不排名`}>
      <Cartogram label={rate.title} tiles={tilesOf(top.data, bottom.data)} onOpen={onPlace} />
    </Card>
  )
}

const share = (over: number, under: number): string => (under === 0 ? '–' : `${figureWords((over / under) * 100)}%`)

function tilesOf(top: FigureBehind, bottom: FigureBehind): Tile[] {
  const counted = new Map(top.unions.map(({ path, value }) => [path, value]))
  return bottom.unions.map(({ path, name, value }) => {
    const over = counted.get(path) ?? 0
    return { id: path, title: name, words: share(over, value), note: value > 0 ? `${over} / ${value}` : '没有记录' }
  })
}
