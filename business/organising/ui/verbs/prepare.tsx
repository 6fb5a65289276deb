import { useForm } from '../../../../kit/api/index.ts'
import { ChoiceField, optionsOf, TextField } from '../../../../kit/index.ts'
import { formFault } from '../../rules/form.ts'
import { bodies, forms } from '../../rules/words.ts'
import { useFoundings } from '../place.ts'
import { VerbFrame, type VerbProps } from './frame.tsx'

const years = [
  { value: '3', title: '三年' },
  { value: '5', title: '五年' },
]

/** Name, form and term of the union to be; the report of the preparers is written from them. */
export function PrepareDialog(props: VerbProps) {
  const { founding } = props
  const form = useForm(useFoundings().prepare, {
    id: founding.id,
    unionName: founding.suggestedName,
    form: founding.form,
    body: founding.body,
    termYears: founding.termYears ?? 3,
  })
  return (
    <VerbFrame
      {...props}
      verb="prepare"
      form={form}
      why={formFault(form.values.form ?? 'single', founding.firms.length)}
    >
      <TextField label="工会名称" max={100} required {...form.text('unionName')} />
      <ChoiceField label="建会形式" required options={optionsOf(forms)} {...form.choice('form')} />
      <ChoiceField
        label="建立什么"
        hint="会员不足 25 人可以只选一名组织员"
        required
        options={optionsOf(bodies)}
        {...form.choice('body')}
      />
      <ChoiceField
        label="任期"
        required
        options={years}
        value={String(form.values.termYears)}
        onChange={(value) => form.set({ termYears: value === '5' ? 5 : 3 })}
      />
      <TextField label="说明" lines={2} max={500} {...form.text('note')} />
    </VerbFrame>
  )
}
