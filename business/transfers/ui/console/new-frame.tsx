import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { FormState } from '../../../../kit/api/index.ts'
import { Button, Notice, useSay } from '../../../../kit/index.ts'
import { home } from './place.ts'

type Done = { id: string; number: string }

interface NewFrameProps {
  form: Pick<FormState<object, Done>, 'problem' | 'busy'> & { submit: () => Promise<Done | undefined> }
  submit: string
  /** What comes of it. */
  consequence: string
  children: ReactNode
}

/** The fields of one kind, what comes of it, and the one button; afterwards the matter itself. */
export function NewFrame({ form, submit, consequence, children }: NewFrameProps) {
  const navigate = useNavigate()
  const say = useSay()
  const send = async () => {
    const done = await form.submit()
    if (!done) return
    say(`已登记，编号 ${done.number}`)
    void navigate(`${home}/${done.id}`)
  }
  return (
    <>
      {children}
      <Notice>{consequence}</Notice>
      {form.problem && <Notice tone="bad">{form.problem}</Notice>}
      <div>
        <Button kind="primary" busy={form.busy} onClick={() => void send()}>
          {submit}
        </Button>
      </div>
    </>
  )
}
