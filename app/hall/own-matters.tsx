import type { ReactNode } from 'react'
import { sentenceOf } from '../../kit/api/index.ts'
import { HallNotice, StateBlock } from '../../kit/hall/index.ts'
import type { MyMatter } from './lines.tsx'
import { useMatters } from './matters.ts'
import { usePerson } from './person.tsx'

interface OwnMattersProps {
  /** What stands there when nobody is signed in. */
  signedOut: ReactNode
  children: (matters: readonly MyMatter[]) => ReactNode
}

/** The own matters, or why they cannot be shown. */
export function OwnMatters({ signedOut, children }: OwnMattersProps) {
  const { me, isWaiting } = usePerson()
  const { data, error, refetch } = useMatters(Boolean(me) && me?.next === null)
  if (isWaiting) return <StateBlock kind="loading" />
  if (me === null) return signedOut
  if (me?.next) return <HallNotice>您的账号要先到工作台改好密码，才能看自己的事项。</HallNotice>
  if (data) {
    return (
      <>
        {error && <HallNotice tone="watch">网络断了，下面是上次看到的情况。</HallNotice>}
        {children(data)}
      </>
    )
  }
  if (me && !error) return <StateBlock kind="loading" />
  return (
    <StateBlock kind="error" title="没有取到您的事项" action={{ title: '再试一次', onDo: () => void refetch() }}>
      {error ? sentenceOf(error) : '可能是网络断了，事情照常在办。'}
    </StateBlock>
  )
}
