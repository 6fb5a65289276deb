import { useState } from 'react'
import { useForm, useRegistries } from '../../../../../kit/api/index.ts'
import { type Org, OrgPicker, TextField } from '../../../../../kit/index.ts'
import { useAppeals } from '../use-appeals.ts'
import { VerbFrame, type VerbProps } from './verb-frame.tsx'

/** The matter lies with the wrong union: to the right one, own or below. */
export function HandOverDialog(props: VerbProps) {
  const { loadUnits } = useRegistries()
  const form = useForm(useAppeals().handOver, { id: props.appeal.id })
  const [unit, setUnit] = useState<Org>()
  return (
    <VerbFrame {...props} verb="handOver" form={form}>
      <OrgPicker
        label="转给哪个工会"
        hint="只能转给本级或下级；要转给别的街道，请先上报"
        value={unit}
        onChange={(org) => {
          setUnit(org)
          form.set({ unitPath: org?.id })
        }}
        load={loadUnits}
        error={form.errors.unitPath}
        required
      />
      <TextField
        label="转办的原因"
        lines={3}
        max={500}
        value={form.values.note ?? ''}
        onChange={(note) => form.set({ note })}
        error={form.errors.note}
        required
      />
    </VerbFrame>
  )
}
