import { Card, type Column, DataTable, Tag } from '../../../kit/index.ts'
import { pendingOf, tallyOf } from '../rules/rounds.ts'
import { duties, roundKinds } from '../rules/words.ts'
import { type Election, isWriteInOf, nameIn, type Round } from './place.ts'
import { Verdict } from './verdict.tsx'

/** Every ballot so far, latest first, with the verdict of the rules. */
export function RoundsCard({ election }: { election: Election }) {
  if (election.rounds.length === 0) return null
  return (
    <Card
      title="投票和计票"
      sub={`${election.heldPlace}${election.supervisors && ` · 监票 ${election.supervisors}`}${election.tellers && ` · 计票 ${election.tellers}`}`}
    >
      <Pending election={election} />
      {election.rounds
        .toSorted((a, b) => b.round - a.round)
        .map((round) => (
          <RoundView key={`${round.round} ${round.duty}`} election={election} round={round} />
        ))}
    </Card>
  )
}

function Pending({ election }: { election: Election }) {
  if (election.state !== 'counted') return null
  const nameOf = nameIn(election)
  const pending = pendingOf(election.purpose, election.rounds, election.candidates)
  return pending.map(({ duty, kind, seats, candidateIds }) => (
    <p key={duty} className="election-pending">
      <Tag tone="honey">待定</Tag> {duties[duty]}还有 {seats} 名：
      {kind === 'tie'
        ? `${candidateIds.map(nameOf).join('、')}同票，要再投一次。`
        : '可以再次投票，也可以经大会同意暂缺。'}
    </p>
  ))
}

function RoundView({ election, round }: { election: Election; round: Round }) {
  const nameOf = nameIn(election)
  const tally = tallyOf(round, isWriteInOf(election))
  const isTyped = round.valid > 0 || round.isCounted
  return (
    <section className="election-duty">
      <h3>
        第 {round.round} 轮 {duties[round.duty]}
        <span className="nf-soft nf-small">
          {roundKinds[round.kind]}，应选 {round.seats} 名，{round.onDay}
        </span>
        {!round.isCounted && <Tag tone="quiet">{isTyped ? '待核对' : '未计票'}</Tag>}
        {round.decision === 'left_open' && <Tag tone="quiet">名额暂缺：{round.decisionNote}</Tag>}
      </h3>
      <p className="election-papers">
        应到 {round.expected}，实到 {round.attended}
        {isTyped &&
          `，发出 ${round.issued}，收回 ${round.returned}，有效 ${round.valid}，无效 ${round.returned - round.valid}`}
        {round.ballots > 0 && `，逐张录入 ${round.ballots} 张`}
      </p>
      {isTyped && (
        <DataTable
          label={`第${round.round}轮${duties[round.duty]}票数`}
          columns={columnsOf(nameOf)}
          rows={inOrder(election, round)}
          rowKey={({ candidateId }) => candidateId}
        />
      )}
      {isTyped && (
        <Verdict tally={tally} duty={round.duty} kind={round.kind} purpose={election.purpose} nameOf={nameOf} />
      )}
    </section>
  )
}

type Line = Round['votes'][number]

const inOrder = (election: Election, { votes }: Round): Line[] => {
  const place = new Map(election.candidates.map(({ id, position }) => [id, position]))
  return votes.toSorted((a, b) => (place.get(a.candidateId) ?? 0) - (place.get(b.candidateId) ?? 0))
}

const columnsOf = (nameOf: (id: string) => string): Column<Line>[] => [
  { title: '姓名', cell: ({ candidateId }) => nameOf(candidateId) },
  { title: '赞成', cell: ({ approve }) => approve, align: 'right' },
  { title: '反对', cell: ({ against }) => against, align: 'right' },
  { title: '弃权', cell: ({ abstain }) => abstain, align: 'right' },
]
