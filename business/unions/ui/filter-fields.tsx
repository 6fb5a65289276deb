import { FilterBar, optionsOf, PlaceFilter, SearchBox, Segments, SelectField } from '../../../kit/index.ts'
import { certificateStates, forms, termStates } from '../rules/words.ts'
import { type Filters, isNarrowed } from './filters.ts'

interface FilterFieldsProps {
  filters: Filters
  onChange: (filters: Filters) => void
}

const scopes = [
  { value: 'all', title: '全部' },
  { value: 'due', title: '要办的' },
]
const chairs = { with: '主席在任', without: '主席空缺' }

/** What narrows the register. */
export function FilterFields({ filters, onChange }: FilterFieldsProps) {
  const put = (change: Filters) => onChange({ ...filters, ...change })
  return (
    <FilterBar onClear={isNarrowed(filters) ? () => onChange({ under: filters.under }) : undefined}>
      <Segments
        label="范围"
        value={filters.isDue ? 'due' : 'all'}
        onChange={(scope) => put({ isDue: scope === 'due' })}
        options={scopes}
      />
      <SearchBox
        label="名称、首字母或信用代码"
        value={filters.text ?? ''}
        onChange={(text) => put({ text: text || undefined })}
      />
      <States filters={filters} onChange={put} />
      <PlaceFilter place={filters.under} onChange={(under) => put({ under })} />
    </FilterBar>
  )
}

function States({ filters, onChange }: FilterFieldsProps) {
  return (
    <>
      <SelectField
        compact
        label="组织形式"
        placeholder="所有形式"
        value={filters.form}
        onChange={(form) => onChange({ form: form as Filters['form'] })}
        options={optionsOf(forms)}
      />
      <SelectField
        compact
        label="任期"
        placeholder="任期都看"
        value={filters.term}
        onChange={(term) => onChange({ term: term as Filters['term'] })}
        options={optionsOf(termStates)}
      />
      <SelectField
        compact
        label="证书"
        placeholder="证书都看"
        value={filters.certificate}
        onChange={(state) => onChange({ certificate: state as Filters['certificate'] })}
        options={optionsOf(certificateStates)}
      />
      <SelectField
        compact
        label="主席"
        placeholder="主席都看"
        value={filters.chair}
        onChange={(chair) => onChange({ chair: chair as Filters['chair'] })}
        options={optionsOf(chairs)}
      />
    </>
  )
}
