import './hall-list.css'
import type { ReactNode } from 'react'
import { Link } from '../../navigation/navigation.tsx'

export interface HallListItem {
  id: string
  href: string
  title: string
  sub?: ReactNode
  /** At the right: 去这里, a badge. */
  end?: ReactNode
}

/** Things to open, under each other: stations, events, courses. */
export function HallList({ label, items }: { label: string; items: readonly HallListItem[] }) {
  return (
    <ul className="nf-hall-sheet" aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <Link href={item.href} className="nf-hall-row">
            <span className="nf-hall-row-words">
              {item.title}
              {item.sub && <small>{item.sub}</small>}
            </span>
            {item.end && <span className="nf-hall-row-end">{item.end}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** A part of a hall page with its heading. */
export function HallSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="nf-hall-section">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
