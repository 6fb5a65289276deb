import './elections.css'
import { useParams } from 'react-router'
import { NotYet, useRead } from '../../../kit/api/index.ts'
import { Button, Page, StateBlock } from '../../../kit/index.ts'
import { bodies, type Duty, duties, isQuestion, purposes } from '../rules/words.ts'
import { type Election, home, hrefOf, type Round, useElections } from './place.ts'

/** The ballot papers of the round to come, one sheet a duty. */
export function BallotPage() {
  const { id = '' } = useParams()
  const { data, state, retry } = useRead(useElections().get, { id })
  if (!data) return <NotYet state={state} retry={retry} />
  const papers = papersOf(data)
  return (
    <Page
      breadcrumb={[{ title: '选举', href: home }, { title: data.number, href: hrefOf(id) }, { title: '选票' }]}
      title="选票"
      sub="每项职务一张，姓名按姓氏笔画排列。打印时一页一张，发票前加盖工会印章"
      actions={
        <Button
          kind="primary"
          onClick={() => window.print()}
          why={papers.length === 0 ? '候选人名单还没有确定' : undefined}
        >
          打印
        </Button>
      }
    >
      {papers.length === 0 && <StateBlock kind="empty" title="候选人名单还没有确定，选票还不能印" />}
      {papers.map((paper) => (
        <Paper key={paper.duty} election={data} {...paper} />
      ))}
    </Page>
  )
}

interface PaperOf {
  duty: Duty
  seats: number
  names: string[]
  kind: Round['kind']
}

/** Before the meeting the settled list; in a further round those who stand in it. */
function papersOf(election: Election): PaperOf[] {
  const placed = election.candidates.filter(
    ({ isWithdrawn, position, isWriteIn }) => !isWithdrawn && position > 0 && !isWriteIn,
  )
  const rounds = election.rounds.filter(({ round }) => round === election.round)
  if (rounds.length === 0)
    return election.seats
      .map(({ duty, seats }) => ({
        duty,
        seats,
        kind: 'first' as const,
        names: placed.filter((one) => one.duty === duty).map(({ name }) => name),
      }))
      .filter(({ names }) => names.length > 0)
  return rounds.map(({ duty, seats, kind, votes }) => ({
    duty,
    seats,
    kind,
    names: election.candidates
      .filter(
        ({ id, isWriteIn, outcome }) =>
          votes.some(({ candidateId }) => candidateId === id) && (!isWriteIn || outcome !== ''),
      )
      .map(({ name }) => name),
  }))
}

function Paper({ election, duty, seats, names, kind }: { election: Election } & PaperOf) {
  const question = isQuestion(election.purpose)
  const writeIns = question || kind === 'tie' ? 0 : Math.min(seats, 3)
  return (
    <article className="election-paper">
      <h2>{election.unionName}</h2>
      <h3>
        {bodies[election.body]}
        {question ? purposes[election.purpose] : `${duties[duty]}选举`}票
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">
              {duty === 'motion' ? '议案' : election.purpose === 'recall' ? `罢免${duties[duty]}` : '候选人'}
            </th>
            <th scope="col">符号</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <span className="nf-hidden">画符号的空格</span>
              </td>
            </tr>
          ))}
          {Array.from({ length: writeIns }, (_, n) => `另选人 ${n + 1}`).map((line) => (
            <tr key={line} className="election-paper-blank">
              <th scope="row">另选人：</th>
              <td>
                <span className="nf-hidden">{line}的空格</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ol className="election-paper-how">
        {!question && (
          <li>
            应选 {seats} 名。所选人数等于或少于 {seats} 名有效，多于 {seats} 名的为废票。
          </li>
        )}
        <li>同意的画“○”，不同意的画“×”，不画符号为弃权。</li>
        {writeIns > 0 && <li>另选别人的，在“另选人”后写姓名，并画“○”。</li>}
        <li>不写自己的姓名，不做别的记号。</li>
      </ol>
    </article>
  )
}
