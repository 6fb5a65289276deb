import './page.css'
import type { ReactNode } from 'react'
import { Link } from '../navigation/navigation.tsx'

export interface Crumb {
  title: string
  href?: string
}

interface PageProps {
  title: ReactNode
  /** One quiet sentence under the title. */
  sub?: ReactNode
  breadcrumb?: readonly Crumb[]
  /** Clock and tags behind the title. */
  badges?: ReactNode
  /** Buttons at the right; one primary. */
  actions?: ReactNode
  children: ReactNode
}

/** A page of the console: where we are, its sentence, what can be done, the sheets. */
export function Page({ title, sub, breadcrumb, badges, actions, children }: PageProps) {
  return (
    <div className="nf-page">
      <header className="nf-page-head">
        {breadcrumb && <Breadcrumb crumbs={breadcrumb} />}
        <div className="nf-page-line">
          <h1>{title}</h1>
          {badges && <div className="nf-page-badges">{badges}</div>}
          {actions && <div className="nf-page-actions">{actions}</div>}
        </div>
        {sub && <p className="nf-soft">{sub}</p>}
      </header>
      {children}
    </div>
  )
}

function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="所在位置">
      <ol className="nf-crumbs">
        {crumbs.map((crumb) => (
          <li key={crumb.title}>{crumb.href ? <Link href={crumb.href}>{crumb.title}</Link> : crumb.title}</li>
        ))}
      </ol>
    </nav>
  )
}
