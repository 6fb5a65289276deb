import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDesk, useNow, useRegistries } from '../../../kit/api/index.ts'
import { DayField, FilterBar, OrgPicker } from '../../../kit/index.ts'
import { wallTime } from '../../../kit/time/time-words.ts'
import type { Asked } from './asked.ts'

interface AskedBarProps {
  asked: Asked
  onChange: (change: Asked) => void
  onClear?: () => void
  actions?: ReactNode
  children?: ReactNode
}

/** Of where and as of which day. */
export function AskedBar({ asked, onChange, onClear, actions, children }: AskedBarProps) {
  const today = wallTime(useNow()).day
  return (
    <FilterBar onClear={onClear} actions={actions}>
      {children}
      <PlaceField place={asked.place} onChange={(place) => onChange({ place })} />
      <DayField
        compact
        label="截至哪一天"
        value={asked.on ?? today}
        max={today}
        onChange={(on) => onChange({ on: on && on < today ? on : undefined })}
      />
    </FilterBar>
  )
}

function PlaceField({ place, onChange }: { place: string | undefined; onChange: (place: string | undefined) => void }) {
  const { unit } = useDesk()
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
      placeholder={unit.name}
      value={place ? { id: place, title: data ?? '所选地方' } : undefined}
      onChange={(org) => onChange(org?.id)}
      load={loadUnits}
    />
  )
}
