import { useState } from 'react'
import { type Pick, SearchPicker } from '../search-picker/search-picker.tsx'
import { useDesk } from './api.tsx'

interface Union extends Pick {
  path: string
  kind: string
}

export interface UnionFieldProps {
  label: string
  hint?: string
  onChange: (union: Union | undefined) => void
  error: string | undefined
  required?: boolean
  /** Which of those found may be chosen. */
  isFor?: (union: Union) => boolean
}

/** A union of the own subtree, found by a few characters of its name. */
export function UnionField({ onChange, isFor = () => true, ...field }: UnionFieldProps) {
  const { send, unit } = useDesk()
  const [picked, setPicked] = useState<Union>()
  const search = async (text: string) =>
    ((await send('/api/orgs/find', { text, under: unit.path, limit: 10 })) as Union[]).filter(isFor)
  const choose = (union: Union | undefined) => {
    setPicked(union)
    onChange(union)
  }
  return <SearchPicker {...field} placeholder="工会名称或拼音首字母" value={picked} onChange={choose} search={search} />
}
