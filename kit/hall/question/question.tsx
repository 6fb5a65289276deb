import './question.css'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '../../notice/notice.tsx'
import { BigButton } from '../big-button/big-button.tsx'
import type { DraftSaved } from '../draft/use-draft.ts'
import { useElderMode } from '../elder/use-elder-mode.ts'

interface QuestionProps {
  step: number
  of: number
  /** The question in big type: 是哪家单位？ */
  title: string
  hint?: ReactNode
  /** From `useDraft`. */
  saved?: DraftSaved
  /** Said where people are afraid: 单位不会知道是谁反映的，除非您同意。 */
  reassurance?: string
  /** What went wrong, what to do, what was kept. */
  problem?: string
  /** The word on the one button. */
  next?: string
  /** Why not yet. */
  why?: string
  busy?: boolean
  onNext: () => void
  onBack?: () => void
  children: ReactNode
}

const draftWords: Record<DraftSaved, string> = {
  none: '',
  saved: '已存草稿',
  failed: '这部手机存不下草稿，请一次写完',
}

/** One question a screen, one button at the thumb. */
export function Question(props: QuestionProps) {
  const { step, of, title, hint, saved = 'none', reassurance, problem, children } = props
  useElderMode()
  const heading = useFocusOnChange(title)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!props.why && !props.busy) props.onNext()
  }
  return (
    <form className="nf-hall nf-question" onSubmit={submit} noValidate>
      <main className="nf-question-body">
        <div className="nf-question-top">
          {props.onBack && (
            <button type="button" className="nf-link" onClick={props.onBack}>
              ‹ 上一步
            </button>
          )}
          <p role="status">
            第 {step} 步，共 {of} 步{draftWords[saved] && ` · ${draftWords[saved]}`}
          </p>
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {hint && <p className="nf-question-hint">{hint}</p>}
        {children}
        {reassurance && <p className="nf-soft">{reassurance}</p>}
        {problem && <Notice tone="bad">{problem}</Notice>}
      </main>
      <div className="nf-question-foot">
        <BigButton type="submit" why={props.why} busy={props.busy}>
          {props.next ?? (step === of ? '提交' : '下一步')}
        </BigButton>
      </div>
    </form>
  )
}

let asked: string | undefined

/** A screen reader hears each new question; the first one is left where the page began. */
function useFocusOnChange(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (asked !== undefined && asked !== title) heading.current?.focus()
    asked = title
  }, [title])
  return heading
}
