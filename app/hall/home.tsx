import { useNavigate } from 'react-router'
import { BigButton, Doors, HallFrame, HallList, HallNotice, HallSection, Link, SayFirst } from '../../kit/hall/index.ts'
import { doors } from './doors.ts'
import { useFederationName } from './federation.ts'
import { lines, type MyMatter } from './lines.tsx'
import { MatterCards } from './matter-cards.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { OwnMatters } from './own-matters.tsx'
import { keptReceipts } from './receipts.ts'
import { tabs } from './tabs.ts'
import { useFetchAhead } from './use-fetch-ahead.ts'

const shown = 3

/** First: say what happened. Then the doors, and who has my matters until when. */
export function Home() {
  const navigate = useNavigate()
  const federation = useFederationName()
  useFetchAhead()
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
  return (
    <HallSection title="我的事项">
      <OwnMatters signedOut={<SignedOut />}>{(matters) => <Open matters={matters} />}</OwnMatters>
    </HallSection>
  )
}

function Open({ matters }: { matters: readonly MyMatter[] }) {
  const open = matters.filter((one) => one.isOpen)
  return (
    <>
      {open.length === 0 ? (
        <p className="nf-soft">现在没有在办的事。</p>
      ) : (
        <MatterCards matters={open.slice(0, shown)} root="/matters" />
      )}
      {matters.length > Math.min(open.length, shown) && (
        <Link href="/matters" className="hall-more">
          看全部 {matters.length} 件
        </Link>
      )}
    </>
  )
}

function SignedOut() {
  const hasReceipts = keptReceipts().length > 0
  return (
    <>
      <p className="nf-soft">登录后，在这里看事情办到哪一步、谁在办、最迟哪天答复。没登录也能提诉求。</p>
      <div className="hall-pair">
        <BigButton kind="plain" href="/sign-in">
          登录
        </BigButton>
        <BigButton kind="plain" href="/receipt">
          {hasReceipts ? '看记下的回执' : '凭回执码查'}
        </BigButton>
      </div>
    </>
  )
}
