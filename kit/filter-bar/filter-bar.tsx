import './filter-bar.css'
import { type ReactNode, useEffect, useId, useState } from 'react'

interface FilterBarProps {
  /** Segments, SearchBox, compact fields. */
  children: ReactNode
  /** What the filters leave: 共 21 件. */
  summary?: ReactNode
  onClear?: () => void
  /** Export and the like. */
  actions?: ReactNode
}

/** Above a list: what narrows it, how many are left, what can be done with all of them. */
export function FilterBar({ children, summary, onClear, actions }: FilterBarProps) {
  return (
    <search className="nf-filters">
      {children}
      {summary && (
        <span className="nf-soft" role="status">
          {summary}
        </span>
      )}
      {onClear && (
        <button type="button" className="nf-link" onClick={onClear}>
          清空条件
        </button>
      )}
      {actions && <div className="nf-filters-actions">{actions}</div>}
    </search>
  )
}

interface SegmentsProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; title: string; count?: number }[]
}

/** A few views of the same list, one chosen: 待签收 3 · 处置中 5. */
export function Segments({ label, value, onChange, options }: SegmentsProps) {
  const name = useId()
  return (
    <fieldset className="nf-segments">
      <legend className="nf-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="nf-segment">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            {option.title}
            {option.count !== undefined && <b>{option.count}</b>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface SearchBoxProps {
  label: string
  value: string
  /** Called a moment after the last key. */
  onChange: (value: string) => void
}

/** Words that narrow the list, handed on when the typing rests. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onChange(text), 300)
    return () => clearTimeout(timer)
  }, [text, value, onChange])
  return (
    <input
      className="nf-search-box"
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}
