import './elections.css'
import { useParams } from 'react-router'
import { NotYet, useRead } from '../../../kit/api/index.ts'
import { Button, dayWords, Page, StateBlock } from '../../../kit/index.ts'
import { standardOf, tallyOf } from '../rules/rounds.ts'
import { verdictOf } from '../rules/verdict.ts'
import { bodies, duties, purposes, roundKinds } from '../rules/words.ts'
import { type Election, home, hrefOf, isWriteInOf, nameIn, type Round, useElections } from './place.ts'

/** 选举结果报告单, to print and sign. */
export function ResultPage() {
  const { id = '' } = useParams()
  const { data, state, retry } = useRead(useElections().get, { id })
  if (!data) return <NotYet state={state} retry={retry} />
  const rounds = data.rounds.filter(({ isCounted }) => isCounted)
  return (
    <Page
      breadcrumb={[
        { title: '选举', href: home },
        { title: data.number, href: hrefOf(id) },
        { title: '选举结果报告单' },
      ]}
      title="选举结果报告单"
      actions={
        <Button
          kind="primary"
          onClick={() => window.print()}
          why={rounds.length === 0 ? '还没有核对过的计票' : undefined}
        >
          打印
        </Button>
      }
    >
      {rounds.length === 0 ? (
        <StateBlock kind="empty" title="还没有核对过的计票" />
      ) : (
        <article className="election-paper election-result">
          <h2>{data.unionName}</h2>
          <h3>{purposes[data.purpose]}结果报告单</h3>
          <p>
            编号 {data.number}。{data.heldOn && dayWords(data.heldOn)}
            {data.heldPlace && `在${data.heldPlace}`}召开{bodies[data.body]}。
          </p>
          {rounds.map((round) => (
            <RoundForm key={`${round.round} ${round.duty}`} election={data} round={round} />
          ))}
          <p className="election-signed">
            <span>监票人：{data.supervisors}</span>
            <span>计票人：{data.tellers}</span>
            <span>（工会盖章）</span>
          </p>
        </article>
      )}
    </Page>
  )
}

function RoundForm({ election, round }: { election: Election; round: Round }) {
  const nameOf = nameIn(election)
  const tally = tallyOf(round, isWriteInOf(election))
  const { sentences } = verdictOf(
    tally,
    { duty: round.duty, purpose: election.purpose, nameOf },
    standardOf(round.kind),
  )
  const order = new Map(election.candidates.map(({ id, position }) => [id, position]))
  const rows = round.votes.toSorted((a, b) => (order.get(a.candidateId) ?? 0) - (order.get(b.candidateId) ?? 0))
  return (
    <section>
      <h4>
        第 {round.round} 轮：{duties[round.duty]}，应选 {round.seats} 名（{roundKinds[round.kind]}）
      </h4>
      <p>
        应到 {round.expected} 人，实到 {round.attended} 人；发出选票 {round.issued} 张，收回 {round.returned} 张，有效{' '}
        {round.valid} 张，无效 {round.returned - round.valid} 张。
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">赞成</th>
            <th scope="col">反对</th>
            <th scope="col">弃权</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ candidateId, approve, against, abstain }) => (
            <tr key={candidateId}>
              <th scope="row">{nameOf(candidateId)}</th>
              <td>{approve}</td>
              <td>{against}</td>
              <td>{abstain}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{sentences.join('')}</p>
      {round.decision === 'left_open' && <p>名额暂缺：{round.decisionNote}</p>}
    </section>
  )
}
