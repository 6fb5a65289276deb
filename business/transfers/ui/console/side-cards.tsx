import { Card, dayWords, Fact, Facts, Link, Timeline } from '../../../../kit/index.ts'
import { standings } from '../../rules/words.ts'
import type { Matter } from './place.ts'

const sexes = { male: '男', female: '女', unknown: '' } as const

/** Whom it is about; the whole numbers are on the person's own page, for those who may reveal them. */
export function PersonCard({ matter: { person, was } }: { matter: Matter }) {
  if (!person) {
    return (
      <Card title="会员">
        <p className="nf-soft">这位会员已不在您的辖区，个人信息看不到了。</p>
      </Card>
    )
  }
  const name = [person.name, sexes[person.sex]].filter(Boolean).join(' · ')
  return (
    <Card title="会员">
      <Facts>
        <Fact term="姓名">{person.isInReach ? <Link href={`/console/people/${person.id}`}>{name}</Link> : name}</Fact>
        <Fact term="证件号码">{person.idNumber}</Fact>
        <Fact term="手机">{person.phone}</Fact>
        <Fact term="提出时">{standings[was]}</Fact>
      </Facts>
    </Card>
  )
}

/** From where to where, and why. */
export function MatterCard({ matter }: { matter: Matter }) {
  const { toName, enterpriseName, reason, objection, refusal, basis, effectiveOn } = matter
  return (
    <Card title="这件事">
      <Facts>
        <Fact term={toName ? '原工会' : '工会'}>{matter.fromName}</Fact>
        {toName && <Fact term="新工会">{toName}</Fact>}
        {enterpriseName && <Fact term="新单位">{enterpriseName}</Fact>}
        {reason && <Fact term="原因">{reason}</Fact>}
        {objection && <Fact term="异议">{objection}</Fact>}
        {refusal && <Fact term="没有接收">{refusal}</Fact>}
        {basis && (
          <Fact term="依据">
            {basis.split('\n').map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Fact>
        )}
        <Fact term="谁提出">{matter.askedBy}</Fact>
        <Fact term="现在在">{matter.unitName}</Fact>
        {effectiveOn && <Fact term="生效">{dayWords(effectiveOn)}</Fact>}
      </Facts>
    </Card>
  )
}

/** The unions of the person, newest first. */
export function StintsCard({ matter, now }: { matter: Matter; now: string }) {
  const items = matter.stints.map((stint) => ({
    id: `${stint.fromOn} ${stint.unionName}`,
    at: `${stint.fromOn}T00:00:00+08:00`,
    title: stint.unionName,
    who: standings[stint.kind],
    isCurrent: stint.toOn === null,
    detail: stint.toOn ? `到 ${dayWords(stint.toOn)}，${stint.ending}` : undefined,
  }))
  return (
    <Card title="工会经历" sub="从这一天起是这个工会的会员；同一天只在一个工会">
      <Timeline label="工会经历" items={items} now={now} empty="现在看不到他的工会经历，接收以后可以看" />
    </Card>
  )
}
