import type { ReactNode } from 'react'
import { type FormState, useRefresh } from '../../../../kit/api/index.ts'
import { Dialog, Form, Notice, useSay } from '../../../../kit/index.ts'
import { workflow } from '../../workflow.ts'
import type { Founding } from '../place.ts'

/** What every verb's dialog is given. */
export interface VerbProps {
  founding: Founding
  onClose: () => void
}

interface FrameProps extends VerbProps {
  verb: keyof typeof workflow.steps
  form: Pick<FormState<object, unknown>, 'problem' | 'isOutdated'> & { submit: () => Promise<unknown> }
  /** Why it cannot be sent yet. */
  why?: string
  wide?: boolean
  children: ReactNode
}

/** One verb's dialog: its fields, what workers who wished will read, and what to do when somebody was quicker. */
export function VerbFrame({ verb, founding, form, why, wide, onClose, children }: FrameProps) {
  const say = useSay()
  const refresh = useRefresh()
  const { title, tells } = workflow.steps[verb]
  const submit = async () => {
    if (!(await form.submit())) return
    say(`${founding.number} 已${title}`)
    onClose()
  }
  const reread = () => {
    void refresh()
    onClose()
  }
  return (
    <Dialog
      open
      title={`${title}：${founding.title}`}
      submit={title}
      why={why}
      wide={wide}
      onClose={onClose}
      onSubmit={submit}
    >
      <Form>
        {children}
        {tells && founding.wishes > 0 && <p className="nf-soft nf-small">提出愿望的职工会看到：{tells}。</p>}
        {form.problem && (
          <Notice
            tone={form.isOutdated ? 'watch' : 'bad'}
            action={form.isOutdated ? { title: '刷新这件事', onDo: reread } : undefined}
          >
            {form.problem}
          </Notice>
        )}
      </Form>
    </Dialog>
  )
}
