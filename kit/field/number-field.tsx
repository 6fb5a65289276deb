import { Input } from 'antd'
import { useState } from 'react'
import { parseYuan, typedYuan } from '../money/money-words.ts'
import { Field, type FieldProps } from './field.tsx'

interface AmountFieldProps extends FieldProps {
  value: number | undefined
  onChange: (value: number | undefined) => void
  /** Said behind the box: 人, 份. */
  unit?: string
}

interface TypedFieldProps extends AmountFieldProps {
  parse: (text: string) => number | undefined
  show: (value: number) => string
  complaint: string
}

/** Keeps what is being typed, so that '1234.' is not torn away while the person types on. */
function TypedField({ value, onChange, unit, parse, show, complaint, ...field }: TypedFieldProps) {
  const [draft, setDraft] = useState<string>()
  const isUnread = draft !== undefined && draft.trim() !== '' && parse(draft) === undefined
  const type = (text: string) => {
    setDraft(text)
    onChange(text.trim() === '' ? undefined : parse(text))
  }
  const leave = () => {
    if (!isUnread) setDraft(undefined)
  }
  const error = field.error ?? (isUnread ? complaint : undefined)
  return (
    <Field {...field} error={error}>
      {(aria) => (
        <Input
          {...aria}
          inputMode="decimal"
          suffix={unit}
          status={error ? 'error' : undefined}
          value={draft ?? (value === undefined ? '' : show(value))}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
        />
      )}
    </Field>
  )
}

const parseNumber = (text: string) => {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** A count or a measure. Undefined while the box is empty or holds no number. */
export function NumberField(props: AmountFieldProps) {
  return <TypedField {...props} parse={parseNumber} show={String} complaint="请只写数字，例如 27" />
}

/** An amount: typed in 元, given as integer fen. */
export function MoneyField(props: Omit<AmountFieldProps, 'unit'>) {
  return (
    <TypedField
      {...props}
      unit="元"
      parse={parseYuan}
      show={typedYuan}
      complaint="请只写金额，最多两位小数，例如 1234.5"
    />
  )
}
