import { Card } from '../card/card.tsx'
import type { GalleryEntry } from '../example.ts'
import { TrendChart } from './trend-chart.tsx'

const months = (values: (number | null)[]) => values.map((value, index) => ({ at: `${index + 1} 月`, value }))
const coverage = months([93.4, 93, 92.1, 90.8, 88.2, 84.9, 82, 78.4, 75, 68.8, 66.2, 64])
const closed = months([61, 58, 77, 72, 85, 82, 74, 79, 71, 76, 80, 79])
const closedBefore = months([58, 49, 70, 71, 75, 80, 70, 77, 69, 74, 78, 86])

export const gallery: GalleryEntry = {
  name: 'TrendChart',
  use: '一个数随时间怎么走。目标用虚线，表格一点就看。',
  examples: [
    {
      title: '会跌破目标',
      show: () => (
        <Card title="集体合同：一份不续会怎样">
          <TrendChart
            label="集体合同覆盖率"
            points={coverage}
            unit="%"
            target={{ value: 85, words: '目标 85%' }}
            marks={[{ at: '6 月', words: '6 月 12 日跌破' }]}
          />
        </Card>
      ),
    },
    {
      title: '各月与上年',
      show: () => (
        <Card title="诉求办结">
          <TrendChart label="诉求办结，各月" kind="bar" points={closed} last={{ name: '上年', points: closedBefore }} />
        </Card>
      ),
    },
    { title: '空', show: () => <TrendChart label="诉求办结" points={months([null, null])} /> },
  ],
}
