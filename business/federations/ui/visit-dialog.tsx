import { useForm, useToday } from '../../../kit/api/index.ts'
import { CheckField, DayField, FormDialog, TextField } from '../../../kit/index.ts'
import { useFederations } from './place.ts'

interface VisitDialogProps {
  id: string
  firm: { id: string; name: string }
  onClose: () => void
}

/** A visit in three fields; no place, no photo. */
export function VisitDialog({ id, firm, onClose }: VisitDialogProps) {
  const today = useToday()
  const form = useForm(useFederations().visit, { id, firmId: firm.id, visitedOn: today, needsFollowUp: false })
  return (
    <FormDialog title={`走访 ${firm.name}`} submit="登记" said="走访已登记" form={form} onClose={onClose}>
      <DayField label="哪天去的" max={today} {...form.text('visitedOn')} required />
      <TextField
        label="看到、听到什么"
        hint="会加密保存；不要写个人的证件号码和电话，不用拍照、不记位置"
        lines={4}
        max={1000}
        {...form.text('found')}
        required
      />
      <CheckField
        checked={form.values.needsFollowUp ?? false}
        onChange={(needsFollowUp) => form.set({ needsFollowUp })}
      >
        需要跟进（会进入本工联会的待办）
      </CheckField>
    </FormDialog>
  )
}
