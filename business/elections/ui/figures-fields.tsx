import type { z } from 'zod'
import type { FormState } from '../../../kit/api/index.ts'
import { ChoiceField, DayField, Form, FormPair, NumberField } from '../../../kit/index.ts'
import type { contract } from '../contract.ts'
import { delegateSource } from '../rules/parameters.ts'
import { bodiesFor, delegatesFor } from '../rules/sizes.ts'
import { bodies, isQuestion, type Purpose } from '../rules/words.ts'
import { SeatsField } from './seats-field.tsx'

type Figures = Omit<z.input<(typeof contract)['open']['input']>, 'orgId' | 'purpose'>
export type FiguresForm = Pick<FormState<Figures, unknown>, 'values' | 'set' | 'amount' | 'text' | 'choice' | 'errorAt'>

const years = [
  { value: '3', title: '三年' },
  { value: '5', title: '五年' },
]

/** How many vote, in which assembly, for how many seats. */
export function FiguresFields({ form, purpose }: { form: FiguresForm; purpose: Purpose }) {
  const { membersCount, body, termYears } = form.values
  const setMembers = (count: number | undefined) =>
    form.set({
      membersCount: count,
      ...(count !== undefined && bodiesFor(count).length === 1 ? { body: 'general' } : {}),
    })
  return (
    <Form>
      <FormPair>
        <NumberField label="会员人数" unit="人" {...form.amount('membersCount')} onChange={setMembers} required />
        <BodyField form={form} />
      </FormPair>
      {body === 'congress' && membersCount !== undefined && <DelegatesField form={form} members={membersCount} />}
      {!isQuestion(purpose) && purpose !== 'by_election' && (
        <ChoiceField
          label="一届几年"
          value={termYears === undefined ? undefined : String(termYears)}
          onChange={(value) => form.set({ termYears: value === '3' ? 3 : 5 })}
          options={years}
          error={form.errorAt('termYears')}
          required
        />
      )}
      <DayField label="打算哪天开会" {...form.text('plannedOn')} />
      <SeatsField
        purpose={purpose}
        value={form.values.seats ?? []}
        onChange={(seats) => form.set({ seats })}
        error={form.errorAt('seats')}
      />
    </Form>
  )
}

function BodyField({ form }: { form: FiguresForm }) {
  const { membersCount, body } = form.values
  const allowed = bodiesFor(membersCount ?? 100)
  return (
    <ChoiceField
      label="开什么会"
      hint={allowed.length === 1 ? '会员不足 100 人，开会员大会' : undefined}
      value={body}
      onChange={(value) =>
        form.set(value === 'general' ? { body: 'general', expectedCount: undefined } : { body: 'congress' })
      }
      options={allowed.map((value) => ({ value, title: bodies[value] }))}
      error={form.errorAt('body')}
      required
    />
  )
}

function DelegatesField({ form, members }: { form: FiguresForm; members: number }) {
  const range = delegatesFor(members)
  const hint = range ? `${members} 名会员应选 ${range.fewest} 至 ${range.most} 名（${delegateSource}）` : undefined
  return <NumberField label="应到代表" unit="人" hint={hint} {...form.amount('expectedCount')} required />
}
