import './org-picker.css'
import '../search/pop.css'
import { useState } from 'react'
import { Field, type FieldAria, type FieldProps } from '../field/field.tsx'
import { useLeave } from '../search/use-leave.ts'
import { Branch } from './branch.tsx'

export interface Org {
  id: string
  title: string
}

export interface OrgNode extends Org {
  hasChildren: boolean
  /** Shown but not to be chosen. */
  isBarred?: boolean
}

interface TreeProps {
  value: Org | undefined
  onChange: (org: Org | undefined) => void
  /** The roots for null, otherwise the units under that one. */
  load: (parentId: string | null) => Promise<readonly OrgNode[]>
  placeholder?: string
}

/** A unit of the union tree; branches are read when opened. */
export function OrgPicker({ value, onChange, load, placeholder, ...field }: FieldProps & TreeProps) {
  return (
    <Field {...field}>
      {(aria) => (
        <Tree
          aria={aria}
          label={field.label}
          value={value}
          onChange={onChange}
          load={load}
          placeholder={placeholder}
          canClear={!field.required}
        />
      )}
    </Field>
  )
}

interface InnerProps extends TreeProps {
  aria: FieldAria
  label: string
  canClear: boolean
}

function Tree({ aria, label, value, onChange, load, placeholder = '选一个单位', canClear }: InnerProps) {
  const [isOpen, setOpen] = useState(false)
  const place = useLeave<HTMLDivElement>(isOpen, () => setOpen(false))
  const choose = (org: Org | undefined) => {
    onChange(org)
    setOpen(false)
    document.getElementById(aria.id)?.focus()
  }
  return (
    <div ref={place} className="nf-picker">
      <button
        type="button"
        id={aria.id}
        aria-describedby={aria['aria-describedby']}
        aria-label={`${label}：${value?.title ?? placeholder}`}
        aria-expanded={isOpen}
        className={aria['aria-invalid'] ? 'nf-input nf-select nf-org-invalid' : 'nf-input nf-select'}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={value ? undefined : 'nf-soft'}>{value?.title ?? placeholder}</span>
      </button>
      {isOpen && (
        <div className="nf-pop">
          {canClear && value && (
            <button type="button" className="nf-link nf-pop-row" onClick={() => choose(undefined)}>
              不选单位
            </button>
          )}
          <Branch parent={null} load={load} chosen={value?.id} onChoose={choose} />
        </div>
      )}
    </div>
  )
}
