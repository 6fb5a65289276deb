import type { z } from 'zod'
import type { FormState } from '../../../../kit/api/index.ts'
import { FormPair, MoneyField, NumberField, optionsOf, SelectField, TextField } from '../../../../kit/index.ts'
import type { contract } from '../../contract.ts'
import { categories, channels } from '../../rules/words.ts'
import { Suggestion } from './suggestion.tsx'

type Endpoint = (typeof contract)['receive']
export type ReceiveForm = FormState<z.input<Endpoint['input']>, z.output<Endpoint['output']>>

interface FieldsProps {
  form: ReceiveForm
}

export function ReceiveStory({ form }: FieldsProps) {
  const { story } = form.values
  return (
    <>
      <TextField
        label="诉求"
        hint="照职工的原话记，谁、什么时候、多少人、多少钱"
        lines={8}
        max={5000}
        {...form.text('story')}
        required
      />
      {story && <Suggestion story={story} open />}
    </>
  )
}

export function ReceiveDetails({ form }: FieldsProps) {
  return (
    <FormPair>
      <SelectField label="类别" placeholder="照系统建议" {...form.choice('category')} options={optionsOf(categories)} />
      <NumberField label="人数" unit="人" {...form.amount('headcount')} />
      <MoneyField label="要求的金额" {...form.amount('claimFen')} />
    </FormPair>
  )
}

/** The hall is where workers write themselves; an officer writes down what came another way. */
export function ReceiveSource({ form }: FieldsProps) {
  const ways = optionsOf(channels).filter(({ value }) => value !== 'hall')
  return (
    <>
      <SelectField label="来源" {...form.choice('channel')} options={ways} required />
      <TextField label="对方编号" hint="12345、12351、法院等转来的原号" {...form.text('outsideNumber')} />
    </>
  )
}

export function ReceiveContact({ form }: FieldsProps) {
  return (
    <>
      <TextField label="职工姓名" {...form.text('contactName')} />
      <TextField label="联系电话" kind="tel" hint="姓名和电话都不填，就按不写姓名登记" {...form.text('contactPhone')} />
    </>
  )
}
