import '../search/pop.css'
import type { ReactNode } from 'react'
import type { SearchState } from '../search/use-search.ts'
import type { Pick } from './search-picker.tsx'

interface PickListProps<P extends Pick> {
  id: string
  state: SearchState<readonly P[]>
  place: number
  onChoose: (pick: P) => void
  /** Below the found: what to do when it is not among them. */
  children?: ReactNode
}

/** What a picker found, under its box. */
export function PickList<P extends Pick>({ id, state, place, onChoose, children }: PickListProps<P>) {
  const found = state.kind === 'found' ? state.found : []
  return (
    <div className="nf-pop">
      <div id={id} role="listbox" aria-label="找到的">
        {found.map((pick, index) => (
          <button
            key={pick.id}
            type="button"
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === place}
            className="nf-pop-row"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(pick)}
          >
            {pick.name}
            {pick.context && <small>{pick.context}</small>}
          </button>
        ))}
      </div>
      <p className="nf-pop-note" role="status">
        {noteOf(state)}
      </p>
      {state.kind === 'failed' && (
        <button type="button" className="nf-link nf-pop-note" onClick={state.retry}>
          再找一次
        </button>
      )}
      {children}
    </div>
  )
}

function noteOf(state: SearchState<readonly Pick[]>): string {
  if (state.kind === 'idle') return '写几个字就能找'
  if (state.kind === 'searching') return '正在找'
  if (state.kind === 'failed') return '没有找成，可能是网络断了。您写的还在。'
  return state.found.length === 0 ? '没有找到，换几个字试试' : '↑ ↓ 选，回车定'
}
