import { useState } from 'react'
import { Card, Cartogram, Segments, StateBlock, type Tile } from '../../../kit/index.ts'
import { ratedBands } from '../rules/words.ts'
import type { Rates } from './rates-page.tsx'

type Shown = 'large' | 'middle'
const bands = [
  { value: 'large', title: ratedBands['100+'] },
  { value: 'middle', title: ratedBands['25-99'] },
]

/** The streets, or the communities of one, in official order; each opens what is below it. */
export function PlacesCard({ rates, onPlace }: { rates: Rates; onPlace: (path: string) => void }) {
  const [shown, setShown] = useState<Shown>('large')
  const tiles = rates.places.map((place) => tileOf(place, shown))
  const label = `${ratedBands[shown === 'large' ? '100+' : '25-99']}企业建会率，各地`
  return (
    <Card title="各地" sub="按固定次序，不排名">
      <div className="coverage-bands">
        <Segments label="规模" value={shown} onChange={(next) => setShown(next as Shown)} options={bands} />
      </div>
      {tiles.length === 0 ? (
        <StateBlock kind="empty" title="下面没有更小的地方了" />
      ) : (
        <Cartogram label={label} tiles={tiles} onOpen={(path) => path && onPlace(path)} />
      )}
    </Card>
  )
}

function tileOf(place: Rates['places'][number], shown: Shown): Tile {
  const { base, covered, rate } = place[shown]
  const missing = base - covered
  return {
    id: place.path,
    title: place.name,
    words: rate === null ? '–' : `${rate}%`,
    tone: rate === null ? 'quiet' : rate === 100 ? 'good' : shown === 'large' ? 'watch' : 'quiet',
    note: base === 0 ? '没有企业' : missing > 0 ? `差 ${missing} 家` : `${base} 家`,
  }
}
