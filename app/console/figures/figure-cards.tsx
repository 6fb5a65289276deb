import { Figure, Figures } from '../../../kit/index.ts'
import type { FigureTotal } from '../registries.ts'
import { figureSentence, sayFigure } from './figure-value.ts'

/** Figures side by side, each in natural words and ready to be opened. */
export function FigureCards({ totals, onOpen }: { totals: readonly FigureTotal[]; onOpen: (code: string) => void }) {
  return (
    <Figures>
      {totals.map((total) => {
        const { value, unit, digits } = sayFigure(total.value, total.unit)
        return (
          <Figure
            key={total.code}
            title={total.title}
            value={hasNothing(total) ? undefined : value}
            unit={unit}
            digits={digits}
            sub={subOf(total)}
            onOpen={() => onOpen(total.code)}
          />
        )
      })}
    </Figures>
  )
}

/** A share of nothing is no share. */
const hasNothing = ({ kind, denominator }: FigureTotal): boolean => kind === 'rate' && !denominator

function subOf({ kind, numerator, denominator, lastYear, unit }: FigureTotal): string | undefined {
  if (kind === 'rate') return denominator ? `${numerator} / ${denominator}` : undefined
  return lastYear > 0 ? `上年全年 ${figureSentence(lastYear, unit)}` : undefined
}
