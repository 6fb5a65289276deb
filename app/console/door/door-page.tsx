import type { ReactNode } from 'react'

interface DoorPageProps {
  title: string
  sub?: ReactNode
  children: ReactNode
}

/** Before the desk: one sheet in the middle, with our name on it. */
export function DoorPage({ title, sub, children }: DoorPageProps) {
  return (
    <main className="door">
      <div className="door-sheet">
        <p className="door-brand">
          <span className="nf-brand-mark" aria-hidden="true">
            蜂
          </span>
          暖蜂工作台
        </p>
        <h1>{title}</h1>
        {sub && <p className="nf-soft">{sub}</p>}
        {children}
      </div>
    </main>
  )
}
