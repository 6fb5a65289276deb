import './card.css'
import { type ReactNode, useId } from 'react'

interface CardProps {
  title?: ReactNode
  /** A quiet line beside the title. */
  sub?: ReactNode
  /** Small links or buttons at the right of the title. */
  actions?: ReactNode
  /** A coloured edge for something found: blue, honey or red. */
  edge?: 'blue' | 'honey' | 'red' | 'green'
  children: ReactNode
}

/** A sheet of paper on the page, with an optional heading. */
export function Card({ title, sub, actions, edge, children }: CardProps) {
  const id = useId()
  return (
    <section
      className={`nf-card${edge ? ` nf-card-edge nf-card-${edge}` : ''}`}
      aria-labelledby={title ? id : undefined}
    >
      {(title || actions) && (
        <header className="nf-card-head">
          <h2 id={id}>{title}</h2>
          {sub && <span className="nf-soft nf-small">{sub}</span>}
          {actions && <div className="nf-card-actions">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}

/** Sheets side by side, under each other on a phone. `wide` gives the first one more room. */
export function Columns({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return <div className={wide ? 'nf-columns nf-columns-wide' : 'nf-columns'}>{children}</div>
}

/** Sheets under each other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="nf-stack">{children}</div>
}
