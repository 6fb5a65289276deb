import { useNavigate } from 'react-router'
import { BigButton, HallFrame, HallList, HallSection, StateBlock } from '../../kit/hall/index.ts'
import type { MyMatter } from './lines.tsx'
import { MatterCards } from './matter-cards.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { OwnMatters } from './own-matters.tsx'
import { tabs } from './tabs.ts'

/** 事项: all that I have ever asked for, open ones first. */
export default function AllMatters() {
  return (
    <HallFrame title="我的事项" tabs={tabs} current="/matters">
      <OfflineNotice />
      <OwnMatters signedOut={<SignedOut />}>{(matters) => <Sorted matters={matters} />}</OwnMatters>
      <HallList
        label="别的办法"
        items={[{ id: 'receipt', href: '/receipt', title: '凭回执码查', sub: '没登录时提的、不写姓名的，都用它看' }]}
      />
    </HallFrame>
  )
}

function SignedOut() {
  return (
    <>
      <p>登录后，能看到您提过的每一件事。</p>
      <BigButton href="/sign-in?from=/matters">登录</BigButton>
    </>
  )
}

function Sorted({ matters }: { matters: readonly MyMatter[] }) {
  const navigate = useNavigate()
  if (matters.length === 0) {
    return (
      <StateBlock kind="empty" title="还没有提过诉求" action={{ title: '我要诉求', onDo: () => navigate('/appeal') }}>
        遇到事情，说给工会听。
      </StateBlock>
    )
  }
  const parts = [
    { title: '在办的', some: matters.filter((one) => one.isOpen) },
    { title: '办完的', some: matters.filter((one) => !one.isOpen) },
  ]
  return parts
    .filter(({ some }) => some.length > 0)
    .map(({ title, some }) => (
      <HallSection key={title} title={title}>
        <MatterCards matters={some} root="/matters" />
      </HallSection>
    ))
}
