import './big-button.css'
import type { MouseEvent, ReactNode } from 'react'
import { Link } from '../../navigation/navigation.tsx'

interface BigButtonProps {
  children: ReactNode
  kind?: 'primary' | 'plain'
  type?: 'button' | 'submit'
  /** Why it cannot be pressed yet; shown above it. */
  why?: string
  busy?: boolean
  href?: string
  onClick?: () => void
}

/** The one button at the thumb. */
export function BigButton({ children, kind = 'primary', type = 'button', why, busy, href, onClick }: BigButtonProps) {
  const look = `nf-big nf-big-${kind}`
  if (href) {
    return (
      <Link href={href} className={look}>
        {children}
      </Link>
    )
  }
  const press = (event: MouseEvent) => {
    if (why || busy) return event.preventDefault()
    onClick?.()
  }
  return (
    <>
      {why && <p className="nf-big-why">{why}</p>}
      <button type={type} className={look} aria-disabled={why || busy ? true : undefined} onClick={press}>
        {busy ? '正在提交' : children}
      </button>
    </>
  )
}
