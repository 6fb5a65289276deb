import { Input } from 'antd'
import { Field, type FieldProps } from './field.tsx'
import { tooLong } from './too-long.ts'

interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** More than one makes a text area of so many lines. */
  lines?: number
  /** Most characters; with many lines the count is shown. */
  max?: number
  kind?: 'text' | 'tel' | 'email' | 'password' | 'search'
  autoComplete?: string
}

/** Words. `lines` for a story instead of a name. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, placeholder, lines = 1, max, kind = 'text', autoComplete, ...field } = props
  const error = field.error ?? tooLong(value, max)
  const shared = {
    value,
    placeholder,
    autoComplete,
    status: error ? ('error' as const) : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <Field {...field} error={error}>
      {(aria) => {
        if (kind === 'password') return <Input.Password {...aria} {...shared} />
        if (lines === 1) return <Input {...aria} {...shared} type={kind} />
        return (
          <>
            <Input.TextArea {...aria} {...shared} autoSize={{ minRows: lines, maxRows: lines * 3 }} />
            {max && (
              <span className="nf-field-count">
                {value.length} / {max} 字
              </span>
            )}
          </>
        )
      }}
    </Field>
  )
}
