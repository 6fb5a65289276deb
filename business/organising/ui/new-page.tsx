import './organising.css'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import { useDesk, useForm } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  ChoiceField,
  Form,
  Notice,
  optionsOf,
  Page,
  SelectField,
  StateBlock,
  TextField,
  useSay,
} from '../../../kit/index.ts'
import type { contract } from '../contract.ts'
import { formFault, nameFor } from '../rules/form.ts'
import { forms, officerOrigins, origins } from '../rules/words.ts'
import { CandidateTable } from './candidate-table.tsx'
import { home, hrefOf, useFoundings } from './place.ts'

export type Candidate = z.output<typeof contract.firms.output>['rows'][number]

/** A new lead: one employer that has no union, or several small ones that found together. */
export function NewPage() {
  const { may } = useDesk()
  return may('organising.receive') ? <Receive /> : <StateBlock kind="forbidden" />
}

function Receive() {
  const [chosen, setChosen] = useState<readonly Candidate[]>([])
  const flip = (firm: Candidate) =>
    setChosen((old) => (old.some(({ id }) => id === firm.id) ? old.filter(({ id }) => id !== firm.id) : [...old, firm]))
  return (
    <Page
      breadcrumb={[{ title: '建会', href: home }, { title: '登记线索' }]}
      title="登记线索"
      sub="勾一家单位单独建会，勾几家小单位一起建联合工会"
    >
      <div className="founding-new">
        <div>
          <CandidateTable chosen={chosen} onFlip={flip} />
          {chosen.length > 0 && (
            <a className="founding-jump" href="#lead">
              已选 {chosen.length} 家，往下填好登记
            </a>
          )}
        </div>
        <div id="lead">
          <LeadForm key={chosen.length > 1 ? 'many' : 'one'} chosen={chosen} onFlip={flip} />
        </div>
      </div>
    </Page>
  )
}

const isFull = 50

function LeadForm({ chosen, onFlip }: { chosen: readonly Candidate[]; onFlip: (firm: Candidate) => void }) {
  const navigate = useNavigate()
  const say = useSay()
  const form = useForm(useFoundings().receive, { form: chosen.length > 1 ? 'joint' : 'single', origin: 'registry' })
  const fault = chosen.length === 0 ? '先在左边勾选单位' : formFault(form.values.form ?? 'single', chosen.length)
  const submit = async () => {
    const done = await form.submit({ enterpriseIds: chosen.map(({ id }) => id) })
    if (!done) return
    say(`已登记，编号 ${done.number}`)
    void navigate(hrefOf(done.id))
  }
  return (
    <Card title="这条线索" sub={chosen.length > 0 ? `已选 ${chosen.length} 家` : undefined}>
      <Form>
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
        <Chosen chosen={chosen} onFlip={onFlip} />
        <ChoiceField label="建会形式" required options={optionsOf(forms)} {...form.choice('form')} />
        {chosen.length > isFull && <Notice tone="watch">一次最多选 {isFull} 家单位。</Notice>}
        <SelectField
          label="线索来源"
          required
          options={officerOrigins.map((value) => ({ value, title: origins[value] }))}
          {...form.choice('origin')}
        />
        <TextField label="说明" hint="不写职工姓名和电话" lines={3} max={1000} {...form.text('note')} />
        <div>
          <Button kind="primary" busy={form.busy} why={fault} onClick={() => void submit()}>
            登记
          </Button>
        </div>
      </Form>
    </Card>
  )
}

function Chosen({ chosen, onFlip }: { chosen: readonly Candidate[]; onFlip: (firm: Candidate) => void }) {
  const [first] = chosen
  if (!first) return <p className="nf-soft">还没有选单位。</p>
  const heads = chosen.reduce((sum, { headcount }) => sum + headcount, 0)
  return (
    <div>
      <ul className="founding-chosen">
        {chosen.map((firm) => (
          <li key={firm.id}>
            <span>{firm.name}</span>
            <span className="nf-soft">{firm.headcount} 人</span>
            <button type="button" className="nf-link" onClick={() => onFlip(firm)}>
              去掉<span className="nf-hidden">{firm.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="nf-soft nf-small">
        共 {heads} 名职工 · 暂定名：{nameFor(chosen.length > 1 ? 'joint' : 'single', first.name, first.place)}
      </p>
    </div>
  )
}
