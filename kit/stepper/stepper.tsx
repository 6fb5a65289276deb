import './stepper.css'
import { type Step, stepViews } from './step-words.ts'

interface StepperProps {
  steps: readonly Step[]
  /** Index of the step under way; the number of steps when all are done. */
  current: number
  now: string
  /** Titles only, for a card on the phone. */
  mini?: boolean
  /** The way ended here: 已撤回, 不予受理. */
  stopped?: string
}

/** The way of a matter, with times; the step under way is bold, red only when overdue. */
export function Stepper({ steps, current, now, mini = false, stopped }: StepperProps) {
  return (
    <ol className={mini ? 'nf-stepper nf-stepper-mini' : 'nf-stepper'} aria-label="办理进度">
      {stepViews(steps, current, now).map((step, index) => {
        const isEnd = stopped !== undefined && index === current
        const state = isEnd ? 'stopped' : step.state
        return (
          <li
            key={step.title}
            className={`nf-step nf-step-${state}`}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className="nf-step-title">{step.title}</span>
            <span className="nf-hidden">，{isEnd ? '到此为止' : step.spoken}</span>
            {(isEnd || !mini) && (
              <span className="nf-step-words" title={step.exact || undefined}>
                {isEnd ? stopped : step.words}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
