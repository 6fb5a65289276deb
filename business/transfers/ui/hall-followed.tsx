import { useQuery } from '@tanstack/react-query'
import { Route, Routes, useParams } from 'react-router'
import { useNow } from '../../../kit/api/index.ts'
import { Confirm, Link, type MatterPlace, NotShown, OwnMatterPage } from '../../../kit/hall/index.ts'
import { type Followed, useAsk } from './hall-api.ts'
import { matterOf } from './hall-matter.ts'
import { useSend } from './use-send.ts'

/** One own change of membership: how far, who has it, until when; and taking it back. */
export default function FollowedTransfer({ place }: { place: MatterPlace }) {
  const { id = '' } = useParams()
  const ask = useAsk()
  const { data, error, refetch } = useQuery({
    queryKey: ['transfers', 'follow', id],
    queryFn: () => ask('transfers', 'follow', { id }),
  })
  const back = { href: place.root, title: place.title }
  if (!data) return <NotShown title="会籍变动" back={back} error={error} onRetry={() => void refetch()} />
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
            不办了，撤回
          </Link>
        )
      }
    />
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
