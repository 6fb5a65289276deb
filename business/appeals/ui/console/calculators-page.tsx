import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useRegistries } from '../../../../kit/api/index.ts'
import { Card, Columns, FilterBar, Page, Segments } from '../../../../kit/index.ts'
import type { Calculation, WageParameters } from '../../rules/calculators/index.ts'
import { Owed } from './owed.tsx'
import { DoubleWageForm, LeaveForm, OvertimeForm, SeveranceForm } from './wage-forms.tsx'
import { home } from './words.ts'

const sums = {
  severance: { title: '解除补偿', Fields: SeveranceForm },
  overtime: { title: '加班费', Fields: OvertimeForm },
  doubleWage: { title: '双倍工资', Fields: DoubleWageForm },
  leave: { title: '年休假', Fields: LeaveForm },
} as const

/** What a worker may claim, reckoned while it is typed, with each step and its article. Nothing is sent or kept. */
export function CalculatorsPage() {
  const [params, setParams] = useSearchParams()
  const asked = params.get('sum') ?? 'severance'
  const kind = asked in sums ? (asked as keyof typeof sums) : 'severance'
  const { Fields } = sums[kind]
  const parameters = useWageParameters()
  return (
    <Page
      breadcrumb={[{ title: '职工诉求', href: home }, { title: '算一算' }]}
      title="算一算"
      sub="边填边算，每一步和条文都写明。填的内容不会保存，也不会发出去。"
    >
      <FilterBar>
        <Segments
          label="算什么"
          value={kind}
          onChange={(sum) => setParams({ sum }, { replace: true })}
          options={Object.entries(sums).map(([value, { title }]) => ({ value, title }))}
        />
      </FilterBar>
      <Fields key={kind} parameters={parameters}>
        {(fields, result) => (
          <Columns>
            <Card title={sums[kind].title}>{fields}</Card>
            <Result result={result} />
          </Columns>
        )}
      </Fields>
    </Page>
  )
}

const Result = ({ result }: { result: Calculation | undefined }) => (
  <Card title="算出来">
    <Owed result={result} />
  </Card>
)

/** Wage amounts in force today; while they are not known the sums say what they could not check. */
function useWageParameters(): WageParameters {
  const { readAmounts } = useRegistries()
  const { data } = useQuery({ queryKey: ['amounts'], queryFn: readAmounts })
  return { averageFen: data?.['wage.average'], minimumFen: data?.['wage.minimum'] }
}
