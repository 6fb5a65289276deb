import { useState } from 'react'
import { NotYet, useRead } from '../../../kit/api/index.ts'
import { Card, Segments, TrendChart } from '../../../kit/index.ts'
import { ratedBands } from '../rules/words.ts'
import type { Asked } from './asked.ts'
import { useCoverage } from './place.ts'

type Shown = 'large' | 'middle'
const bands = [
  { value: 'large', title: ratedBands['100+'] },
  { value: 'middle', title: ratedBands['25-99'] },
]

/** Each month's end of the last twelve, reckoned anew as of that day. */
export function TrendCard({ asked }: { asked: Asked }) {
  const [shown, setShown] = useState<Shown>('middle')
  const { data, state, retry } = useRead(useCoverage().trend, asked)
  const title = `${ratedBands[shown === 'large' ? '100+' : '25-99']}企业建会率`
  return (
    <Card title="十二个月" sub="每月最后一天，最后一点是所选的那天">
      <div className="coverage-bands">
        <Segments label="规模" value={shown} onChange={(next) => setShown(next as Shown)} options={bands} />
      </div>
      {data ? (
        <TrendChart
          label={title}
          unit="%"
          points={data.map((month) => ({
            at: `${month.on.slice(2, 4)}-${month.on.slice(5, 7)}`,
            value: month[shown].rate,
          }))}
        />
      ) : (
        <NotYet state={state} retry={retry} />
      )}
    </Card>
  )
}
