import { NotYet, useNow, useRead } from '../../../kit/api/index.ts'
import { Card, Link, timeWords } from '../../../kit/index.ts'
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
          <Restatement key={one.code} one={one} />
        ))}
      </ul>
    </Card>
  )
}

function Restatement({ one }: { one: Restated }) {
  const now = useNow()
  return (
    <li>
      <p>
        <b>{one.title}</b>：定稿 {one.wasWords}，现在 {one.nowWords}
        {one.difference && <>（{one.difference}）</>}
        {one.isRedefined && '；口径也改了'}
      </p>
      {one.records.length > 0 ? (
        <details>
          <summary>定稿后办理过的有关事项</summary>
          <ul className="report-records">
            {one.records.map(({ id, number, title, at, opens }) => (
              <li key={id}>
                <Link href={`/console${opens}`}>{title}</Link>
                <span className="nf-soft nf-small">
                  {number}，{timeWords(at, now)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p className="nf-soft nf-small">
          变动在登记册里，没有对应的办件。<Link href={`/console/${one.code.split('.')[0]}`}>打开这项业务</Link>
        </p>
      )}
    </li>
  )
}
