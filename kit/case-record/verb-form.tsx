import { FormDialog, type FormDialogProps } from '../api/form-dialog.tsx'

export interface VerbFormProps<I, O> extends Omit<FormDialogProps<I, O>, 'title' | 'submit'> {
  matter: { number: string; title: string }
  /** The verb as its button says it. */
  title: string
}

/** The dialog of a matter's verb, with the fields of its contract; it names the matter and says afterwards what was noted. */
export function VerbForm<I, O>({ matter, title, ...dialog }: VerbFormProps<I, O>) {
  return (
    <FormDialog
      title={`${title}：${matter.title}`}
      submit={title}
      said={`${matter.number} ${title}，已记下`}
      {...dialog}
    />
  )
}
