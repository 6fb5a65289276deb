import './figure.css'
import type { ReactNode } from 'react'
import { changeWords, figureWords } from './figure-words.ts'

interface FigureProps {
  title: string
  /** Undefined while nothing is recorded. */
  value: number | undefined
  unit?: string
  /** Decimals at most. */
  digits?: number
  sub?: ReactNode
  /** The same figure before, for comparison. */
  last?: { value: number; name: string }
  tone?: 'blue' | 'green' | 'red' | 'honey' | 'ink'
  /** Every figure opens: definition, period, streets, records. */
  onOpen?: () => void
}

const arrows = { up: '↑', down: '↓', same: '→' }

/** A number that opens. */
export function Figure({ title, value, unit = '', digits, sub, last, tone = 'blue', onOpen }: FigureProps) {
  const change = value !== undefined && last ? changeWords(value, last.value, last.name, unit === '%') : undefined
  const body = (
    <>
      <span className={`nf-figure-value nf-figure-${tone}`}>
        {value === undefined ? '–' : figureWords(value, digits)}
        {value !== undefined && unit !== '' && (unit === '%' ? '%' : ` ${unit}`)}
      </span>
      <span className="nf-figure-title">{title}</span>
      {value === undefined && <span className="nf-figure-sub">还没有记录</span>}
      {sub && <span className="nf-figure-sub">{sub}</span>}
      {change && (
        <span className="nf-figure-sub">
          <span aria-hidden="true">{arrows[change.direction]} </span>
          {change.words}
        </span>
      )}
    </>
  )
  if (!onOpen) return <div className="nf-figure">{body}</div>
  return (
    <button type="button" className="nf-figure nf-figure-opens" onClick={onOpen}>
      {body}
    </button>
  )
}

/** Figures side by side, as many as fit. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className="nf-figures">{children}</div>
}
