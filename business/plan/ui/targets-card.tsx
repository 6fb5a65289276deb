import { Button, Card, type Column, DataTable, figureWords, Link } from '../../../kit/index.ts'
import { type Plan, type Target, targetHref } from './place.ts'
import { ProgressBar } from './progress-bar.tsx'
import { RiskTag } from './tags.tsx'
import { amount, errorWords, forecastWords, wantedWords } from './words.ts'

/** The targets of the year in the plan's order, or only those that want attention. */
export function TargetsCard({
  plan,
  onlyRisky,
  onAdd,
}: {
  plan: Plan
  onlyRisky: boolean
  onAdd?: (() => void) | undefined
}) {
  const rows = onlyRisky ? plan.targets.filter(({ risk }) => risk === 'at_risk' || risk === 'missed') : plan.targets
  return (
    <Card title="目标" sub={subOf(plan)} actions={onAdd && <Button onClick={onAdd}>加一项目标</Button>}>
      <DataTable
        label="年度目标"
        columns={plan.isDistrict ? districtColumns(plan) : streetColumns(plan)}
        rows={rows}
        rowKey={(row) => row.id}
        empty={onlyRisky ? '没有预计完不成的目标' : '还没有目标'}
      />
    </Card>
  )
}

const subOf = ({ isDistrict, timePassed }: Plan): string =>
  `${isDistrict ? '' : '本街道的份额；'}数由业务记录算出${timePassed > 0 && timePassed < 1 ? '；虚线是时间过去了多少' : ''}`

const name: Column<Target> = {
  title: '目标',
  cell: (row) => (
    <>
      <Link href={targetHref(row.id)}>{row.title}</Link>
      {row.said && <span className="plan-said">{row.said}</span>}
    </>
  ),
}
const value: Column<Target> = {
  title: '现在',
  align: 'right',
  cell: (row) => row.value !== null && amount(row.value, row.unit),
}
const progress = ({ timePassed }: Plan): Column<Target> => ({
  title: '进度',
  cell: (row) => row.percent !== null && <ProgressBar percent={row.percent} timePassed={timePassed} risk={row.risk} />,
})

const forecast: Column<Target> = {
  title: '年底预计',
  cell: (row) =>
    row.reading !== null &&
    row.reading.forecast !== null && (
      <>
        {forecastWords(row.reading.forecast, row.unit)}
        <span className="plan-said">{errorWords(row)}</span>
      </>
    ),
}

const districtColumns = (plan: Plan): Column<Target>[] => [
  name,
  { title: '要求', align: 'right', cell: (row) => wantedWords(row, row.districtNumber) },
  value,
  progress(plan),
  ...(plan.timePassed < 1 ? [forecast] : []),
  { title: '看下来', cell: (row) => <RiskTag target={row} /> },
  { title: '牵头', cell: (row) => row.department },
]

const streetColumns = (plan: Plan): Column<Target>[] => [
  name,
  { title: '全区要求', align: 'right', cell: (row) => wantedWords(row, row.districtNumber) },
  {
    title: '本街道份额',
    align: 'right',
    cell: (row) => (row.number === null ? '没有分' : amount(row.number, row.unit)),
  },
  value,
  progress(plan),
  {
    title: '各街道平均',
    align: 'right',
    cell: (row) => row.reading?.average != null && `${figureWords(row.reading.average, 0)}%`,
  },
]
