import { tooLong } from '../../field/too-long.ts'
import './text-answer.css'
import { useId } from 'react'
import { VoiceButton } from '../voice/voice-button.tsx'

interface TextAnswerProps {
  /** Read out; seen too when several answers share a screen. */
  label: string
  showLabel?: boolean
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** More than one for a story. */
  lines?: number
  kind?: 'text' | 'tel' | 'number' | 'money' | 'day'
  /** Offers speaking where the phone can. */
  voice?: boolean
  error?: string
  max?: number
  autoComplete?: string
}

const inputs = {
  text: { type: 'text' },
  tel: { type: 'tel', inputMode: 'tel' },
  number: { type: 'text', inputMode: 'numeric' },
  money: { type: 'text', inputMode: 'decimal' },
  day: { type: 'date' },
} as const

/** One answer in words, a number or a day. */
export function TextAnswer(props: TextAnswerProps) {
  const { label, showLabel, value, onChange, placeholder, lines = 1, kind = 'text', voice, max } = props
  const error = props.error ?? tooLong(value, max)
  const id = useId()
  const shared = {
    id,
    value,
    placeholder,
    autoComplete: props.autoComplete,
    className: 'nf-hall-box',
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${id}-error` : undefined,
  }
  const hear = (text: string) => onChange(value ? `${value}${text}` : text)
  return (
    <div className="nf-answer">
      <label htmlFor={id} className={showLabel ? 'nf-answer-label' : 'nf-hidden'}>
        {label}
      </label>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} {...inputs[kind]} onChange={(event) => onChange(event.target.value)} />
      )}
      {(voice || max) && (
        <div className="nf-answer-foot">
          {voice && <VoiceButton onText={hear} />}
          {max && lines > 1 && <span className="nf-soft nf-small">{`${value.length} / ${max} 字`}</span>}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="nf-answer-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
