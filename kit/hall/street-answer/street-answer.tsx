import './street-answer.css'
import { type Ref, useId } from 'react'

interface StreetAnswerProps {
  label: string
  streets: readonly { value: string; title: string }[]
  value: string
  /** Its name, so that what was chosen before stays to be read without a network. */
  chosen?: string
  /** What stands there when none is chosen. */
  blank?: string
  /** Said when the list could not be read. */
  lost?: string
  box?: Ref<HTMLSelectElement>
  onChange: (value: string, title: string) => void
}

/** Which street, from the phone's own list. */
export function StreetAnswer({ label, streets, value, chosen, blank, lost, box, onChange }: StreetAnswerProps) {
  const id = useId()
  const isMissing = value !== '' && !streets.some((street) => street.value === value)
  return (
    <div className="nf-street">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        ref={box}
        className="nf-hall-box"
        value={value}
        onChange={({ target }) => onChange(target.value, target.selectedOptions[0]?.textContent ?? '')}
      >
        <option value="">{blank ?? '请选'}</option>
        {isMissing && <option value={value}>{chosen}</option>}
        {streets.map((street) => (
          <option key={street.value} value={street.value}>
            {street.title}
          </option>
        ))}
      </select>
      {lost && <p className="nf-soft nf-small">{lost}</p>}
    </div>
  )
}
