import './hall-frame.css'
import type { ReactNode } from 'react'
import { Link } from '../../navigation/navigation.tsx'
import { type DoorIcon, Icon } from '../doors/door-icons.tsx'
import { useElderMode } from '../elder/use-elder-mode.ts'

export interface HallTab {
  href: string
  title: string
  icon: DoorIcon
}

interface HallFrameProps {
  title: string
  sub?: string
  /** On inner pages: where back leads. */
  back?: { href: string; title: string }
  tabs?: readonly HallTab[]
  /** The address of the tab in view. */
  current?: string
  children: ReactNode
}

/** The hall: name and 长辈版 on top, tabs at the thumb, the page between. */
export function HallFrame({ title, sub, back, tabs = [], current, children }: HallFrameProps) {
  const { isElder, switchMode } = useElderMode()
  return (
    <div className="nf-hall nf-hall-frame">
      <header className="nf-hall-top">
        <div>
          {back && (
            <Link href={back.href} className="nf-hall-back">
              ‹ {back.title}
            </Link>
          )}
          <h1>{title}</h1>
          {sub && <p>{sub}</p>}
        </div>
        <button type="button" className="nf-link" aria-pressed={isElder} onClick={switchMode}>
          长辈版{isElder && ' ✓'}
        </button>
      </header>
      <main className="nf-hall-main">{children}</main>
      {tabs.length > 0 && (
        <nav className="nf-hall-tabs" aria-label="主目录">
          {tabs.map((tab) => (
            <Link key={tab.href} href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
              <Icon name={tab.icon} />
              {tab.title}
            </Link>
          ))}
        </nav>
      )}
    </div>
  )
}
