import type { ReactNode } from 'react'
import type { FormState } from '../../../../kit/api/index.ts'
import { Dialog, Form, Notice, useSay } from '../../../../kit/index.ts'
import { workflow } from '../../workflow.ts'
import type { Rating } from '../place.ts'

/** What every verb's dialog is given. */
export interface VerbProps {
  rating: Rating
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
  /** What the screen knows besides the fields. */
  more?: () => object
  children: ReactNode
}

/** One verb's dialog: the fields of its contract, and what to do when somebody was quicker. */
export function VerbFrame({ verb, rating, form, why, wide, more, onClose, onRefresh, children }: VerbFrameProps) {
  const say = useSay()
  const { title } = workflow.steps[verb]
  const submit = async () => {
    if (!(await form.submit(more?.()))) return
    say(`${rating.number} ${title}，已记下`)
    onClose()
  }
  const refresh = () => {
    onRefresh()
    onClose()
  }
  return (
    <Dialog open title={title} submit={title} why={why} wide={wide} onClose={onClose} onSubmit={submit}>
      <Form>
        {children}
        {form.problem && (
          <Notice
            tone={form.isOutdated ? 'watch' : 'bad'}
            action={form.isOutdated ? { title: '刷新', onDo: refresh } : undefined}
          >
            {form.problem}
          </Notice>
        )}
      </Form>
    </Dialog>
  )
}
