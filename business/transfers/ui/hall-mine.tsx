import { useQuery } from '@tanstack/react-query'
import { Route, Routes } from 'react-router'
import { sentenceOf } from '../../../kit/api/index.ts'
import { BigButton, HallFrame, StateBlock } from '../../../kit/hall/index.ts'
import { type Mine, useAsk } from './hall-api.ts'
import { Leave, Resume } from './hall-confirm.tsx'
import { Retain } from './hall-retain.tsx'
import { Standing } from './hall-standing.tsx'
import { Transfer } from './hall-transfer.tsx'

interface Shell {
  /** Null when nobody is signed in, undefined while that is not known. */
  person: { name: string } | null | undefined
}

const root = '/my-membership'

/** 我的会籍: what I am, where I was, and what I can do about it. */
export default function MyMembership({ shell }: { shell: Shell }) {
  const ask = useAsk()
  const isIn = Boolean(shell.person)
  const { data, error, refetch } = useQuery({
    queryKey: ['transfers', 'mine'],
    queryFn: () => ask('transfers', 'mine', {}),
    enabled: isIn,
  })
  if (shell.person === null) return <SignedOut />
  if (!data) return <NotShown error={error} onRetry={() => void refetch()} />
  return <Pages mine={data} />
}

/** A change under way, or none to be made, leads back to what one is. */
function Pages({ mine }: { mine: Mine }) {
  const standing = <Standing mine={mine} root={root} />
  const isFree = mine.openId === null
  const isMember = mine.standing !== 'none'
  return (
    <Routes>
      {isFree && isMember && <Route path="transfer" element={<Transfer mine={mine} root={root} />} />}
      {isFree && isMember && <Route path="leave" element={<Leave mine={mine} root={root} />} />}
      {isFree && isMember && mine.standing !== 'retained' && <Route path="retain" element={<Retain root={root} />} />}
      {isFree && mine.standing === 'retained' && <Route path="resume" element={<Resume mine={mine} root={root} />} />}
      <Route path="*" element={standing} />
    </Routes>
  )
}

const back = { href: '/me', title: '我的' }

const SignedOut = () => (
  <HallFrame title="我的会籍" back={back}>
    <p>登录以后，能看到自己是哪个工会的会员，换了工作可以在这里转会。</p>
    <BigButton href={`/sign-in?from=${root}`}>登录</BigButton>
  </HallFrame>
)

function NotShown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <HallFrame title="我的会籍" back={back}>
      {error ? (
        <StateBlock kind="error" action={{ title: '再试一次', onDo: onRetry }}>
          {sentenceOf(error)}
        </StateBlock>
      ) : (
        <StateBlock kind="loading" />
      )}
    </HallFrame>
  )
}
