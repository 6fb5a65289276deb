import './elections.css'
import type { FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { useDesk, useForm } from '../../../kit/api/index.ts'
import {
  Button,
  Card,
  ChoiceField,
  Columns,
  Form,
  Notice,
  Page,
  StateBlock,
  UnionField,
  useSay,
} from '../../../kit/index.ts'
import { isQuestion, type Purpose, purposes } from '../rules/words.ts'
import { FiguresFields } from './figures-fields.tsx'
import { home, hrefOf, useElections } from './place.ts'

const hints: Record<Purpose, string> = {
  first: '工会刚成立，还没有选过',
  term: '任期满了',
  by_election: '任期没满，有人离任',
  recall: '任期没满，会员提出罢免',
  vote: '预算、集体合同等提请大会表决',
}
const kinds = (Object.keys(purposes) as Purpose[]).map((value) => ({
  value,
  title: purposes[value],
  hint: hints[value],
}))

/** A new election of a union of the tree; the first one of a union being founded begins on the founding. */
export function NewPage() {
  const { may } = useDesk()
  return may('elections.open') ? <New /> : <StateBlock kind="forbidden" />
}

function New() {
  const navigate = useNavigate()
  const say = useSay()
  const form = useForm(useElections().open, { purpose: 'term', seats: [] })
  const { purpose = 'term' } = form.values
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await form.submit()
    if (!done) return
    say(`已登记，编号 ${done.number}`)
    void navigate(hrefOf(done.id))
  }
  const choose = (value: string) => {
    const next = value as Purpose
    const seats = next === 'vote' ? [{ duty: 'motion' as const, seats: 1 }] : []
    form.set({ purpose: next, seats, ...(isQuestion(next) || next === 'by_election' ? { termYears: undefined } : {}) })
  }
  return (
    <Page breadcrumb={[{ title: '选举', href: home }, { title: '登记' }]} title="登记选举">
      <form className="election-form" onSubmit={submit} noValidate>
        <Columns>
          <Card title="哪个工会，为什么选">
            <Form>
              <UnionField
                label="工会"
                onChange={(union) => form.set({ orgId: union?.id })}
                error={form.errorAt('orgId')}
                required
              />
              <ChoiceField label="为什么开会" value={purpose} onChange={choose} options={kinds} required />
            </Form>
          </Card>
          <Card title="人数和名额">
            <FiguresFields form={form} purpose={purpose} />
          </Card>
        </Columns>
        {form.problem && <Notice tone="bad">{form.problem}</Notice>}
        <div className="election-submit">
          <Button kind="primary" type="submit" busy={form.busy}>
            登记
          </Button>
          <Button href={home}>先不登记</Button>
        </div>
      </form>
    </Page>
  )
}
