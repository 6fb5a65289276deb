import { type ReactNode, useId } from 'react'
import { Field, FieldGroup, type FieldProps } from './field.tsx'

export interface Option {
  value: string
  title: string
  hint?: string
}

interface SelectFieldProps extends FieldProps {
  value: string | undefined
  onChange: (value: string | undefined) => void
  options: readonly Option[]
  placeholder?: string
}

/** One of many (more than about six). Fewer: `ChoiceField`; very many: a picker. */
export function SelectField({ value, onChange, options, placeholder = '请选', ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(aria) => (
        <select
          {...aria}
          className="nf-input nf-select"
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        >
          <option value="" disabled={field.required}>
            {placeholder}
          </option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface ChoiceFieldProps extends FieldProps {
  value: string | undefined
  onChange: (value: string) => void
  options: readonly Option[]
}

/** One of a few, all in sight. */
export function ChoiceField({ value, onChange, options, ...field }: ChoiceFieldProps) {
  const name = useId()
  return (
    <FieldGroup {...field}>
      <div className="nf-options">
        {options.map((option) => (
          <label key={option.value} className="nf-option">
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>
              {option.title}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

interface ChecksFieldProps extends FieldProps {
  value: readonly string[]
  onChange: (value: string[]) => void
  options: readonly Option[]
}

/** Any of a few. */
export function ChecksField({ value, onChange, options, ...field }: ChecksFieldProps) {
  const flip = (changed: string) =>
    onChange(value.includes(changed) ? value.filter((one) => one !== changed) : [...value, changed])
  return (
    <FieldGroup {...field}>
      <div className="nf-options">
        {options.map((option) => (
          <CheckField key={option.value} checked={value.includes(option.value)} onChange={() => flip(option.value)}>
            {option.title}
          </CheckField>
        ))}
      </div>
    </FieldGroup>
  )
}

/** Yes or no: 本人同意. */
export function CheckField(props: { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode }) {
  return (
    <label className="nf-option">
      <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.target.checked)} />
      <span>{props.children}</span>
    </label>
  )
}
