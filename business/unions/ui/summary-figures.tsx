import { NotYet, useRead } from '../../../kit/api/index.ts'
import { Figure, Figures } from '../../../kit/index.ts'
import type { Filters } from './filters.ts'
import { useUnions } from './place.ts'

interface SummaryFiguresProps {
  under: string | undefined
  /** Narrows the list to what is behind a number. */
  onOpen: (filters: Filters) => void
}

/** The rate with numerator, denominator and day; what keeps it from a hundred. Each opens its unions. */
export function SummaryFigures({ under, onOpen }: SummaryFiguresProps) {
  const { data, state, retry } = useRead(useUnions().summary, { under })
  if (!data) return <NotYet state={state} retry={retry} />
  const rate = data.unions === 0 ? undefined : (data.regular / data.unions) * 100
  return (
    <Figures>
      <Figure
        title="规范化率"
        value={rate}
        unit="%"
        digits={1}
        sub={`${data.regular} / ${data.unions} 家 · ${data.day}`}
        onOpen={() => onOpen({ regular: 'yes' })}
      />
      <Figure
        title="任期已届满"
        value={data.termExpired}
        unit="家"
        tone={data.termExpired > 0 ? 'red' : 'blue'}
        sub={`另有 ${data.termNone} 家没有登记任期`}
        onOpen={() => onOpen({ term: 'expired' })}
      />
      <Figure
        title="任期快届满"
        value={data.termSoon}
        unit="家"
        tone={data.termSoon > 0 ? 'honey' : 'blue'}
        onOpen={() => onOpen({ term: 'soon' })}
      />
      <Figure
        title="主席空缺"
        value={data.withoutChair}
        unit="家"
        tone={data.withoutChair > 0 ? 'honey' : 'blue'}
        onOpen={() => onOpen({ chair: 'without' })}
      />
      <Figure
        title="证书已过期"
        value={data.certificateExpired}
        unit="家"
        tone={data.certificateExpired > 0 ? 'red' : 'blue'}
        sub={`${data.certificateSoon} 家快到期，${data.certificateNone} 家没有证书`}
        onOpen={() => onOpen({ certificate: 'expired' })}
      />
    </Figures>
  )
}
