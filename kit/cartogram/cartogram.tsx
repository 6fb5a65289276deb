import './cartogram.css'
import { ChartFrame } from '../chart-frame/chart-frame.tsx'

export interface Tile {
  id: string
  title: string
  /** As it is said: 94.6%, 37 宗; nothing recorded is '–'. */
  words: string
  tone?: 'good' | 'watch' | 'bad' | 'quiet'
  /** Said beside the value wherever the tone warns: 低于目标. */
  note?: string
}

interface CartogramProps {
  /** 诉求按期办结率，各街道. */
  label: string
  /** In the official order; they are never ranked. */
  tiles: readonly Tile[]
  onOpen?: (id: string) => void
}

const spoken = { good: '', quiet: '', watch: '要留意', bad: '有问题' }

/** Streets as tiles in their official order: name, value, and a word where it needs a look. */
export function Cartogram({ label, tiles, onOpen }: CartogramProps) {
  const rows = tiles.map((tile) => ({
    name: tile.title,
    words: [tile.words, noteOf(tile)].filter(Boolean).join(' · '),
  }))
  return (
    <ChartFrame label={label} heads={['街道', '数值']} rows={rows}>
      <ul className="nf-tiles">
        {tiles.map((tile) => (
          <li key={tile.id}>
            {onOpen ? (
              <button
                type="button"
                className={`nf-tile nf-tile-${tile.tone ?? 'quiet'}`}
                onClick={() => onOpen(tile.id)}
              >
                <TileWords tile={tile} />
              </button>
            ) : (
              <div className={`nf-tile nf-tile-${tile.tone ?? 'quiet'}`}>
                <TileWords tile={tile} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

const noteOf = (tile: Tile) => tile.note ?? spoken[tile.tone ?? 'quiet']

function TileWords({ tile }: { tile: Tile }) {
  const note = noteOf(tile)
  return (
    <>
      <span>{tile.title}</span>
      <strong>{tile.words}</strong>
      {note && <small>{note}</small>}
    </>
  )
}
