import { Card, dayWords, Fact, Facts, Tag, timeWords } from '../../../kit/index.ts'
import { type Election, nameIn } from './place.ts'

const outcomes = { dismissed: '不成立', upheld: '成立，候选人已撤下' }

/** The candidates' notice and what was said against it. */
export function NoticeCard({ election, now }: { election: Election; now: string }) {
  if (!election.noticeFrom || !election.noticeUntil) return null
  const nameOf = nameIn(election)
  return (
    <Card title="公示" sub="七天，当天不算">
      <Facts>
        <Fact term="起止">
          {dayWords(election.noticeFrom)} 至 {dayWords(election.noticeUntil)}
        </Fact>
        <Fact term="贴在哪里">{election.noticePlace}</Fact>
        {election.objections.length === 0 && <Fact term="异议">没有人提</Fact>}
      </Facts>
      {election.objections.map((one) => (
        <article key={one.id} className="election-objection">
          <p>
            {one.candidateId && <strong>{nameOf(one.candidateId)}：</strong>}
            {one.content}
          </p>
          <p className="nf-soft nf-small">
            {timeWords(one.raisedAt, now)} ·{' '}
            {one.outcome ? `${outcomes[one.outcome]}。${one.reply}` : <Tag tone="honey">待答复</Tag>}
          </p>
        </article>
      ))}
    </Card>
  )
}
