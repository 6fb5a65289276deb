import './facts.css'
import type { ReactNode } from 'react'

/** Terms and what they are: a plain `<dl>`. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="nf-facts">{children}</dl>
}

/** One term of `Facts`. Nothing given shows 未填. */
export function Fact({ term, note, children }: { term: string; note?: ReactNode; children?: ReactNode }) {
  const isBlank = children === undefined || children === null || children === ''
  return (
    <div className="nf-fact">
      <dt>{term}</dt>
      <dd>
        {isBlank ? <span className="nf-soft">未填</span> : children}
        {note && <div className="nf-fact-note">{note}</div>}
      </dd>
    </div>
  )
}
