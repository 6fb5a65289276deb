import './hall.css'
import { useQuery } from '@tanstack/react-query'
import { Route, Routes, useParams } from 'react-router'
import { useDesk } from '../../../kit/api/index.ts'
import { type MatterPlace, NotShown } from '../../../kit/hall/index.ts'
import type { Followed } from './hall-api.ts'
import { Course } from './hall-course.tsx'
import { readFollowed } from './hall-matter.ts'
import { Rate } from './hall-rate.tsx'
import { Supplement } from './hall-supplement.tsx'
import { Withdraw } from './hall-withdraw.tsx'

export interface MatterPageProps {
  appeal: Followed
  /** Address of this matter. */
  href: string
  /** The nearest clock, as an ISO instant. */
  dueAt?: string
}

const mistaken = '可能是登录的人不对，或者回执码不是这一件的。'

/** One own appeal and what its person may do with it now; only what the record itself allows is offered. */
export default function FollowedAppeal({ place }: { place: MatterPlace }) {
  const { id = '' } = useParams()
  const { send } = useDesk()
  const { data, error, refetch } = useQuery({
    queryKey: ['appeals', 'follow', id],
    queryFn: () => readFollowed(send, id),
  })
  const back = { href: place.root, title: place.title }
  if (!data)
    return <NotShown title="我的诉求" back={back} error={error} onRetry={() => void refetch()} mistaken={mistaken} />
  const href = `${place.root}/appeals/${id}`
  const page = { ...data, href }
  const may = (verb: string) => data.appeal.verbs.some((one) => one.verb === verb && one.enabled)
  const course = <Course {...page} back={back} isStale={error !== null} />
  return (
    <Routes>
      <Route path="supplement" element={may('supplement') ? <Supplement {...page} /> : course} />
      <Route path="rate" element={may('rate') ? <Rate {...page} /> : course} />
      <Route path="withdraw" element={may('withdraw') ? <Withdraw {...page} /> : course} />
      <Route path="*" element={course} />
    </Routes>
  )
}
