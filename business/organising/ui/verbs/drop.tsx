import { useForm } from '../../../../kit/api/index.ts'
import { optionsOf, SelectField, TextField } from '../../../../kit/index.ts'
import { dropReasons } from '../../rules/words.ts'
import { useFoundings } from '../place.ts'
import { VerbFrame, type VerbProps } from './frame.tsx'

/** Given up for a reason that can be counted; the employer may come again as a new lead. */
export function DropDialog(props: VerbProps) {
  const form = useForm(useFoundings().drop, { id: props.founding.id })
  return (
    <VerbFrame {...props} verb="drop" form={form}>
      <SelectField label="原因" required options={optionsOf(dropReasons)} {...form.choice('reason')} />
      <TextField label="说明" hint="不写职工姓名" lines={3} max={500} required {...form.text('note')} />
    </VerbFrame>
  )
}
