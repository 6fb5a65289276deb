import { useState } from 'react'
import { useForm, useRegistries, useUploads } from '../../../../kit/api/index.ts'
import { Attachments, EnterprisePicker, type Pick, TextField } from '../../../../kit/index.ts'
import { useFoundings } from '../place.ts'
import { VerbFrame, type VerbProps } from './frame.tsx'

/** The first talk. A lead that a worker wrote by hand is tied to the register here. */
export function ContactDialog(props: VerbProps) {
  const { founding } = props
  const { findEnterprises } = useRegistries()
  const uploads = useUploads()
  const [firm, setFirm] = useState<Pick>()
  const form = useForm(useFoundings().contact, { id: founding.id })
  const choose = (pick: Pick | undefined) => {
    setFirm(pick)
    form.set({ enterpriseId: pick?.id })
  }
  const isUnknown = founding.firms.length === 0
  return (
    <VerbFrame {...props} verb="contact" form={form} more={{ files: uploads.ids }} why={uploads.why}>
      {isUnknown && (
        <EnterprisePicker
          label="是哪家单位"
          hint={`职工写的是“${founding.firmName}”`}
          required
          value={firm}
          onChange={choose}
          search={findEnterprises}
          error={form.errorAt('enterpriseId')}
        />
      )}
      <TextField
        label="怎么谈的"
        hint="找了单位哪个部门、对方什么意见。不写职工姓名，也不要对单位说起"
        lines={3}
        max={500}
        required
        {...form.text('note')}
      />
      <Attachments label="材料" {...uploads} />
    </VerbFrame>
  )
}
