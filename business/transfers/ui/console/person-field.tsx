import { useState } from 'react'
import { PersonPicker, type Pick } from '../../../../kit/index.ts'
import { useFindPeople } from './place.ts'

interface PersonFieldProps {
  onChange: (personId: string | undefined) => void
  error: string | undefined
}

/** A member of the own union or one below. */
export function PersonField({ onChange, error }: PersonFieldProps) {
  const [person, setPerson] = useState<Pick>()
  const search = useFindPeople()
  const choose = (next: Pick | undefined) => {
    setPerson(next)
    onChange(next?.id)
  }
  return (
    <PersonPicker
      label="会员"
      hint="本工会和下级工会的人"
      value={person}
      onChange={choose}
      search={search}
      error={error}
      required
    />
  )
}
