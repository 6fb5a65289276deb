import { useState } from 'react'
import { useRegistries } from '../../../../../kit/api/index.ts'
import { type Org, OrgPicker } from '../../../../../kit/index.ts'

interface UnitFieldProps {
  label: string
  hint: string
  onChange: (path: string | undefined) => void
  error: string | undefined
}

/** A union of the own subtree, given as its path. */
export function UnitField({ label, hint, onChange, error }: UnitFieldProps) {
  const { loadUnits } = useRegistries()
  const [unit, setUnit] = useState<Org>()
  const choose = (org: Org | undefined) => {
    setUnit(org)
    onChange(org?.id)
  }
  return <OrgPicker label={label} hint={hint} value={unit} onChange={choose} load={loadUnits} error={error} required />
}
