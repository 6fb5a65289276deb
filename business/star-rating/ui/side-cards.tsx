import { useState } from 'react'
import { useDesk } from '../../../kit/api/index.ts'
import { Attachments, Button, Card, dayWords, Fact, Facts, Link, Notice } from '../../../kit/index.ts'
import { questions } from '../rules/poll.ts'
import { grounds, levelTitle, starWords } from '../rules/words.ts'
import type { Rating } from './place.ts'

/** What it came to: score, level, from and to. */
export function ResultCard({ rating }: { rating: Rating }) {
  const { stars, scorePerMille, publicUntil, validFrom, validTo, endedOn, endedFor } = rating
  const ended = Object.entries(grounds).find(([ground]) => ground === endedFor)?.[1] ?? '已续评'
  return (
    <Card title="结果">
      <Facts>
        <Fact term="工会">
          <Link href={`/console/unions/union/${rating.orgId}`}>{rating.orgName}</Link>
        </Fact>
        <Fact term="星级">{stars === null ? '还没有拟定' : `${starWords(stars)} ${levelTitle(stars)}`}</Fact>
        {scorePerMille !== null && <Fact term="得分率">{`${scorePerMille / 10}%`}</Fact>}
        {publicUntil && <Fact term="公示到">{dayWords(publicUntil)}</Fact>}
        {validFrom && validTo && <Fact term="有效期">{`${dayWords(validFrom)} 到 ${dayWords(validTo)}`}</Fact>}
        {endedOn && <Fact term="提前结束">{`${dayWords(endedOn)}，${ended}`}</Fact>}
      </Facts>
    </Card>
  )
}

/** How the members rate: while it runs only how many; afterwards, when enough have, what they said. */
export function PollCard({ rating: { poll, membersPerMille } }: { rating: Rating }) {
  if (!poll) return null
  const isShort = poll.isOver && poll.voters < poll.least
  return (
    <Card title="会员评家" sub="不记名，谁怎么评的没有人知道">
      <Facts>
        <Fact term="时间">{`${dayWords(poll.opensOn)} 到 ${dayWords(poll.closesOn)}`}</Fact>
        <Fact term="已评">{`${poll.voters} 人，会员 ${poll.members} 人`}</Fact>
        <Fact term="至少">{`${poll.least} 人才作数`}</Fact>
        {membersPerMille !== null && <Fact term="满意度">{`${Math.floor(membersPerMille / 10)}%`}</Fact>}
        {poll.results.map((result, i) => (
          <Fact key={questions[i]} term={questions[i] ?? ''}>
            {result === null ? '都答不清楚' : `${Math.floor(result / 10)}%`}
          </Fact>
        ))}
      </Facts>
      {!poll.isOver && <p className="nf-soft nf-small">会员在服务大厅打开“/rate-union”评，评完之前不看结果。</p>}
      {isShort && <Notice tone="watch">参评人数不足，这一项不计入，结果也不公开。</Notice>}
    </Card>
  )
}

export function FilesCard({ rating }: { rating: Rating }) {
  const { fileHref } = useDesk()
  if (rating.files.length === 0) return null
  const files = rating.files.map(({ id, name, bytes }) => ({
    id,
    name,
    size: bytes,
    state: 'done' as const,
    href: fileHref(id),
  }))
  return (
    <Card title="材料">
      <Attachments label="工会交来的" files={files} max={files.length} />
    </Card>
  )
}

/** The parameters the result rests on, each with its source. */
export function ParametersCard({ rating: { parameters } }: { rating: Rating }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Card title="依据" actions={<Button onClick={() => setOpen(!isOpen)}>{isOpen ? '收起' : '看参数'}</Button>}>
      <p className="nf-soft nf-small">星级线、有效期和评分表都是工作口径，待区总工会确认。</p>
      {isOpen && (
        <Facts>
          {parameters.map(({ name, title, unit, value, source, sure }) => (
            <Fact key={name} term={title}>
              {`${value} ${unit}${sure === 'U' ? '（待确认）' : ''}`}
              <span className="nf-soft nf-small"> {source}</span>
            </Fact>
          ))}
        </Facts>
      )}
    </Card>
  )
}
