import './app-frame.css'
import { Drawer } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from '../navigation/navigation.tsx'

export interface NavItem {
  href: string
  title: string
  /** Open matters. */
  count?: number
}

export interface NavGroup {
  /** The chapter: 维权. The first group has none. */
  title?: string
  items: readonly NavItem[]
}

interface AppFrameProps {
  title: string
  /** One character in the red square. */
  mark: string
  groups: readonly NavGroup[]
  /** The address of the item in view. */
  current: string
  search?: ReactNode
  /** Who is at work, for which unit, with a way out. */
  person?: ReactNode
  children: ReactNode
}

/** The desk: side bar by chapters with open counts, search and person on top, the page. A drawer on a phone. */
export function AppFrame({ title, mark, groups, current, search, person, children }: AppFrameProps) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (current) setOpen(false)
  }, [current])
  const brand = <Brand title={title} mark={mark} />
  const nav = <SideNav groups={groups} current={current} />
  return (
    <div className="nf-frame">
      <a className="nf-skip" href="#nf-main">
        跳到正文
      </a>
      <aside className="nf-frame-side">
        {brand}
        {nav}
      </aside>
      <header className="nf-frame-top">
        <MenuButton isOpen={isOpen} onOpen={() => setOpen(true)} />
        {search}
        <div className="nf-frame-person">{person}</div>
      </header>
      <main id="nf-main" className="nf-frame-main" tabIndex={-1}>
        {children}
      </main>
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        title={brand}
        placement="left"
        size={280}
        className="nf-frame-drawer"
      >
        {nav}
        <div className="nf-frame-drawer-person">{person}</div>
      </Drawer>
    </div>
  )
}

function Brand({ title, mark }: Pick<AppFrameProps, 'title' | 'mark'>) {
  return (
    <div className="nf-brand">
      <span className="nf-brand-mark" aria-hidden="true">
        {mark}
      </span>
      {title}
    </div>
  )
}

function MenuButton({ isOpen, onOpen }: { isOpen: boolean; onOpen: () => void }) {
  return (
    <button type="button" className="nf-frame-menu" aria-expanded={isOpen} onClick={onOpen}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 7h16M4 12h16M4 17h16" />
      </svg>
      <span className="nf-hidden">打开目录</span>
    </button>
  )
}

function SideNav({ groups, current }: Pick<AppFrameProps, 'groups' | 'current'>) {
  return (
    <nav aria-label="业务目录" className="nf-nav">
      {groups.map((group) => (
        <div key={group.title ?? ''}>
          {group.title && <p className="nf-nav-title">{group.title}</p>}
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  className="nf-nav-item"
                  aria-current={item.href === current ? 'page' : undefined}
                >
                  <span>{item.title}</span>
                  {item.count !== undefined && item.count > 0 && (
                    <span className="nf-nav-count">
                      {item.count}
                      <span className="nf-hidden"> 件在办</span>
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
