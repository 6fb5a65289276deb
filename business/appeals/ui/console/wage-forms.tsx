import { type ReactNode, useState } from 'react'
import { ChoiceField, DayField, Form, FormPair, MoneyField, NumberField } from '../../../../kit/index.ts'
import {
  annualLeave,
  type Calculation,
  doubleWage,
  overtime,
  type SeveranceKind,
  severance,
  type WageParameters,
} from '../../rules/calculators/index.ts'

interface WageFormProps {
  parameters: WageParameters
  /** The fields and, once they suffice, what comes of them. */
  children: (fields: ReactNode, result: Calculation | undefined) => ReactNode
}

const kinds = [
  { value: 'N', title: '经济补偿', hint: '协商解除、合同到期不续' },
  { value: 'N+1', title: '经济补偿加代通知金', hint: '没有提前三十天通知' },
  { value: '2N', title: '违法解除赔偿金', hint: '没有理由就辞退' },
]

export function SeveranceForm({ parameters, children }: WageFormProps) {
  const [kind, setKind] = useState<SeveranceKind>('N')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [wage, setWage] = useState<number>()
  const [last, setLast] = useState<number>()
  const isSpan = from !== '' && to !== '' && from <= to
  const result =
    isSpan && wage !== undefined
      ? severance({ kind, from, to, averageWageFen: wage, lastWageFen: last }, parameters)
      : undefined
  return children(
    <Form>
      <ChoiceField
        label="哪一种"
        value={kind}
        onChange={(next) => setKind(next as SeveranceKind)}
        options={kinds}
        required
      />
      <Span from={from} to={to} onFrom={setFrom} onTo={setTo} />
      <MoneyField
        label="离职前十二个月的平均工资"
        hint="税前应发，含奖金和补贴"
        value={wage}
        onChange={setWage}
        required
      />
      {kind === 'N+1' && <MoneyField label="上个月的工资" hint="不填就用平均工资" value={last} onChange={setLast} />}
    </Form>,
    result,
  )
}

export function OvertimeForm({ parameters, children }: WageFormProps) {
  const [wage, setWage] = useState<number>()
  const [workday, setWorkday] = useState<number>()
  const [rest, setRest] = useState<number>()
  const [holiday, setHoliday] = useState<number>()
  const [paid, setPaid] = useState<number>()
  const hours = { workdayHours: workday ?? 0, restDayHours: rest ?? 0, holidayHours: holiday ?? 0 }
  const result =
    wage === undefined ? undefined : overtime({ monthlyWageFen: wage, ...hours, paidFen: paid }, parameters)
  return children(
    <Form>
      <MoneyField label="月工资" hint="正常工作时间的工资" value={wage} onChange={setWage} required />
      <FormPair>
        <NumberField label="工作日加班" unit="小时" value={workday} onChange={setWorkday} />
        <NumberField label="休息日加班，没有补休" unit="小时" value={rest} onChange={setRest} />
        <NumberField label="法定休假日加班" unit="小时" value={holiday} onChange={setHoliday} />
      </FormPair>
      <MoneyField label="已经发的加班费" value={paid} onChange={setPaid} />
    </Form>,
    result,
  )
}

export function DoubleWageForm({ children }: WageFormProps) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [wage, setWage] = useState<number>()
  const isSpan = from !== '' && to !== '' && from <= to
  const result = isSpan && wage !== undefined ? doubleWage({ from, to, monthlyWageFen: wage }) : undefined
  return children(
    <Form>
      <Span from={from} to={to} onFrom={setFrom} onTo={setTo} until="没签合同到哪天" />
      <MoneyField label="月工资" value={wage} onChange={setWage} required />
    </Form>,
    result,
  )
}

export function LeaveForm({ children }: WageFormProps) {
  const [years, setYears] = useState<number>()
  const [taken, setTaken] = useState<number>()
  const [wage, setWage] = useState<number>()
  const [days, setDays] = useState<number>()
  const result =
    years === undefined || wage === undefined
      ? undefined
      : annualLeave({ totalYears: years, takenDays: taken ?? 0, monthlyWageFen: wage, daysThisYear: days })
  return children(
    <Form>
      <FormPair>
        <NumberField label="累计工作" hint="在各单位加起来" unit="年" value={years} onChange={setYears} required />
        <NumberField label="今年已休" unit="天" value={taken} onChange={setTaken} />
      </FormPair>
      <MoneyField label="月工资" hint="不含加班费" value={wage} onChange={setWage} required />
      <NumberField
        label="今年在本单位多少天"
        hint="今年离职的填，按天折算；全年在的不填"
        unit="天"
        value={days}
        onChange={setDays}
      />
    </Form>,
    result,
  )
}

interface SpanProps {
  from: string
  to: string
  onFrom: (day: string) => void
  onTo: (day: string) => void
  until?: string
}

function Span({ from, to, onFrom, onTo, until = '最后一天上班' }: SpanProps) {
  const isBackwards = from !== '' && to !== '' && to < from
  return (
    <FormPair>
      <DayField label="哪天入职" value={from} onChange={onFrom} required />
      <DayField
        label={until}
        value={to}
        onChange={onTo}
        error={isBackwards ? '不能早于入职的日子' : undefined}
        required
      />
    </FormPair>
  )
}
