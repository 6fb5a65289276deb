import './dialog.css'
import { Modal } from 'antd'
import { type FormEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../button/button.tsx'
import { Notice } from '../notice/notice.tsx'

interface DialogProps {
  open: boolean
  title: string
  /** The word on the one red button. */
  submit?: string
  /** Why it cannot be submitted yet. */
  why?: string
  wide?: boolean
  onClose: () => void
  /** When it fails the dialog stays open with what was typed, and says the error's sentence. */
  onSubmit?: () => Promise<unknown>
  children: ReactNode
}

/** Asks for what a verb needs, then does it. Without `onSubmit` it only shows. */
export function Dialog({ open, title, submit = '确定', why, wide = false, onClose, onSubmit, children }: DialogProps) {
  const form = useRef<HTMLFormElement>(null)
  const { busy, problem, sent, send, forget } = useSending(onSubmit, why === undefined)
  useEffect(() => {
    if (sent > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [sent])
  useFocusBack(open)
  const settle = (isOpen: boolean) => {
    if (isOpen) form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
    else forget()
  }
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      afterOpenChange={settle}
      footer={null}
      width={wide ? 760 : 520}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <form ref={form} className="nf-dialog" onSubmit={send} noValidate>
        {children}
        {problem && <Notice tone="bad">{problem}</Notice>}
        <div className="nf-dialog-foot">
          <Button onClick={onClose}>{onSubmit ? '先不办' : '关上'}</Button>
          {onSubmit && (
            <Button kind="primary" type="submit" why={why} busy={busy}>
              {submit}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}

/** A dialog that is taken away at once cannot give the focus back itself: whoever uses the keyboard goes on where he was. */
function useFocusBack(open: boolean): void {
  useLayoutEffect(() => {
    if (!open) return
    const before = document.activeElement
    return () => {
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    }
  }, [open])
}

/** Sends once at a time and keeps the sentence of what went wrong. */
function useSending(onSubmit: DialogProps['onSubmit'], isReady: boolean) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  /** How often it came back; the caret then goes to the first box at fault. */
  const [sent, setSent] = useState(0)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!onSubmit || busy || !isReady) return
    setBusy(true)
    setProblem(undefined)
    try {
      await onSubmit()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '没有办成，请再试一次。')
    } finally {
      setBusy(false)
      setSent((times) => times + 1)
    }
  }
  return { busy, problem, sent, send, forget: () => setProblem(undefined) }
}
