import { useState } from 'react'
import { contract as parameters } from '../../../kernel/parameters/contract.ts'
import { useApi, useForm, useNow } from '../../../kit/api/index.ts'
import {
  Card,
  type Column,
  DataTable,
  DayField,
  Dialog,
  dayWords,
  Form,
  FormPair,
  Notice,
  NumberField,
  Tag,
  TextField,
  useSay,
} from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import type { Dated, Rule } from '../registries.ts'
import { isEditable, sureWords, termWords, unitWords } from './term-words.ts'

interface RulesCardProps {
  rules: readonly Rule[]
  values: readonly Dated[]
  canEdit: boolean
}

/** Every limit that runs today: how long, by what, since when; and what it will be. */
export function RulesCard({ rules, values, canEdit }: RulesCardProps) {
  const [edited, setEdited] = useState<Rule>()
  const today = wallTime(useNow()).day
  const columns: Column<Rule>[] = [
    { title: '期限', cell: (rule) => <RuleName rule={rule} /> },
    { title: '时长', cell: (rule) => <span className="no-wrap">{termWords(rule.amount, rule.unit)}</span> },
    { title: '依据', cell: (rule) => <BasisWords rule={rule} /> },
    { title: '生效', cell: (rule) => <Since rule={rule} next={nextOf(rule, values, today)} /> },
    ...(canEdit ? [{ title: '修改', cell: (rule: Rule) => <EditLink rule={rule} onEdit={setEdited} /> }] : []),
  ]
  return (
    <Card title="办理期限">
      <DataTable label="办理期限" columns={columns} rows={rules} rowKey={({ code, clock }) => `${code} ${clock}`} />
      {edited && <EditRule key={edited.code} rule={edited} onClose={() => setEdited(undefined)} />}
    </Card>
  )
}

const RuleName = ({ rule }: { rule: Rule }) => (
  <>
    {rule.title} <Tag tone={rule.clock === 'legal' ? 'blue' : 'quiet'}>{rule.clock === 'legal' ? '法定' : '内部'}</Tag>
  </>
)

const BasisWords = ({ rule }: { rule: Rule }) => (
  <div className="wide-cell">
    {rule.basis}
    <div className="nf-soft nf-small">{sureWords[rule.sure]}</div>
  </div>
)

const nextOf = ({ code }: Rule, values: readonly Dated[], today: string): Dated | undefined =>
  values.find((value) => value.code === `deadline.${code}` && value.validFrom > today)

function Since({ rule, next }: { rule: Rule; next: Dated | undefined }) {
  return (
    <>
      <span className="no-wrap">{dayWords(rule.validFrom)}起</span>
      <div className="nf-soft nf-small">第 {rule.version} 版</div>
      {next && (
        <div className="nf-small">
          {dayWords(next.validFrom)}起改为 {termWords((next.value as { amount: number }).amount, rule.unit)}
        </div>
      )}
    </>
  )
}

function EditLink({ rule, onEdit }: { rule: Rule; onEdit: (rule: Rule) => void }) {
  if (!isEditable(rule)) return <span className="nf-soft nf-small">法律规定，不能改</span>
  return (
    <button type="button" className="nf-link" onClick={() => onEdit(rule)}>
      修改<span className="nf-hidden">{rule.title}</span>
    </button>
  )
}

function EditRule({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const say = useSay()
  const form = useForm(useApi('parameters', parameters).setDeadline, { rule: rule.code, amount: rule.amount })
  const today = wallTime(useNow()).day
  const submit = async () => {
    const done = await form.submit()
    if (!done) return
    say(`“${rule.title}”${dayWords(done.validFrom)}起生效`)
    onClose()
  }
  return (
    <Dialog open title={`修改“${rule.title}”`} submit="保存" onClose={onClose} onSubmit={submit}>
      <Form>
        <p className="nf-soft">现在是 {termWords(rule.amount, rule.unit)}。</p>
        <FormPair>
          <NumberField label="改为" unit={unitWords(rule.unit)} {...form.amount('amount')} required />
          <DayField label="从哪天起" hint="明天或以后" min={today} {...form.text('validFrom')} required />
        </FormPair>
        <TextField label="依据" hint="文件名和文号，或会议决定" {...form.text('source')} required />
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      </Form>
    </Dialog>
  )
}
