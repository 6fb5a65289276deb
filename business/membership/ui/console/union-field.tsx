import { useState } from 'react'
import { type Pick, SearchPicker } from '../../../../kit/index.ts'
import { useFindUnions } from './place.ts'

interface UnionFieldProps {
  label: string
  hint?: string
  start?: Pick
  onChange: (union: { id: string; path: string } | undefined) => void
  error: string | undefined
  required?: boolean
}

/** A union of the own subtree, found by a few characters of its name. */
export function UnionField({ label, hint, start, onChange, error, required }: UnionFieldProps) {
  const search = useFindUnions()
  const [picked, setPicked] = useState(start)
  const [found, setFound] = useState<readonly (Pick & { path: string })[]>([])
  const look = async (text: string) => {
    const all = await search(text)
    setFound(all)
    return all
  }
  const choose = (next: Pick | undefined) => {
    setPicked(next)
    onChange(found.find(({ id }) => id === next?.id))
  }
  return (
    <SearchPicker
      label={label}
      hint={hint}
      placeholder="工会名称里的几个字"
      value={picked}
      onChange={choose}
      search={look}
      error={error}
      required={required}
    />
  )
}
