import './button.css'
import { Button as AntButton, Tooltip } from 'antd'
import { type MouseEvent, type ReactNode, useId } from 'react'
import { useNavigation } from '../navigation/navigation.tsx'

interface ButtonProps {
  children: ReactNode
  /** One primary a page; text for small ones inside a card. */
  kind?: 'primary' | 'plain' | 'text'
  type?: 'button' | 'submit'
  /** Why it cannot be pressed. Given, the button stays reachable and tells. */
  why?: string
  busy?: boolean
  /** Opens this address instead of calling `onClick`. */
  href?: string
  onClick?: () => void
}

const looks = { primary: 'primary', plain: 'default', text: 'link' } as const

/** A button that, when it cannot be pressed, says why on hover, focus and tap. */
export function Button({ children, kind = 'plain', type = 'button', why, busy = false, href, onClick }: ButtonProps) {
  const id = useId()
  const navigate = useNavigation()
  const press = (event: MouseEvent) => {
    if (why || busy) return event.preventDefault()
    if (!href) return onClick?.()
    event.preventDefault()
    navigate(href)
  }
  const button = (
    <AntButton
      type={looks[kind]}
      htmlType={type}
      href={href}
      className={why ? 'nf-button nf-button-barred' : 'nf-button'}
      aria-disabled={why || busy ? true : undefined}
      aria-busy={busy || undefined}
      aria-describedby={why ? id : undefined}
      onClick={press}
    >
      {busy && <span className="nf-button-wait" aria-hidden="true" />}
      {children}
    </AntButton>
  )
  if (!why) return button
  return (
    <span className="nf-button-wrap">
      <Tooltip title={why} trigger={['hover', 'focus', 'click']}>
        {button}
      </Tooltip>
      <span id={id} className="nf-hidden">
        不能办：{why}
      </span>
    </span>
  )
}
