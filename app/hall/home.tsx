import { useNavigate } from 'react-router'
import {
  BigButton,
  Doors,
  HallFrame,
  HallList,
  HallNotice,
  HallSection,
  Link,
  SayFirst,
  StateBlock,
} from '../../kit/hall/index.ts'
import { doors } from './doors.ts'
import { useFederationName } from './federation.ts'
import { lines } from './lines.tsx'
import { MatterCards } from './matter-cards.tsx'
import { useMatters } from './matters.ts'
import { OfflineNotice } from './offline-notice.tsx'
import { usePerson } from './person.tsx'
import { keptReceipts } from './receipts.ts'
import { tabs } from './tabs.ts'

const shown = 3

/** First: say what happened. Then the doors, and who has my matters until when. */
export function Home() {
  const navigate = useNavigate()
  const federation = useFederationName()
  return (
    <HallFrame title="暖蜂服务大厅" sub={federation || undefined} tabs={tabs} current="/">
      <OfflineNotice />
      <SayFirst href="/appeal" onSaid={(said) => navigate('/appeal', { state: { said } })} />
      <Unfinished />
      <Doors doors={doors} />
      <MyMatters />
      <HallSection title="算一算">
        <HallList
          label="算一算"
          items={[
            { id: 'calculate', href: '/calculate', title: '该拿多少钱', sub: '辞退补偿、加班费、双倍工资、年休假' },
          ]}
        />
      </HallSection>
    </HallFrame>
  )
}

function Unfinished() {
  const navigate = useNavigate()
  const left = lines.flatMap((line) => line.unfinished() ?? [])
  return left.map(({ title, href }) => (
    <HallNotice key={href} action={{ title: '接着写', onDo: () => navigate(href) }}>
      没写完的还在：“{title}”
    </HallNotice>
  ))
}

function MyMatters() {
  const { me, isWaiting } = usePerson()
  const { data, error, refetch } = useMatters(Boolean(me) && me?.next === null)
  if (isWaiting)
    return (
      <Section>
        <StateBlock kind="loading" />
      </Section>
    )
  if (me === null) return <SignedOut />
  if (me?.next)
    return (
      <Section>
        <HallNotice>您的账号要先到工作台改好密码，才能看自己的事项。</HallNotice>
      </Section>
    )
  if (data === undefined) {
    const isBroken = error !== null || me === undefined
    return (
      <Section>
        {isBroken ? (
          <StateBlock kind="error" title="没有取到您的事项" action={{ title: '再试一次', onDo: () => void refetch() }}>
            可能是网络断了，事情照常在办。
          </StateBlock>
        ) : (
          <StateBlock kind="loading" />
        )}
      </Section>
    )
  }
  const open = data.filter((one) => one.isOpen)
  return (
    <Section>
      {open.length === 0 ? (
        <p className="nf-soft">现在没有在办的事。</p>
      ) : (
        <MatterCards matters={open.slice(0, shown)} root="/matters" />
      )}
      {data.length > Math.min(open.length, shown) && (
        <Link href="/matters" className="hall-more">
          看全部 {data.length} 件
        </Link>
      )}
    </Section>
  )
}

const Section = ({ children }: { children: React.ReactNode }) => <HallSection title="我的事项">{children}</HallSection>

function SignedOut() {
  const hasReceipts = keptReceipts().length > 0
  return (
    <Section>
      <p className="nf-soft">登录后，在这里看事情办到哪一步、谁在办、最迟哪天答复。没登录也能提诉求。</p>
      <div className="hall-pair">
        <BigButton kind="plain" href="/sign-in">
          登录
        </BigButton>
        <BigButton kind="plain" href="/receipt">
          {hasReceipts ? '看记下的回执' : '凭回执码查'}
        </BigButton>
      </div>
    </Section>
  )
}
