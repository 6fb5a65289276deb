import './star-rating.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, sentenceOf } from '../../../kit/api/index.ts'
import { BigButton, Card, Choice, dayWords, HallFrame, HallNotice, StateBlock } from '../../../kit/hall/index.ts'
import { type Answer, answers as answerWords, questions } from '../rules/poll.ts'
import { type OwnPoll, useAsk } from './hall-api.ts'
import { useBallot } from './use-ballot.ts'

interface Shell {
  /** Null when nobody is signed in, undefined while that is not known. */
  person: { name: string } | null | undefined
}

const back = { href: '/me', title: '我的' }
const options = Object.entries(answerWords).map(([value, title]) => ({ value, title }))

/** 评一评自己的工会: five questions on one screen, only while it is open and only once. */
export default function RateUnionPage({ shell }: { shell: Shell }) {
  if (shell.person !== null) return <RateUnion />
  return (
    <HallFrame title="评一评工会" back={back}>
      <p>登录以后，是会员的可以评一评自己的工会。不记名，没有人会知道您怎么评的。</p>
      <BigButton href="/sign-in?from=/rate-union">登录</BigButton>
    </HallFrame>
  )
}

export function RateUnion() {
  const ask = useAsk()
  const { data, error, refetch } = useQuery({
    queryKey: ['star-rating', 'polls'],
    queryFn: () => ask('star-rating', 'polls', {}),
  })
  if (!data) {
    return (
      <HallFrame title="评一评工会" back={back}>
        {error ? (
          <StateBlock kind="error" action={{ title: '再试一次', onDo: () => void refetch() }}>
            {error instanceof ApiError && error.status === 401 ? '请先登录，再来评。' : sentenceOf(error)}
          </StateBlock>
        ) : (
          <StateBlock kind="loading" />
        )}
      </HallFrame>
    )
  }
  const poll = data.find(({ isOpen }) => isOpen)
  if (!poll) return <Nothing />
  return poll.hasVoted ? <Thanks poll={poll} /> : <Ballot poll={poll} />
}

const Nothing = () => (
  <HallFrame title="评一评工会" back={back}>
    <StateBlock kind="empty" title="现在没有要评的">
      工会申报星级的时候，会请会员评。到时候会发消息告诉您。
    </StateBlock>
  </HallFrame>
)

const Thanks = ({ poll }: { poll: OwnPoll }) => (
  <HallFrame title="谢谢您" sub={poll.unionName} back={back}>
    <HallNotice tone="good">您已经评过了，一人评一次。没有人会知道您怎么评的。</HallNotice>
  </HallFrame>
)

function Ballot({ poll }: { poll: OwnPoll }) {
  const [given, setGiven] = useState<readonly (Answer | undefined)[]>(questions.map(() => undefined))
  const { cast, busy, problem } = useBallot(poll.id)
  const left = given.filter((answer) => answer === undefined).length
  const set = (index: number, value: string) => setGiven(given.map((old, i) => (i === index ? (value as Answer) : old)))
  return (
    <HallFrame title="评一评工会" sub={poll.unionName} back={back}>
      <HallNotice>没有人会知道您怎么评的：系统只记您评过，不记您选了什么。不评也没有关系。</HallNotice>
      <div className="star-ballot">
        {questions.map((question, i) => (
          <Card key={question} title={`${i + 1}. ${question}`}>
            <Choice label={question} options={options} value={given[i]} onChange={(value) => set(i, value)} />
          </Card>
        ))}
      </div>
      {problem && <HallNotice tone="bad">{problem}</HallNotice>}
      <BigButton busy={busy} why={left > 0 ? `还有 ${left} 题没选` : undefined} onClick={() => void cast(given)}>
        交上去
      </BigButton>
      <p className="nf-soft">到 {dayWords(poll.closesOn)} 为止，交了不能改。</p>
    </HallFrame>
  )
}
