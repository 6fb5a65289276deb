import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf, useNow } from '../../kit/api/index.ts'
import { BigButton, HallFrame, HallNotice, StateBlock, timeWords } from '../../kit/hall/index.ts'
import { account, type LiveSession } from '../web/shared/account.ts'

/** Where I am signed in, and out of it. */
export default function Devices() {
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({ queryKey: ['sessions'], queryFn: () => account.sessions() })
  const [problem, setProblem] = useState<string>()
  const act = async (work: () => Promise<unknown>) => {
    setProblem(undefined)
    await work().catch((failure: unknown) => setProblem(sentenceOf(failure)))
    await client.invalidateQueries()
  }
  const others = data?.sessions.filter((session) => !session.isCurrent) ?? []
  return (
    <HallFrame title="登录的手机和电脑" back={{ href: '/me', title: '我的' }}>
      {problem && <HallNotice tone="bad">{problem}</HallNotice>}
      {error ? (
        <StateBlock kind="error" action={{ title: '再试一次', onDo: () => void refetch() }}>
          {sentenceOf(error)}
        </StateBlock>
      ) : data === undefined ? (
        <StateBlock kind="loading" />
      ) : (
        <ul className="nf-hall-sheet">
          {data.sessions.map((session) => (
            <Device key={session.id} session={session} onEnd={() => void act(() => account.endSession(session.id))} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <BigButton kind="plain" onClick={() => void act(() => account.endAllSessions(true))}>
          除了这一台，全部退出
        </BigButton>
      )}
    </HallFrame>
  )
}

function Device({ session, onEnd }: { session: LiveSession; onEnd: () => void }) {
  const now = useNow()
  return (
    <li className="hall-kept">
      <span>
        {session.device}
        <small>{session.isCurrent ? '就是这一台' : `上次用：${timeWords(session.lastSeenAt, now)}`}</small>
      </span>
      {!session.isCurrent && (
        <button type="button" className="nf-link" onClick={onEnd}>
          让它退出
        </button>
      )}
    </li>
  )
}
