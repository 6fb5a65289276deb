import { instantFromWall, wallTime } from '../time/time-words.ts'
import { Field, type FieldProps } from './field.tsx'

interface DayFieldProps extends FieldProps {
  /** 'YYYY-MM-DD', or '' when none is chosen. */
  value: string
  onChange: (day: string) => void
  min?: string
  max?: string
}

/** A day, with the calendar the device brings. */
export function DayField({ value, onChange, min, max, ...field }: DayFieldProps) {
  return (
    <Field {...field}>
      {(aria) => (
        <input
          {...aria}
          className="nf-input"
          type="date"
          value={value}
          min={min}
          max={max}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface InstantFieldProps extends FieldProps {
  /** ISO instant in UTC; shown and typed as the clock in Shanghai. */
  value: string | undefined
  onChange: (instant: string | undefined) => void
}

/** A day with its hour: an appointment, a meeting. */
export function InstantField({ value, onChange, ...field }: InstantFieldProps) {
  const wall = value ? wallTime(value) : undefined
  return (
    <Field {...field}>
      {(aria) => (
        <input
          {...aria}
          className="nf-input"
          type="datetime-local"
          value={wall ? `${wall.day}T${wall.clock}` : ''}
          onChange={(event) => onChange(instantFromWall(event.target.value))}
        />
      )}
    </Field>
  )
}
