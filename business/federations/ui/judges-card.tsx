import { Card, type Column, DataTable, Notice, Tag } from '../../../kit/index.ts'
import { scoreWords } from '../rules/scoring.ts'
import type { Matter } from './place.ts'

type Judge = Matter['judges'][number]

const stateOf = ({ isRecused, isIn }: Judge) => {
  if (isRecused) return <Tag tone="quiet">回避</Tag>
  return <Tag tone={isIn ? 'green' : 'honey'}>{isIn ? '已交' : '还没有交'}</Tag>
}

/** Who judges and how far they are; the sheets are blind until all are in. */
export function JudgesCard({ matter }: { matter: Matter }) {
  const { judges, criteria, score, firstScore, state } = matter
  const columns: Column<Judge>[] = [
    { title: '评委', cell: (judge) => judge.name },
    { title: '评分表', cell: stateOf },
    ...criteria.map(({ code, title, max }) => ({
      title: `${title}（${max}）`,
      align: 'right' as const,
      cell: (judge: Judge) => judge.points?.[code] ?? '—',
    })),
  ]
  return (
    <Card title="评审" sub={matter.rules.join('；')}>
      {state === 'reviewing' && <Notice>评委都交齐以前，谁也看不到别人的分数。</Notice>}
      {score !== null && firstScore !== null && (
        <p>
          得分 <strong>{scoreWords(score)}</strong>，同分时先看“{criteria[0]?.title}” {scoreWords(firstScore)}。
        </p>
      )}
      <DataTable
        label="评委"
        columns={columns}
        rows={judges}
        rowKey={(judge) => judge.id}
        empty="评委由区总工会请，这里还看不到"
      />
    </Card>
  )
}
