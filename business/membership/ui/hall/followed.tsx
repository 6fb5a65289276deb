import { useQuery } from '@tanstack/react-query'
import { Route, Routes, useParams } from 'react-router'
import { useNow } from '../../../../kit/api/index.ts'
import { BigButton, HallNotice, Link, type MatterPlace, NotShown, OwnMatterPage } from '../../../../kit/hall/index.ts'
import { type Followed, useAsk } from './api.ts'
import { matterOf } from './matter.ts'
import { Resubmit, Withdraw } from './own-steps.tsx'

/** One own application: how far, who has it, until when; what I can do. */
export default function FollowedApplication({ place }: { place: MatterPlace }) {
  const { id = '' } = useParams()
  const ask = useAsk()
  const { data, error, refetch } = useQuery({
    queryKey: ['membership', 'follow', id],
    queryFn: () => ask('membership', 'follow', { id }),
  })
  const back = { href: place.root, title: place.title }
  if (!data) return <NotShown title="入会申请" back={back} error={error} onRetry={() => void refetch()} />
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
  return (
    <OwnMatterPage
      matter={matterOf(one, now)}
      number={one.number}
      state={one.stateTitle}
      told={one.steps}
      now={now}
      back={back}
      isStale={isStale}
      foot={
        one.canWithdraw && (
          <Link href={`${href}/withdraw`} className="nf-link nf-hall-target">
            不想入会了，撤回申请
          </Link>
        )
      }
    >
      <Next one={one} href={href} root={root} />
    </OwnMatterPage>
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
