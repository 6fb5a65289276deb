import './choice.css'
import { useId } from 'react'

export interface ChoiceOption {
  value: string
  title: string
  hint?: string
}

interface ChoiceProps {
  /** Read out; the question itself stands above. */
  label: string
  options: readonly ChoiceOption[]
  value: string | undefined
  onChange: (value: string) => void
}

/** One of a few, each as big as a thumb. */
export function Choice({ label, options, value, onChange }: ChoiceProps) {
  const name = useId()
  return (
    <fieldset className="nf-choice">
      <legend className="nf-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="nf-choice-row">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <Words option={option} />
        </label>
      ))}
    </fieldset>
  )
}

interface ChoicesProps extends Omit<ChoiceProps, 'value' | 'onChange'> {
  value: readonly string[]
  onChange: (value: string[]) => void
}

/** Any of a few. */
export function Choices({ label, options, value, onChange }: ChoicesProps) {
  const flip = (one: string) => onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one])
  return (
    <fieldset className="nf-choice">
      <legend className="nf-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="nf-choice-row">
          <input type="checkbox" checked={value.includes(option.value)} onChange={() => flip(option.value)} />
          <Words option={option} />
        </label>
      ))}
    </fieldset>
  )
}

function Words({ option }: { option: ChoiceOption }) {
  return (
    <span>
      {option.title}
      {option.hint && <small>{option.hint}</small>}
    </span>
  )
}
