import type { ReactNode } from 'react'
import { Notice } from '../../notice/notice.tsx'
import { BigButton } from '../big-button/big-button.tsx'
import { HallFrame } from '../hall-frame/hall-frame.tsx'

interface ConfirmProps {
  /** 真的要撤回吗？ */
  title: string
  sub?: string
  back: { href: string; title: string }
  /** The word for leaving everything as it is. */
  stay: string
  act: string
  sending: { busy: boolean; problem: string | undefined }
  onAct: () => void
  /** What follows from it. */
  children: ReactNode
}

/** Asks once whether it is meant. */
export function Confirm({ title, sub, back, stay, act, sending, onAct, children }: ConfirmProps) {
  return (
    <HallFrame title={title} sub={sub} back={back}>
      {children}
      {sending.problem && <Notice tone="bad">{sending.problem}</Notice>}
      <BigButton href={back.href} kind="plain">
        {stay}
      </BigButton>
      <BigButton busy={sending.busy} onClick={onAct}>
        {act}
      </BigButton>
    </HallFrame>
  )
}
