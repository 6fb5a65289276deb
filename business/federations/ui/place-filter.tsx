import { useQuery } from '@tanstack/react-query'
import { useRegistries } from '../../../kit/api/index.ts'
import { OrgPicker } from '../../../kit/index.ts'

/** A street or community of the own reach; the value is its path. */
export function PlaceFilter({
  place,
  onChange,
}: {
  place: string | undefined
  onChange: (place: string | undefined) => void
}) {
  const { loadUnits, unitName } = useRegistries()
  const { data } = useQuery({
    queryKey: ['unit', place],
    queryFn: () => unitName(place ?? ''),
    enabled: place !== undefined,
  })
  return (
    <OrgPicker
      compact
      label="地方"
      placeholder="所有地方"
      value={place ? { id: place, title: data ?? '所选地方' } : undefined}
      onChange={(org) => onChange(org?.id)}
      load={loadUnits}
    />
  )
}
