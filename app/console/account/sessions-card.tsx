import { useQuery } from '@tanstack/react-query'
import { sentenceOf, useNow } from '../../../kit/api/index.ts'
import { Button, Card, StateBlock, Tag, timeWords, useSay } from '../../../kit/index.ts'
import { account, type LiveSession } from '../../web/shared/account.ts'

/** Where this account is signed in; each device can be sent away, or all others at once. */
export function SessionsCard() {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => account.sessions(signal),
  })
  const end = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work()
      say(done)
      await refetch()
    } catch (problem) {
      say(sentenceOf(problem), 'bad')
    }
  }
  if (!data) {
    return (
      <Card title="登录的设备">
        <StateBlock
          kind={error ? 'error' : 'loading'}
          action={error ? { title: '再试一次', onDo: () => void refetch() } : undefined}
        />
      </Card>
    )
  }
  return (
    <Card title="登录的设备" sub="不认得的，请退出它并改密码">
      <Sessions
        sessions={data.sessions}
        onEnd={(id) => void end(() => account.endSession(id), '那台设备已退出')}
        onEndOthers={() => void end(() => account.endAllSessions(true), '别的设备都已退出')}
      />
    </Card>
  )
}

interface SessionsProps {
  sessions: readonly LiveSession[]
  onEnd: (id: string) => void
  onEndOthers: () => void
}

function Sessions({ sessions, onEnd, onEndOthers }: SessionsProps) {
  return (
    <>
      <ul className="sessions">
        {sessions.map((session) => (
          <Row key={session.id} session={session} onEnd={() => onEnd(session.id)} />
        ))}
      </ul>
      {sessions.length > 1 && <Button onClick={onEndOthers}>退出其他所有设备</Button>}
    </>
  )
}

function Row({ session, onEnd }: { session: LiveSession; onEnd: () => void }) {
  const now = useNow()
  return (
    <li>
      <div>
        {session.device} {session.isCurrent && <Tag tone="green">这一台</Tag>}
        <div className="nf-soft nf-small">
          {session.ip} · {timeWords(session.signedInAt, now)} 登录 · 最近 {timeWords(session.lastSeenAt, now)}
        </div>
      </div>
      {!session.isCurrent && (
        <button type="button" className="nf-link" onClick={onEnd}>
          退出<span className="nf-hidden">{session.device}</span>
        </button>
      )}
    </li>
  )
}
