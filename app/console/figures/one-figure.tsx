import { contract as figures } from '../../../kernel/indicators/contract.ts'
import { useApi, useRead } from '../../../kit/api/index.ts'
import { Cartogram, FigurePanel } from '../../../kit/index.ts'
import type { FigureBehind } from '../registries.ts'
import { FigureRecords } from './figure-records.tsx'
import { figureSentence } from './figure-value.ts'
import { countedUnit, monthsOf, trendUnit } from './months.ts'

interface OneFigureProps {
  /** Nothing is open without one. */
  code: string | undefined
  year: number
  place: string
  placeName: string
  onClose: () => void
}

/** What is behind a figure: what counts, how it went, where, and each record. */
export function OneFigure({ code, year, place, placeName, onClose }: OneFigureProps) {
  const asked = { code: code ?? '', year, orgPath: place }
  const { data, state, retry } = useRead(useApi('figures', figures).get, asked, { enabled: code !== undefined })
  if (code === undefined) return <FigurePanel open={false} onClose={onClose} title="" />
  if (!data)
    return (
      <FigurePanel
        open
        onClose={onClose}
        title="正在打开"
        state={state === 'ready' ? 'loading' : state}
        onRetry={retry}
      />
    )
  const { unit } = trendUnit(data)
  return (
    <FigurePanel
      open
      onClose={onClose}
      title={data.title}
      words={valueWords(data)}
      period={`${year} 年，${placeName}和下级`}
      definition={`${data.definition}。由${data.owner}负责`}
      trend={monthsOf(data, year)}
      unit={` ${unit}`}
    >
      {data.kind === 'rate' && (
        <p className="nf-soft nf-small">图、地点和记录说的是其中的 {data.numerator} 件，就是分子。</p>
      )}
      <Places data={data} />
      <FigureRecords code={code} year={year} place={place} />
    </FigurePanel>
  )
}

function valueWords(data: FigureBehind): string {
  if (data.kind !== 'rate') return figureSentence(data.value, data.unit)
  if (!data.denominator) return '还没有记录'
  return `${figureSentence(data.value, '%')}，${data.numerator} / ${data.denominator}`
}

/** Streets or communities in their official order; they are not ranked. */
function Places({ data }: { data: FigureBehind }) {
  if (data.unions.length === 0) return null
  const unit = countedUnit(data)
  const tiles = data.unions.map(({ path, name, value }) => ({
    id: path,
    title: name,
    words: figureSentence(value, unit),
  }))
  return <Cartogram label={`${data.title}，各地`} tiles={tiles} />
}
