import { useQuery } from '@tanstack/react-query'
import { Route, Routes, useParams } from 'react-router'
import { ApiError, sentenceOf, useNow } from '../../../kit/api/index.ts'
import {
  Card,
  HallFrame,
  HallNotice,
  HallSection,
  Link,
  StateBlock,
  Stepper,
  Tag,
  Timeline,
} from '../../../kit/hall/index.ts'
import { type Followed, useAsk } from './hall-api.ts'
import { Confirm } from './hall-confirm.tsx'
import { matterOf } from './hall-matter.ts'
import { useSend } from './use-send.ts'

interface Place {
  root: string
  title: string
}

/** One own change of membership: how far, who has it, until when; and taking it back. */
export default function FollowedTransfer({ place }: { place: Place }) {
  const { id = '' } = useParams()
  const ask = useAsk()
  const { data, error, refetch } = useQuery({
    queryKey: ['transfers', 'follow', id],
    queryFn: () => ask('follow', { id }),
  })
  const back = { href: place.root, title: place.title }
  if (!data) return <NotShown back={back} error={error} onRetry={() => void refetch()} />
  const href = `${place.root}/transfers/${id}`
  const course = <Course one={data} href={href} back={back} isStale={error !== null} />
  return (
    <Routes>
      <Route path="withdraw" element={data.canWithdraw ? <Withdraw one={data} href={href} /> : course} />
      <Route path="*" element={course} />
    </Routes>
  )
}

interface CourseProps {
  one: Followed
  href: string
  back: { href: string; title: string }
  isStale: boolean
}

function Course({ one, href, back, isStale }: CourseProps) {
  const now = useNow()
  const { steps, current, stopped, badge, who, until } = matterOf(one, now)
  return (
    <HallFrame title={one.title} sub={`编号 ${one.number}`} back={back}>
      {isStale && <HallNotice tone="watch">网络断了，下面是上次看到的情况。</HallNotice>}
      <Card title={badge ? undefined : one.stateTitle}>
        {badge && <Tag tone={badge.tone}>{badge.words}</Tag>}
        <Stepper steps={steps} current={current} now={now} stopped={stopped} />
        {(who || until) && <p>{[who && `现在在${who}`, until].filter(Boolean).join('，')}。</p>}
      </Card>
      <HallSection title="经过">
        <Card>
          <Timeline
            label="经过"
            now={now}
            items={one.steps.toReversed().map((step, index) => ({
              id: `${step.at} ${step.title}`,
              at: step.at,
              title: step.message,
              isCurrent: index === 0,
            }))}
          />
        </Card>
      </HallSection>
      {one.canWithdraw && (
        <Link href={`${href}/withdraw`} className="nf-link nf-hall-target">
          不办了，撤回
        </Link>
      )}
    </HallFrame>
  )
}

function Withdraw({ one, href }: { one: Followed; href: string }) {
  const { send, busy, problem } = useSend('withdraw')
  return (
    <Confirm
      title="真的要撤回吗？"
      sub={one.title}
      back={{ href, title: '这件事' }}
      stay="不撤，接着办"
      act="撤回"
      sending={{ busy, problem }}
      onAct={() => void send({ id: one.id })}
    >
      <p>撤回后会籍不变，您还是原工会的会员。以后随时可以再提。</p>
    </Confirm>
  )
}

interface NotShownProps {
  back: { href: string; title: string }
  error: unknown
  onRetry: () => void
}

function NotShown({ back, error, onRetry }: NotShownProps) {
  const isGone = error instanceof ApiError && [403, 404].includes(error.status)
  return (
    <HallFrame title="会籍变动" back={back}>
      {error === null ? (
        <StateBlock kind="loading" />
      ) : isGone ? (
        <StateBlock kind="empty" title="没有找到这件事">
          可能是登录的人不对。请回到{back.title}再进来。
        </StateBlock>
      ) : (
        <StateBlock kind="error" action={{ title: '再试一次', onDo: onRetry }}>
          {sentenceOf(error)}
        </StateBlock>
      )}
    </HallFrame>
  )
}
