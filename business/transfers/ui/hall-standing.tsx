import { useNow } from '../../../kit/api/index.ts'
import {
  BigButton,
  Card,
  dayWords,
  Fact,
  Facts,
  HallFrame,
  HallList,
  HallNotice,
  HallSection,
  Tag,
  Timeline,
  useNavigation,
} from '../../../kit/hall/index.ts'
import { standings } from '../rules/words.ts'
import type { Mine } from './hall-api.ts'

interface StandingProps {
  mine: Mine
  root: string
}

/** What I am now, where I was, what I can do. */
export function Standing({ mine, root }: StandingProps) {
  const navigate = useNavigation()
  const { openId } = mine
  return (
    <HallFrame title="我的会籍" back={{ href: '/me', title: '我的' }}>
      <Now mine={mine} />
      {openId && (
        <HallNotice action={{ title: '看进展', onDo: () => navigate(`/matters/transfers/${openId}`) }}>
          有一件会籍变动正在办。办完或撤回以后，才能再提。
        </HallNotice>
      )}
      {!openId && <Ways mine={mine} root={root} />}
      <History mine={mine} />
    </HallFrame>
  )
}

function Now({ mine }: { mine: Mine }) {
  if (mine.standing === 'none') {
    return (
      <Card title="现在不是工会会员">
        <p>{mine.stints.length > 0 ? '以前是会员，随时可以再申请。' : '在单位上班的、跑单送货的，都能加入。'}</p>
      </Card>
    )
  }
  return (
    <Card
      title={mine.unionName}
      sub={<Tag tone={mine.standing === 'full' ? 'green' : 'quiet'}>{standings[mine.standing]}</Tag>}
    >
      <Facts>
        <Fact term="从哪天起">{mine.since && dayWords(mine.since)}</Fact>
        <Fact term="第一次入会">{mine.joinedOn && dayWords(mine.joinedOn)}</Fact>
        {mine.memberNumber && <Fact term="会员证号">{mine.memberNumber}</Fact>}
      </Facts>
    </Card>
  )
}

function Ways({ mine, root }: StandingProps) {
  if (mine.standing === 'none') return <BigButton href="/door/join">加入工会</BigButton>
  const rest =
    mine.standing === 'retained'
      ? { id: 'resume', href: `${root}/resume`, title: '恢复会籍', sub: '又回原单位上班了' }
      : { id: 'retain', href: `${root}/retain`, title: '保留会籍', sub: '退休、下岗、失业，不交会费，还是会员' }
  return (
    <>
      <BigButton href={`${root}/transfer`}>换工作了，转会</BigButton>
      <HallList
        label="别的会籍变动"
        items={[rest, { id: 'leave', href: `${root}/leave`, title: '退会', sub: '自愿，马上生效，不用批准' }]}
      />
    </>
  )
}

function History({ mine }: { mine: Mine }) {
  const now = useNow()
  if (mine.stints.length === 0) return null
  const items = mine.stints.map((stint) => ({
    id: `${stint.fromOn} ${stint.unionName}`,
    at: `${stint.fromOn}T00:00:00+08:00`,
    title: stint.unionName,
    who: standings[stint.kind],
    isCurrent: stint.toOn === null,
    detail: stint.toOn ? `到 ${dayWords(stint.toOn)}，${stint.ending}` : undefined,
  }))
  return (
    <HallSection title="工会经历">
      <Card>
        <Timeline label="工会经历" items={items} now={now} />
      </Card>
    </HallSection>
  )
}
