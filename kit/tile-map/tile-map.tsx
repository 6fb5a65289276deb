import './tile-map.css'
import '../cartogram/cartogram.css'
import type { Tile } from '../cartogram/cartogram.tsx'
import { ChartFrame } from '../chart-frame/chart-frame.tsx'

interface TileMapProps {
  /** 诉求按期办结率，各街道. */
  label: string
  /** In the official order, in which they are read out and stand in the table; they are never ranked. */
  tiles: readonly Tile[]
  /** Column and row of each tile, from 1, by its id. */
  spots: Readonly<Record<string, readonly [column: number, row: number]>>
  onOpen: (id: string) => void
}

/** Streets as tiles where they roughly lie: name, value, and a word where it needs a look. */
export function TileMap({ label, tiles, spots, onOpen }: TileMapProps) {
  const columns = Math.max(...Object.values(spots).map(([column]) => column))
  const rows = tiles.map(({ title, words, note }) => ({
    name: title,
    words: [words, note].filter(Boolean).join(' · '),
  }))
  return (
    <ChartFrame label={label} heads={['地方', '数值']} rows={rows}>
      <ul className="nf-map-tiles" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {tiles.map(({ id, title, words, note, tone = 'quiet' }) => (
          <li key={id} style={{ gridColumn: spots[id]?.[0], gridRow: spots[id]?.[1] }}>
            <button type="button" className={`nf-tile nf-tile-${tone}`} onClick={() => onOpen(id)}>
              <span>{title}</span>
              <strong>{words}</strong>
              {note && <small>{note}</small>}
            </button>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}
