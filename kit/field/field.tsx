import './field.css'
import { type ReactNode, useId } from 'react'

export interface FieldProps {
  label: string
  hint?: ReactNode
  /** What is wrong and how to put it right. */
  error?: string
  required?: boolean
  /** In a filter bar: the label is only read out. */
  compact?: boolean
}

export interface FieldAria {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}

/** Label, hint and error around one control; hands the control its id and aria attributes. */
export function Field({
  label,
  hint,
  error,
  required,
  compact,
  children,
}: FieldProps & { children: (aria: FieldAria) => ReactNode }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={compact ? 'nf-field nf-field-compact' : 'nf-field'}>
      <label className={compact ? 'nf-hidden' : 'nf-field-label'} htmlFor={id}>
        {label}
        {!required && !compact && <span className="nf-field-optional">（可不填）</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="nf-field-hint">
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {error && (
        <div id={`${id}-error`} className="nf-field-error">
          {error}
        </div>
      )}
    </div>
  )
}

/** A group of radio buttons or checkboxes under one legend. */
export function FieldGroup({ label, hint, error, required, children }: FieldProps & { children: ReactNode }) {
  const id = useId()
  return (
    <fieldset className="nf-field nf-field-group" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="nf-field-label">
        {label}
        {!required && <span className="nf-field-optional">（可不填）</span>}
      </legend>
      {hint && <div className="nf-field-hint">{hint}</div>}
      {children}
      {error && (
        <div id={`${id}-error`} className="nf-field-error">
          {error}
        </div>
      )}
    </fieldset>
  )
}
