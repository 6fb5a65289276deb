import { useNavigate } from 'react-router'
import { FigureCards } from '../../../business/overview/ui/figure-cards.tsx'
import { contract as figures } from '../../../kernel/indicators/contract.ts'
import { NotYet, useApi, useNow, useRead } from '../../../kit/api/index.ts'
import { Card, Link } from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import { lines } from '../lines.tsx'
import { useWork } from '../shell/at-work.tsx'

/** This year so far in the own union; each number opens. */
export function HomeFigures() {
  const { post } = useWork()
  const navigate = useNavigate()
  const year = wallTime(useNow()).day.slice(0, 4)
  const codes = lines.flatMap((line) => line.figures)
  const { data, state, retry } = useRead(useApi('figures', figures).list, { period: year, codes })
  return (
    <Card
      title={`${year} 年到今天`}
      sub={`${post.orgName}和下级`}
      actions={<Link href="/console/overview">看全部数据</Link>}
    >
      {data ? (
        <div className="plain-figures">
          <FigureCards
            totals={data}
            onOpen={(code) => void navigate(`/console/overview?period=${year}&code=${code}`)}
          />
        </div>
      ) : (
        <NotYet state={state} retry={retry} />
      )}
    </Card>
  )
}
