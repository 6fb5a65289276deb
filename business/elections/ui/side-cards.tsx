import { useState } from 'react'
import { useAct, useDesk } from '../../../kit/api/index.ts'
import { Button, Card, dayWords, Fact, Facts, Link, Notice } from '../../../kit/index.ts'
import { quorumOf } from '../rules/count.ts'
import { bodies } from '../rules/words.ts'
import { ballotHref, type Election, resultHref, standing, useElections } from './place.ts'

/** Who votes, how many must come, how many are a majority. */
export function AssemblyCard({ election }: { election: Election }) {
  const { expectedCount } = election
  return (
    <Card title="大会">
      <Facts>
        <Fact term="工会">{election.unionName}</Fact>
        {election.subject && (
          <Fact term="为什么选" note={election.subject.number}>
            <Link href={`/console/${election.subject.line}/${election.subject.id}`}>{election.subject.title}</Link>
          </Fact>
        )}
        <Fact term="开什么会">{bodies[election.body]}</Fact>
        <Fact term="会员">{election.membersCount} 人</Fact>
        <Fact term="应到" note={`至少到会 ${quorumOf(expectedCount)} 人，当选要过 ${Math.floor(expectedCount / 2)} 票`}>
          {expectedCount} 人
        </Fact>
        {election.termYears && <Fact term="一届">{election.termYears} 年</Fact>}
        <Fact term={election.heldOn ? '开会' : '打算开会'}>
          {election.heldOn ? dayWords(election.heldOn) : election.plannedOn && dayWords(election.plannedOn)}
        </Fact>
        {election.fromOn && (
          <Fact term="批复" note={election.approvalNumber}>
            {dayWords(election.fromOn)}起任职
          </Fact>
        )}
      </Facts>
    </Card>
  )
}

/** The ballot paper and the result form, to print or to take along. */
export function PapersCard({ election }: { election: Election }) {
  const hasPaper = standing(election).some(({ position }) => position > 0)
  const isCounted = election.rounds.some((round) => round.isCounted)
  return (
    <Card title="表单">
      {!hasPaper && !isCounted && <p className="nf-soft">候选人名单确定以后，这里可以打印选票。</p>}
      <ul className="election-links">
        {hasPaper && (
          <li>
            <Link href={ballotHref(election.id)}>选票（A4，可打印）</Link>
          </li>
        )}
        {isCounted && (
          <li>
            <Link href={resultHref(election.id)}>选举结果报告单（可打印）</Link>
          </li>
        )}
      </ul>
      {isCounted && <Download id={election.id} />}
    </Card>
  )
}

function Download({ id }: { id: string }) {
  const { fileHref } = useDesk()
  const make = useAct(useElections().export)
  const [made, setMade] = useState<{ documentId: string; name: string }>()
  const [problem, setProblem] = useState<string>()
  const go = () =>
    make({ id }).then(setMade, (error: unknown) =>
      setProblem(error instanceof Error ? error.message : '没有做成，请再试'),
    )
  if (made) return <a href={fileHref(made.documentId)}>{made.name}</a>
  return (
    <>
      <Button onClick={() => void go()}>做成表格</Button>
      {problem && <Notice tone="bad">{problem}</Notice>}
    </>
  )
}
