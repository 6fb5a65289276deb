import { useForm } from '../../../../../kit/api/index.ts'
import { TextField } from '../../../../../kit/index.ts'
import { useAppeals } from '../use-appeals.ts'
import { UnitField } from './unit-field.tsx'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

/** The matter lies with the wrong union: to the right one, own or below. */
export function HandOverDialog(props: VerbProps) {
  const form = useForm(useAppeals().handOver, { id: props.appeal.id })
  return (
    <VerbFrame {...props} verb="handOver" form={form}>
      <UnitField
        label="转给哪个工会"
        hint="只能转给本级或下级；要转给别的街道，请先上报"
        {...form.choice('unitPath')}
      />
      <TextField label="转办的原因" lines={3} max={500} {...form.text('note')} required />
    </VerbFrame>
  )
}
