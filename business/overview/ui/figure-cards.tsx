import './figure-cards.css'
import { Figure, Figures } from '../../../kit/index.ts'
import type { Total } from './place.ts'
import { comparedWords, partsWords, sayFigure, targetWords } from './say.ts'

interface FigureCardsProps {
  totals: readonly Total[]
  onOpen: (code: string) => void
}

/** Figures side by side in natural words, each against last year and its target, ready to be opened. */
export function FigureCards({ totals, onOpen }: FigureCardsProps) {
  return (
    <Figures>
      {totals.map((total) => {
        const { value, unit, digits } = sayFigure(total.value ?? 0, total.unit)
        return (
          <Figure
            key={total.code}
            title={total.title}
            value={total.value === null ? undefined : value}
            unit={unit}
            digits={digits}
            sub={<Beside total={total} />}
            onOpen={() => onOpen(total.code)}
          />
        )
      })}
    </Figures>
  )
}

function Beside({ total }: { total: Total }) {
  if (total.value === null) return null
  const words = [partsWords(total), comparedWords(total), targetWords(total)].filter(Boolean)
  return words.map((one) => (
    <span key={one} className="overview-beside">
      {one}
    </span>
  ))
}
