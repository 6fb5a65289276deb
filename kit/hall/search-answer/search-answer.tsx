import './search-answer.css'
import { type ReactNode, useId } from 'react'
import { type SearchState, useSearch } from '../../search/use-search.ts'

export interface FoundAnswer {
  id: string
  name: string
  context?: string
}

interface SearchAnswerProps {
  label: string
  value: string
  onChange: (text: string) => void
  search: (text: string) => Promise<readonly FoundAnswer[]>
  /** The chosen one; choosing again changes it. */
  chosenId?: string
  onChoose: (found: FoundAnswer) => void
  placeholder?: string
  /** 不在上面，直接写名字. */
  missing?: { title: string; onDo: (text: string) => void }
}

/** One of very many, found by writing a few characters. */
export function SearchAnswer(props: SearchAnswerProps) {
  const { label, value, onChange, search, chosenId, onChoose, placeholder, missing } = props
  const id = useId()
  const state = useSearch(value, search)
  const found = state.kind === 'found' ? state.found : []
  return (
    <div className="nf-find">
      <div className="nf-find-line">
        <label htmlFor={id} className="nf-hidden">
          {label}
        </label>
        <input
          id={id}
          className="nf-hall-box"
          autoComplete="off"
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        {value && (
          <button type="button" className="nf-find-clear" onClick={() => onChange('')}>
            <span aria-hidden="true">✕</span>
            <span className="nf-hidden">清空</span>
          </button>
        )}
      </div>
      <p className="nf-soft nf-small" role="status">
        {noteOf(state)}
      </p>
      <Found found={found} chosenId={chosenId} onChoose={onChoose}>
        {missing && value.trim() && (
          <button type="button" className="nf-find-row nf-find-missing" onClick={() => missing.onDo(value.trim())}>
            {missing.title}
          </button>
        )}
      </Found>
    </div>
  )
}

interface FoundProps extends Pick<SearchAnswerProps, 'chosenId' | 'onChoose'> {
  found: readonly FoundAnswer[]
  /** The last row: what to do when it is not among them. */
  children?: ReactNode
}

function Found({ found, chosenId, onChoose, children }: FoundProps) {
  if (found.length === 0 && !children) return null
  return (
    <ul className="nf-hall-sheet" aria-label="找到的">
      {found.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            className="nf-find-row"
            aria-pressed={one.id === chosenId}
            onClick={() => onChoose(one)}
          >
            {one.name}
            {one.context && <small>{one.context}</small>}
          </button>
        </li>
      ))}
      {children && <li>{children}</li>}
    </ul>
  )
}

function noteOf(state: SearchState<readonly FoundAnswer[]>): string {
  if (state.kind === 'searching') return '正在找'
  if (state.kind === 'failed') return '网络断了，没有找成。您可以直接写名字，往下办。'
  return state.kind === 'found' && state.found.length === 0 ? '没有找到，换几个字试试。' : ''
}
