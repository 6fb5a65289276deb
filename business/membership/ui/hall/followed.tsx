import { useQuery } from '@tanstack/react-query'
import { Route, Routes, useParams } from 'react-router'
import { ApiError, sentenceOf, useNow } from '../../../../kit/api/index.ts'
import {
  BigButton,
  Card,
  HallFrame,
  HallNotice,
  HallSection,
  Link,
  StateBlock,
  Stepper,
  Tag,
  Timeline,
} from '../../../../kit/hall/index.ts'
import { type Followed, useAsk } from './api.ts'
import { matterOf } from './matter.ts'
import { Resubmit, Withdraw } from './own-steps.tsx'

interface Place {
  root: string
  title: string
}

/** One own application: how far, who has it, until when; what I can do. */
export default function FollowedApplication({ place }: { place: Place }) {
  const { id = '' } = useParams()
  const ask = useAsk()
  const { data, error, refetch } = useQuery({
    queryKey: ['membership', 'follow', id],
    queryFn: () => ask('membership', 'follow', { id }),
  })
  const back = { href: place.root, title: place.title }
  if (!data) return <NotShown back={back} error={error} onRetry={() => void refetch()} />
  const href = `${place.root}/membership/${id}`
  const course = <Course one={data} href={href} back={back} root={place.root} isStale={error !== null} />
  return (
    <Routes>
      <Route path="withdraw" element={data.canWithdraw ? <Withdraw one={data} href={href} /> : course} />
      <Route path="resubmit" element={data.canResubmit ? <Resubmit one={data} href={href} /> : course} />
      <Route path="*" element={course} />
    </Routes>
  )
}

interface CourseProps {
  one: Followed
  href: string
  back: { href: string; title: string }
  root: string
  isStale: boolean
}

function Course({ one, href, back, root, isStale }: CourseProps) {
  const now = useNow()
  const { steps, current, stopped, badge, who, until, title } = matterOf(one, now)
  return (
    <HallFrame title={title} sub={`编号 ${one.number}`} back={back}>
      {isStale && <HallNotice tone="watch">网络断了，下面是上次看到的情况。</HallNotice>}
      <Card title={badge ? undefined : one.stateTitle}>
        {badge && <Tag tone={badge.tone}>{badge.words}</Tag>}
        <Stepper steps={steps} current={current} now={now} stopped={stopped} />
        {who && <p>{[`现在在${who}`, until].filter(Boolean).join('，')}。</p>}
      </Card>
      <Next one={one} href={href} root={root} />
      <HallSection title="经过">
        <Card>
          <Timeline
            label="经过"
            now={now}
            items={one.steps.toReversed().map((step, index) => ({
              id: `${step.at} ${step.message}`,
              at: step.at,
              title: step.message,
              isCurrent: index === 0,
            }))}
          />
        </Card>
      </HallSection>
      {one.canWithdraw && (
        <Link href={`${href}/withdraw`} className="nf-link nf-hall-target">
          不想入会了，撤回申请
        </Link>
      )}
    </HallFrame>
  )
}

/** The one thing to do now. */
function Next({ one, href, root }: Pick<CourseProps, 'one' | 'href' | 'root'>) {
  if (one.canResubmit) {
    return (
      <>
        <HallNotice tone="watch">请补正：{one.askedFor}</HallNotice>
        <BigButton href={`${href}/resubmit`}>去补正</BigButton>
      </>
    )
  }
  if (one.state === 'approved' || one.state === 'pooled') return <BigButton href="/card">打开会员证</BigButton>
  if (one.transferId) return <BigButton href={`${root}/transfers/${one.transferId}`}>看转会办到哪一步</BigButton>
  return one.state === 'declined' ? (
    <BigButton kind="plain" href="/join">
      再申请一次
    </BigButton>
  ) : null
}

interface NotShownProps {
  back: { href: string; title: string }
  error: unknown
  onRetry: () => void
}

function NotShown({ back, error, onRetry }: NotShownProps) {
  const isGone = error instanceof ApiError && [403, 404].includes(error.status)
  return (
    <HallFrame title="入会申请" back={back}>
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
