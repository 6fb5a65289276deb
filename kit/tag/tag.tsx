import './tag.css'
import type { ReactNode } from 'react'

export type Tone = 'quiet' | 'blue' | 'green' | 'honey' | 'red'

/** A short word that sorts: the line, a kind, a state. */
export function Tag({ tone = 'blue', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`nf-tag nf-tag-${tone}`}>{children}</span>
}
