import { type FormEvent, type ReactNode, useState } from 'react'
import { sentenceOf } from '../../../kit/api/index.ts'
import { Button, Form, Notice } from '../../../kit/index.ts'

interface DoorFormProps {
  submit: string
  /** Why it cannot be sent yet. */
  why?: string
  onSubmit: () => Promise<unknown>
  children: ReactNode
  /** Beside the button: another way. */
  aside?: ReactNode
}

/** A small form that sends with Enter, says what went wrong and keeps what was typed. */
export function DoorForm({ submit, why, onSubmit, children, aside }: DoorFormProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (busy) return
    if (why) return setProblem(why)
    setBusy(true)
    setProblem(undefined)
    try {
      await onSubmit()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={send} noValidate>
      <Form>
        {children}
        {problem && <Notice tone="bad">{problem}</Notice>}
        <div className="door-foot">
          <Button kind="primary" type="submit" busy={busy}>
            {submit}
          </Button>
          {aside}
        </div>
      </Form>
    </form>
  )
}
