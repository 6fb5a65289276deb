import { useToday } from '../../../kit/api/index.ts'
import { Card, type Column, DataTable, Tag } from '../../../kit/index.ts'
import { bars } from '../rules/eligibility.ts'
import { candidatesNeeded } from '../rules/sizes.ts'
import { duties, isQuestion, nominators } from '../rules/words.ts'
import { type Candidate, type Election, standing } from './place.ts'

/** Who stands for what, in the order of the paper, with what they declared. */
export function CandidatesCard({ election }: { election: Election }) {
  const title = isQuestion(election.purpose) ? '提请表决' : '候选人'
  const isPlaced = standing(election).some(({ position }) => position > 0)
  const sub = isPlaced && !isQuestion(election.purpose) ? '按姓氏笔画排列' : undefined
  return (
    <Card title={title} sub={sub}>
      {election.seats.map(({ duty, seats, isEqual }) => (
        <DutyList key={duty} election={election} duty={duty} seats={seats} isEqual={isEqual} />
      ))}
    </Card>
  )
}

function DutyList({ election, duty, seats, isEqual }: { election: Election } & Election['seats'][number]) {
  const rows = standing(election).filter((one) => one.duty === duty)
  const needed = candidatesNeeded(duty, seats, isEqual, useToday())
  const isShort = election.state === 'prepared' && !isQuestion(election.purpose) && rows.length < needed
  const question = isQuestion(election.purpose)
  return (
    <section className="election-duty">
      <h3>
        {duties[duty]}
        {!question && (
          <span className="nf-soft nf-small">
            应选 {seats} 名，{isEqual ? '等额' : '差额'}，候选人 {rows.length} 名
          </span>
        )}
        {isShort && <Tag tone="honey">还差 {needed - rows.length} 名</Tag>}
      </h3>
      {rows.length === 0 ? (
        <p className="nf-soft">{question ? '还没有加上' : '还没有提名'}</p>
      ) : (
        <DataTable
          label={`${duties[duty]}候选人`}
          columns={question ? [columns[0] as Column<Candidate>] : columns}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
    </section>
  )
}

const outcomes = {
  '': undefined,
  elected: <Tag tone="green">当选</Tag>,
  lost: <Tag tone="quiet">未当选</Tag>,
  ineligible: <Tag tone="red">不能任职</Tag>,
}

const columns: Column<Candidate>[] = [
  {
    title: '姓名',
    cell: ({ name, isFullTime, outcome, duty }) => (
      <span className="election-name">
        {name} {isFullTime && <Tag tone="quiet">专职</Tag>} {duty !== 'motion' && outcomes[outcome]}
      </span>
    ),
  },
  { title: '怎么提名的', cell: ({ nominatedBy }) => nominators[nominatedBy] },
  {
    title: '本人申报',
    cell: ({ bars: declared, isWriteIn, personId }) => {
      if (isWriteIn && !personId) return <Tag tone="honey">待核实是哪位会员</Tag>
      return declared.length === 0 ? '没有不得担任的情形' : declared.map((bar) => bars[bar].title).join('、')
    },
  },
]
