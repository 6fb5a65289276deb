import { type Call, useForm } from '../api/index.ts'
import { TextField } from '../field/text-field.tsx'
import { VerbForm, type VerbFormProps } from './verb-form.tsx'

/** What the one field of such a verb says. */
export interface NoteWords {
  label: string
  hint?: string
  lines?: number
  max?: number
  isNeeded?: boolean
}

interface NoteFormProps extends NoteWords, Omit<VerbFormProps<{ id: string; note: string }, unknown>, 'form'> {
  matter: { id: string; number: string; title: string }
  call: Call<{ id: string; note: string }, unknown>
}

/** The dialog of a verb that asks for nothing but a note or a reason; children say what comes of it. */
export function NoteForm({
  call,
  label,
  hint,
  lines = 3,
  max = 500,
  isNeeded = false,
  children,
  ...dialog
}: NoteFormProps) {
  const form = useForm(call, { id: dialog.matter.id })
  return (
    <VerbForm {...dialog} form={form}>
      {children}
      <TextField label={label} hint={hint} lines={lines} max={max} {...form.text('note')} required={isNeeded} />
    </VerbForm>
  )
}
