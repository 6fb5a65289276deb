import type { ReactNode } from 'react'
import { ApiError, NotYet, type ReadState, useDesk } from '../../../kit/api/index.ts'
import { Link, StateBlock } from '../../../kit/index.ts'

interface OneRecordProps<R> {
  read: { data: R | undefined; error: unknown; state: ReadState; retry: () => void }
  /** What it is when nobody is found: 这个人. */
  what: string
  children: (record: R) => ReactNode
}

/** A record of a register once it is read; before that, or in its place, why it is not here. */
export function OneRecord<R>({ read, what, children }: OneRecordProps<R>) {
  const { data, error, state, retry } = read
  if (data !== undefined) return children(data)
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) {
    return (
      <StateBlock kind="empty" title={`没有找到${what}`}>
        可能不在您的辖区，或地址写错了。<Link href="/console">回到待办</Link>
      </StateBlock>
    )
  }
  return <NotYet state={state} retry={retry} />
}

/** A page that only some posts may open. */
export function ForHolders({ of, children }: { of: string; children: ReactNode }) {
  const { may } = useDesk()
  return may(of) ? children : <StateBlock kind="forbidden" />
}

interface RegisterLinkProps {
  href: string
  /** Without it the name stands there as words. */
  needs: string
  children: ReactNode
}

/** Leads to another register for whoever may read it. */
export function RegisterLink({ href, needs, children }: RegisterLinkProps) {
  const { may } = useDesk()
  return may(needs) ? <Link href={href}>{children}</Link> : children
}
