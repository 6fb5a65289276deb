import type { ReactNode } from 'react'
import { useDesk, useToday } from '../../../kit/api/index.ts'
import { DayField, FilterBar, PlaceFilter } from '../../../kit/index.ts'
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
  const { unit } = useDesk()
  const today = useToday()
  return (
    <FilterBar onClear={onClear} actions={actions}>
      {children}
      <PlaceFilter placeholder={unit.name} place={asked.place} onChange={(place) => onChange({ place })} />
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
