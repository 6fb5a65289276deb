import { useNavigate } from 'react-router'
import { sentenceOf } from '../../kit/api/index.ts'
import { BigButton, HallFrame, HallList, HallNotice, HallSection, StateBlock } from '../../kit/hall/index.ts'
import { MatterCards } from './matter-cards.tsx'
import { useMatters } from './matters.ts'
import { OfflineNotice } from './offline-notice.tsx'
import { usePerson } from './person.tsx'
import { tabs } from './tabs.ts'

/** 事项: all that I have ever asked for, open ones first. */
export default function AllMatters() {
  return (
    <HallFrame title="我的事项" tabs={tabs} current="/matters">
      <OfflineNotice />
      <Own />
      <HallList
        label="别的办法"
        items={[{ id: 'receipt', href: '/receipt', title: '凭回执码查', sub: '没登录时提的、不写姓名的，都用它看' }]}
      />
    </HallFrame>
  )
}

function Own() {
  const navigate = useNavigate()
  const { me, isWaiting } = usePerson()
  const { data, error, refetch } = useMatters(Boolean(me) && me?.next === null)
  if (isWaiting) return <StateBlock kind="loading" />
  if (me === null) {
    return (
      <>
        <p>登录后，能看到您提过的每一件事。</p>
        <BigButton href="/sign-in?from=/matters">登录</BigButton>
      </>
    )
  }
  if (me?.next) return <HallNotice>您的账号要先到工作台改好密码，才能看自己的事项。</HallNotice>
  if (data === undefined && (error !== null || me === undefined)) {
    return (
      <StateBlock kind="error" title="没有取到您的事项" action={{ title: '再试一次', onDo: () => void refetch() }}>
        {error ? sentenceOf(error) : '可能是网络断了，事情照常在办。'}
      </StateBlock>
    )
  }
  if (data === undefined) return <StateBlock kind="loading" />
  if (data.length === 0) {
    return (
      <StateBlock kind="empty" title="还没有提过诉求" action={{ title: '我要诉求', onDo: () => navigate('/appeal') }}>
        遇到事情，说给工会听。
      </StateBlock>
    )
  }
  const open = data.filter((one) => one.isOpen)
  const over = data.filter((one) => !one.isOpen)
  return (
    <>
      {error && <HallNotice tone="watch">网络断了，下面是上次看到的情况。</HallNotice>}
      {open.length > 0 && (
        <HallSection title="在办的">
          <MatterCards matters={open} root="/matters" />
        </HallSection>
      )}
      {over.length > 0 && (
        <HallSection title="办完的">
          <MatterCards matters={over} root="/matters" />
        </HallSection>
      )}
    </>
  )
}
