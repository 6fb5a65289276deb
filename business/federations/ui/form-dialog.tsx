import type { ReactNode } from 'react'
import type { FormState } from '../../../kit/api/index.ts'
import { Dialog, Form, Notice, useSay } from '../../../kit/index.ts'

interface FormDialogProps<I, O> {
  title: string
  submit: string
  form: FormState<I, O>
  /** Said in passing once it is done. */
  said: string
  wide?: boolean
  /** What the screen knows besides the fields. */
  more?: Parameters<FormState<I, O>['submit']>[0]
  onClose: () => void
  children: ReactNode
}

/** A dialog over one endpoint: sends, says so, closes; a refusal stays with what was typed. */
export function FormDialog<I, O>({
  title,
  submit,
  form,
  said,
  wide = false,
  more,
  onClose,
  children,
}: FormDialogProps<I, O>) {
  const say = useSay()
  const send = async () => {
    if (!(await form.submit(more))) return
    say(said)
    onClose()
  }
  return (
    <Dialog open wide={wide} title={title} submit={submit} onClose={onClose} onSubmit={send}>
      <Form>
        {children}
        {form.problem && <Notice tone={form.isOutdated ? 'watch' : 'bad'}>{form.problem}</Notice>}
      </Form>
    </Dialog>
  )
}
