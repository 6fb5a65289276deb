import { useQuery } from '@tanstack/react-query'
import { DayField, FilterBar, SearchBox, Segments, SelectField } from '../../../kit/index.ts'
import { readDeeds } from './deeds.ts'
import { type Filters, isNarrowed, outcomes } from './filters.ts'

const anyOutcome = { value: '', title: '全部' }

interface FilterFieldsProps {
  filters: Filters
  onChange: (filters: Filters) => void
}

/** What narrows the log. */
export function FilterFields({ filters, onChange }: FilterFieldsProps) {
  const { data: deeds = [] } = useQuery({
    queryKey: ['deeds'],
    queryFn: readDeeds,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const put = (change: Partial<Filters>) => onChange({ ...filters, ...change })
  const { action } = filters
  const options = action && !deeds.some(({ value }) => value === action) ? [{ value: action, title: action }] : []
  return (
    <FilterBar onClear={isNarrowed(filters) ? () => onChange(nothing) : undefined}>
      <Segments
        label="结果"
        value={filters.outcome ?? ''}
        onChange={(outcome) => put({ outcome: (outcome || undefined) as Filters['outcome'] })}
        options={[anyOutcome, ...Object.entries(outcomes).map(([value, title]) => ({ value, title }))]}
      />
      <SelectField
        compact
        label="做了什么"
        placeholder="所有操作"
        value={action}
        onChange={(next) => put({ action: next })}
        options={[...options, ...deeds]}
      />
      <SearchBox
        label="谁：单位 姓名，写全"
        value={filters.actor ?? ''}
        onChange={(actor) => put({ actor: actor.trim() || undefined })}
      />
      <div className="audit-days">
        <DayField
          compact
          label="从哪天"
          value={filters.from ?? ''}
          max={filters.to}
          onChange={(from) => put({ from: from || undefined })}
        />
        <span aria-hidden="true">至</span>
        <DayField
          compact
          label="到哪天"
          value={filters.to ?? ''}
          min={filters.from}
          onChange={(to) => put({ to: to || undefined })}
        />
      </div>
    </FilterBar>
  )
}

const nothing: Filters = { action: undefined, actor: undefined, outcome: undefined, from: undefined, to: undefined }
