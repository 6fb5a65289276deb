import { useQuery } from '@tanstack/react-query'
import { OrgPicker } from '../org-picker/org-picker.tsx'
import { useDesk } from './api.tsx'
import { useRegistries } from './registries.tsx'

interface PlaceFilterProps {
  /** Its path. */
  place: string | undefined
  /** What stands there when none is chosen. */
  placeholder?: string
  onChange: (place: string | undefined) => void
}

/** A street or community of the own reach; left out for a post that stands in no union. */
export function PlaceFilter({ place, placeholder = '所有地方', onChange }: PlaceFilterProps) {
  const { unit } = useDesk()
  const { loadUnits, unitName } = useRegistries()
  const { data } = useQuery({
    queryKey: ['unit', place],
    queryFn: () => unitName(place ?? ''),
    enabled: place !== undefined,
  })
  if (unit.path === '') return null
  return (
    <OrgPicker
      compact
      label="地方"
      placeholder={placeholder}
      value={place ? { id: place, title: data ?? '所选地方' } : undefined}
      onChange={(org) => onChange(org?.id)}
      load={loadUnits}
    />
  )
}
