import { contract as figures } from '../../../kernel/indicators/contract.ts'
import { NotYet, useApi, useRead } from '../../../kit/api/index.ts'
import { Card, TrendChart } from '../../../kit/index.ts'
import { monthsOf, trendUnit } from './months.ts'

/** One figure by the months of the year. */
export function MonthsCard({ code, year, place }: { code: string; year: number; place: string }) {
  const { data, state, retry } = useRead(useApi('figures', figures).get, { code, year, orgPath: place })
  if (!data) {
    return (
      <Card title="各月">
        <NotYet state={state} retry={retry} />
      </Card>
    )
  }
  return (
    <Card title={`${data.title}，${year} 年各月`}>
      <TrendChart label={data.title} points={monthsOf(data, year)} kind="bar" unit={` ${trendUnit(data).unit}`} />
    </Card>
  )
}
