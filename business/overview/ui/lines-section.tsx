import { NotYet, useRead } from '../../../kit/api/index.ts'
import { Card } from '../../../kit/index.ts'
import { type Total, useOverview } from './place.ts'
import { comparedWords, figureSentence, missingWords, partsWords, targetWords } from './say.ts'

interface LinesSectionProps {
  totals: readonly Total[]
  hasGroup: boolean
  onOpen: (code: string) => void
}

/** Every figure by chapter and line, in the order of the report. */
export function LinesSection({ totals, hasGroup, onOpen }: LinesSectionProps) {
  const { data, state, retry } = useRead(useOverview().chapters, {})
  if (!data) return <NotYet state={state} retry={retry} />
  return data.map((chapter) => (
    <section key={chapter.slug} className="overview-chapter" aria-label={`${chapter.title}的全部数据`}>
      <h2>{chapter.title}</h2>
      <div className={chapter.lines.length > 1 ? 'overview-lines' : 'overview-lines-one'}>
        {chapter.lines.map((line) => (
          <Card key={line.slug} title={line.title}>
            <ul className="overview-rows">
              {totals
                .filter((total) => total.line === line.slug)
                .map((total) => (
                  <FigureRow key={total.code} total={total} hasGroup={hasGroup} onOpen={onOpen} />
                ))}
            </ul>
          </Card>
        ))}
      </div>
    </section>
  ))
}

interface FigureRowProps {
  total: Total
  hasGroup: boolean
  onOpen: (code: string) => void
}

function FigureRow({ total, hasGroup, onOpen }: FigureRowProps) {
  const isKnown = total.value !== null
  const beside = isKnown
    ? [partsWords(total), comparedWords(total), targetWords(total)].filter(Boolean).join(' · ')
    : missingWords(total, hasGroup)
  return (
    <li>
      <button type="button" className="overview-row" onClick={() => onOpen(total.code)}>
        <span>{total.title}</span>
        <strong>{figureSentence(total.value, total.unit)}</strong>
        {beside && <small>{beside}</small>}
      </button>
    </li>
  )
}
