import type { ReactNode } from 'react'
import type { FormState } from '../../../../../kit/api/index.ts'
import { Dialog, Form, Notice, useSay } from '../../../../../kit/index.ts'
import { workflow } from '../../../workflow.ts'
import type { Appeal } from '../use-appeals.ts'

/** What every verb's dialog is given. */
export interface VerbProps {
  appeal: Appeal
  onClose: () => void
  /** Reads the record anew. */
  onRefresh: () => void
}

interface VerbFrameProps extends VerbProps {
  verb: keyof typeof workflow.steps
  form: Pick<FormState<object, unknown>, 'problem' | 'isOutdated' | 'submit'>
  /** Why it cannot be sent yet. */
  why?: string
  wide?: boolean
  children: ReactNode
}

/** One verb's dialog: the fields of its contract, what the worker will read, and what to do when somebody was quicker. */
export function VerbFrame({ verb, appeal, form, why, wide, onClose, onRefresh, children }: VerbFrameProps) {
  const say = useSay()
  const { title, tells } = workflow.steps[verb]
  const submit = async () => {
    if (!(await form.submit())) return
    say(`${appeal.number} 已${title}`)
    onClose()
  }
  const refresh = () => {
    onRefresh()
    onClose()
  }
  return (
    <Dialog
      open
      title={`${title}：${appeal.title}`}
      submit={title}
      why={why}
      wide={wide}
      onClose={onClose}
      onSubmit={submit}
    >
      <Form>
        {children}
        {tells && <p className="nf-soft nf-small">职工会看到：{tells}。</p>}
        {form.problem && (
          <Notice
            tone={form.isOutdated ? 'watch' : 'bad'}
            action={form.isOutdated ? { title: '刷新这件事', onDo: refresh } : undefined}
          >
            {form.problem}
          </Notice>
        )}
      </Form>
    </Dialog>
  )
}
