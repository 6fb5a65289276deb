import { createContext, type ReactNode, useContext } from 'react'
import type { HeldPost, Me } from '../../web/shared/account.ts'

export interface Work {
  me: Me
  post: HeldPost
  /** Works on in another post; without one it is asked. */
  onSwitch: (post: string | undefined) => void
}

const WorkContext = createContext<Work | undefined>(undefined)

export function AtWork({ value, children }: { value: Work; children: ReactNode }) {
  return <WorkContext value={value}>{children}</WorkContext>
}

/** Who is at this desk, in which post. */
export function useWork(): Work {
  const work = useContext(WorkContext)
  if (!work) throw new Error('nobody is at work here')
  return work
}
