import { NotYet, useRead } from '../../../kit/api/index.ts'
import { Card, Cartogram, type Column, DataTable, SelectField, StateBlock } from '../../../kit/index.ts'
import { TileMap } from '../../../kit/tile-map/tile-map.tsx'
import { spotsOf } from '../rules/arrangement.ts'
import { firstMapped } from '../rules/headlines.ts'
import type { Asked, Put } from './asked.ts'
import { FigureTrend } from './figure-trend.tsx'
import { type Behind, type Total, useFigures } from './place.ts'
import { figureSentence, partsWords } from './say.ts'
import { averageWords, isRest, mapUnit, noteWords, tilesOf } from './tiles.ts'

interface MapCardProps {
  asked: Asked
  totals: readonly Total[]
  /** Which figure; the address holds it. */
  code: string | undefined
  name: string
  put: Put
}

/** One figure by street, where the streets roughly lie, or by community in a plain table; each narrows the page to itself. */
export function MapCard({ asked, totals, code, name, put }: MapCardProps) {
  const shown = mappedOf(totals, code)
  const { period, place, group } = asked
  const { data, state, retry } = useRead(
    useFigures().get,
    { code: shown, period, orgPath: place, group },
    { enabled: totals.length > 0 },
  )
  const title = `${name}各地`
  if (totals.length > 0 && totals.every(({ value }) => value === null))
    return (
      <Card title={title}>
        <StateBlock kind="empty" title="没有能按地方看的数据" />
      </Card>
    )
  return (
    <Card title={title} sub="按固定次序，不排名">
      <div className="overview-mapped">
        <SelectField
          compact
          required
          label="看哪项数据"
          value={shown}
          onChange={(map) => put({ map })}
          options={totals.map((total) => ({ value: total.code, title: total.title }))}
        />
      </div>
      {data ? (
        <>
          <Places figure={data} onPlace={(path) => put({ place: path })} />
          <FigureTrend key={data.code} data={data} />
        </>
      ) : (
        <NotYet state={state} retry={retry} />
      )}
    </Card>
  )
}

/** The one asked for, else the usual one, else the first rate that has something to show. */
function mappedOf(totals: readonly Total[], code: string | undefined): string {
  const asked = totals.find((total) => total.code === code)
  const known = totals.filter(({ value }) => value !== null)
  const usual = known.find((total) => total.code === firstMapped) ?? known.find(({ kind }) => kind === 'rate')
  return (asked ?? usual)?.code ?? firstMapped
}

function Places({ figure, onPlace }: { figure: Behind; onPlace: (path: string) => void }) {
  if (figure.unions.every(isRest)) return <StateBlock kind="empty" title="下面没有更小的地方了" />
  const tiles = tilesOf(figure)
  const spots = spotsOf(tiles.map(({ id }) => id))
  const label = `${figure.title}，各地`
  const { unit } = mapUnit(figure)
  const isDrawn = isDistrict(figure)
  return (
    <>
      <p className="nf-soft nf-small overview-average">
        {[averageWords(figure), isDrawn ? noteWords(figure) : '', figure.unit === '%' ? '' : `单位：${unit}`]
          .filter(Boolean)
          .join('，')}
      </p>
      {isDrawn ? (
        spots ? (
          <TileMap label={label} tiles={tiles} spots={spots} onOpen={onPlace} />
        ) : (
          <Cartogram label={label} tiles={tiles} onOpen={onPlace} />
        )
      ) : (
        <DataTable
          label={label}
          columns={columnsFor(figure, onPlace)}
          rows={figure.unions}
          rowKey={(row) => `${row.path} ${row.name}`}
        />
      )}
      <Rest figure={figure} />
    </>
  )
}

/** Streets are drawn, communities listed. */
const isDistrict = ({ unions }: Behind): boolean =>
  unions.some((union) => !isRest(union) && union.path.split('.').length === 3)

type Union = Behind['unions'][number]

const columnsFor = (figure: Behind, onPlace: (path: string) => void): Column<Union>[] => [
  {
    title: '地方',
    cell: (row) =>
      isRest(row) ? (
        row.name
      ) : (
        <button type="button" className="nf-link" onClick={() => onPlace(row.path)}>
          {row.name}
        </button>
      ),
  },
  {
    title: '数值',
    align: 'right',
    cell: (row) => (
      <>
        {figureSentence(row.value, figure.unit)}
        {figure.kind === 'rate' && <div className="nf-soft nf-small">{partsWords(row)}</div>}
      </>
    ),
  },
]

/** What lies with the district itself has no tile, but counts. */
function Rest({ figure }: { figure: Behind }) {
  const rest = figure.unions.find(isRest)
  if (!rest || !isDistrict(figure) || !rest.value) return null
  return <p className="nf-soft nf-small">另有 {figureSentence(rest.value, figure.unit)}没有分到街道。</p>
}
