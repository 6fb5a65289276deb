import './hall.css'
import { Route, Routes, useNavigate } from 'react-router'
import { BigButton, HallFrame, HallNotice } from '../../../kit/hall/index.ts'
import { AskUnion } from './hall-ask.tsx'
import { OwnWishes } from './hall-own.tsx'

interface Shell {
  /** Who is signed in; null when nobody is, undefined while that is not known. */
  person: { name: string } | null | undefined
}

/** 我想建工会: one screen, and what became of it. */
export default function Union({ shell }: { shell: Shell }) {
  const navigate = useNavigate()
  if (shell.person === null) return <SignedOut />
  return (
    <Routes>
      <Route path="mine" element={<OwnWishes />} />
      <Route path="*" element={<AskUnion onSent={(id) => navigate(`/matters/organising/${id}`)} />} />
    </Routes>
  )
}

const SignedOut = () => (
  <HallFrame title="我想建工会" back={{ href: '/', title: '首页' }}>
    <p>单位还没有工会，您可以告诉我们。社区工联会去和单位谈，不会说出您的名字。</p>
    <HallNotice>先登录，好告诉您办到哪一步。单位看不到您登录过。</HallNotice>
    <BigButton href="/sign-in">登录</BigButton>
    <BigButton kind="plain" href="/appeal">
      不想登录，匿名告诉工会
    </BigButton>
  </HallFrame>
)
