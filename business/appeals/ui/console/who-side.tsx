import { Card, Fact, Facts, Masked, Money, Timeline } from '../../../../kit/index.ts'
import { categories, channels, difficulties, referralTargets } from '../../rules/words.ts'
import { type Appeal, useAppeals } from './use-appeals.ts'

/** Who appeals against whom, what is asked, where it came from. */
export function PartiesCard({ appeal }: { appeal: Appeal }) {
  return (
    <Card title="当事人">
      <Facts>
        <Fact term="职工" note={hasContact(appeal) ? '查看须填原因并留痕' : undefined}>
          <Contact appeal={appeal} />
        </Fact>
        <Fact term="单位">{appeal.enterpriseName}</Fact>
        <Fact term="人数">{appeal.headcount}</Fact>
        <Fact term="请求">
          {categories[appeal.category]}
          {appeal.claimFen !== null && (
            <>
              {' '}
              <Money fen={appeal.claimFen} />
            </>
          )}
        </Fact>
        <Fact term="难易">{difficulties[appeal.difficulty]}</Fact>
        <Fact term="地方">{appeal.place}</Fact>
        <Fact term="来源">
          {channels[appeal.channel]}
          {appeal.outsideNumber && ` · 原号 ${appeal.outsideNumber}`}
        </Fact>
        <Fact term="承办">{[appeal.unitName, appeal.assigneeName ?? '还没有分到人'].filter(Boolean).join(' · ')}</Fact>
      </Facts>
    </Card>
  )
}

const hasContact = ({ contactName, contactPhone }: Appeal): boolean => Boolean(contactName || contactPhone)

function Contact({ appeal }: { appeal: Appeal }) {
  const { reveal } = useAppeals()
  if (!hasContact(appeal)) return appeal.isAnonymous ? '没有留姓名和电话' : '没有登记联系方式'
  const show = async (reason: string) => {
    const { name, phone } = await reveal({ id: appeal.id, reason })
    return [name, phone].filter(Boolean).join('　')
  }
  return (
    <Masked
      what="姓名和电话"
      value={[appeal.contactName, appeal.contactPhone].filter(Boolean).join('　')}
      onReveal={show}
    />
  )
}

/** Where the matter was sent besides, and what came back. */
export function ReferralsCard({ appeal, now }: { appeal: Appeal; now: string }) {
  if (appeal.referrals.length === 0) return null
  const items = appeal.referrals.toReversed().map((one) => ({
    id: one.id,
    at: one.at,
    title: `转${referralTargets[one.target]}`,
    who: one.number,
    isCurrent: one.reply === null,
    detail: (
      <>
        <p>{one.reason}</p>
        <p>{one.reply ? `答复：${one.reply}` : '还没有答复'}</p>
      </>
    ),
  }))
  return (
    <Card title="转介">
      <Timeline label="转介" items={items} now={now} />
    </Card>
  )
}
