import type { Behind } from './place.ts'
import { figureSentence, partsWords } from './say.ts'
import { averageWords, isRest } from './tiles.ts'

/** Streets or communities in their official order with their average; they are not ranked. Each narrows the page to itself. */
export function FigurePlaces({ data, onPlace }: { data: Behind; onPlace: (path: string) => void }) {
  if (data.unions.length === 0 || data.value === null) return null
  return (
    <section aria-label="各地">
      <h3 className="overview-head">各地</h3>
      <p className="nf-soft nf-small">{[averageWords(data), '按固定次序，不排名'].filter(Boolean).join('，')}</p>
      <ul className="overview-places">
        {data.unions.map((union) => (
          <li key={`${union.path} ${union.name}`}>
            {isRest(union) ? (
              <span>{union.name}</span>
            ) : (
              <button type="button" className="nf-link" onClick={() => onPlace(union.path)}>
                {union.name}
              </button>
            )}
            <span>
              {figureSentence(union.value, data.unit)}
              {data.kind === 'rate' && <small className="nf-soft">　{partsWords(union)}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
