import { NotYet, useRead } from '../../../kit/api/index.ts'
import { Card, Link } from '../../../kit/index.ts'
import { type Restated, useReports } from './place.ts'

/** What records say now where the report says something else. The report stays as it is. */
export function RestatementsCard({ id }: { id: string }) {
  const { data, state, retry } = useRead(useReports().restatements, { id })
  if (!data) return state === 'loading' ? null : <NotYet state={state} retry={retry} />
  if (data.length === 0) return <p className="nf-soft">定稿以来，报告里的数和记录一致。</p>
  return (
    <Card title="定稿后变动" sub={`${data.length} 项数据与记录不再一致；报告不改，需要时起草下一版`} edge="honey">
      <ul className="report-restated">
        {data.map((one) => (
          <li key={one.code}>
            <p>
              <b>{one.title}</b>：定稿 {one.wasWords}，现在 {one.nowWords}
              {one.difference && <>（{one.difference}）</>}
              {one.isRedefined && '；口径也改了'}
            </p>
            <Records one={one} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Records({ one: { code, changed, records } }: { one: Restated }) {
  if (changed === 0) return null
  if (records.length === 0)
    return (
      <p className="nf-soft nf-small">
        记录太多，定稿时没有逐条留底。<Link href={`/console/${code.split('.')[0]}`}>打开这项业务</Link>
      </p>
    )
  return (
    <details open={changed !== null && changed <= FEW}>
      <summary>{changed === null ? '定稿后办理过的有关事项' : `变动的记录，共 ${changed} 条`}</summary>
      <ul className="report-records">
        {records.map(({ id, number, title, change, opens }) => (
          <li key={`${id}:${change}`}>
            <Link href={`/console${opens}`}>{title || number || '一条记录'}</Link>
            <span className="nf-soft nf-small">{[number, change].filter(Boolean).join('，')}</span>
          </li>
        ))}
      </ul>
      {changed !== null && changed > records.length && (
        <p className="nf-soft nf-small">这里列出前 {records.length} 条。</p>
      )}
    </details>
  )
}

const FEW = 3
