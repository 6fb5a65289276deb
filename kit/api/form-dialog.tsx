import type { ReactNode } from 'react'
import { Dialog } from '../dialog/dialog.tsx'
import { Form } from '../field/form.tsx'
import { Notice } from '../notice/notice.tsx'
import { useSay } from '../root/root.tsx'
import type { FormState } from './form.ts'
import { useRefresh } from './read.ts'

export interface FormDialogProps<I, O> {
  title: string
  /** The word on the one red button. */
  submit: string
  form: Pick<FormState<I, O>, 'problem' | 'isOutdated' | 'submit'>
  /** Said in passing once it is done. */
  said?: string | ((done: O) => string)
  /** Why it cannot be sent yet. */
  why?: string
  wide?: boolean
  /** What the screen knows besides the fields: files that have arrived. */
  more?: Parameters<FormState<I, O>['submit']>[0]
  /** What follows instead of closing. */
  onDone?: (done: O) => void
  onClose: () => void
  children?: ReactNode
}

/** A dialog over one endpoint: sends, says so, closes. A refusal stays with what was typed; when somebody was quicker, one press reads anew. */
export function FormDialog<I, O>(props: FormDialogProps<I, O>) {
  const { title, submit, form, said, why, wide, more, onClose, onDone = onClose, children } = props
  const say = useSay()
  const refresh = useRefresh()
  const send = async () => {
    const done = await form.submit(more)
    if (done === undefined) return
    if (said) say(typeof said === 'string' ? said : said(done))
    onDone(done)
  }
  const reread = () => {
    void refresh()
    onClose()
  }
  return (
    <Dialog open title={title} submit={submit} why={why} wide={wide} onClose={onClose} onSubmit={send}>
      <Form>
        {children}
        {form.problem && (
          <Notice
            tone={form.isOutdated ? 'watch' : 'bad'}
            action={form.isOutdated ? { title: '刷新', onDo: reread } : undefined}
          >
            {form.problem}
          </Notice>
        )}
      </Form>
    </Dialog>
  )
}
